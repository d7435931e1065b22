"""What arrives, and as what."""

def make(notebook, text):
    return {"budget.ipynb": text.replace('"trainee": "', '"trainee": "0').encode()}

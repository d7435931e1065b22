"""What arrives, and as what."""

def make(notebook, text):
    return {"budget.ipynb": text[: len(text) // 2].encode()}

"""What arrives, and as what."""

def make(notebook, text):
    return {"budget.ipynb": b'{"cells":' * 100_000}

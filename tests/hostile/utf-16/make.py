"""What arrives, and as what."""

def make(notebook, text):
    return {"budget.ipynb.txt": text.encode("utf-16")}

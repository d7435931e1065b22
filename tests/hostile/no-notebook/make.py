"""What arrives, and as what."""

def make(notebook, text):
    return {"budget.ipynb": "Кутмандуу кеч!".encode()}

"""What arrives, and as what."""

import nbformat


def make(notebook, text):
    old = nbformat.convert(nbformat.from_dict(notebook), 3)
    return {"budget.ipynb": nbformat.writes(old).encode()}

"""What arrives, and as what."""

import json


def make(notebook, text):
    notebook["nbformat"], notebook["nbformat_minor"] = 6, 1
    return {"budget.ipynb": json.dumps(notebook).encode()}

"""What arrives, and as what."""

import json


def make(notebook, text):
    return {"budget.ipynb": text.encode(), "budget (2).ipynb": json.dumps(notebook, indent=3).encode()}

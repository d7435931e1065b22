"""What arrives, and as what."""

import json


def make(notebook, text):
    flood = {"output_type": "stream", "name": "stdout", "text": "x" * 60_000_000}
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["outputs"].insert(0, flood)
    return {"budget.ipynb": json.dumps(notebook).encode()}

"""What arrives, and as what."""

import json


def make(notebook, text):
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.aimak.answers+json", None)
    return {"budget.ipynb": json.dumps(notebook).encode()}

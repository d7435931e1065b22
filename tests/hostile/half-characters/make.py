"""What arrives, and as what."""

import json


def make(notebook, text):
    notebook["metadata"]["title"] = "\ud83d"
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get("application/vnd.aimak.answers+json")
            if record and record["form"] == "explain":
                record["values"]["text"] += "\ud83d"
    return {"budget.ipynb": json.dumps(notebook).encode()}

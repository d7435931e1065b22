"""What arrives, and as what."""

import json


def make(notebook, text):
    cells = notebook["cells"]
    cells.reverse()
    cells.append(json.loads(json.dumps(cells[3])))
    for cell in cells:
        if "-check-" in str(cell["metadata"].get("nbgrader")):
            cell["cell_type"], cell["source"] = "markdown", "5.0"
    del cells[1]
    return {"budget.ipynb": json.dumps(notebook).encode()}

"""What arrives, and as what."""

import json


def make(notebook, text):
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get("application/vnd.aimak.answers+json")
            if record and record["form"] == "who":
                code = record["values"]["trainee"]
                record["values"]["trainee"] = f" № {code[:2]} {code[2:]} ".replace("0", "О")
    return {"budget.ipynb": json.dumps(notebook).encode()}

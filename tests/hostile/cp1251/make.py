"""What arrives, and as what."""

import json


def make(notebook, text):
    notebook["metadata"]["title"] = "Бюджет"
    return {"бюджет.ipynb": json.dumps(notebook, ensure_ascii=False).encode("cp1251", "replace")}

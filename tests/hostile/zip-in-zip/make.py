"""What arrives, and as what."""

import io
import zipfile


def make(notebook, text):
    data, name = text.encode(), "budget.ipynb"
    for number in range(3):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(name, data)
        data, name = out.getvalue(), f"{number}.zip"
    return {"class.zip": data}

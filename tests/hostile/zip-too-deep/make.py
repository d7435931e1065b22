"""What arrives, and as what."""

import io
import zipfile


def make(notebook, text):
    data = text.encode()
    for number in range(9):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(f"{number}.zip" if number else "budget.ipynb", data)
        data = out.getvalue()
    return {"class.zip": data}

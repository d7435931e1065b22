"""What arrives, and as what."""

import io
import zipfile


def make(notebook, text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open("budget.ipynb", "w", force_zip64=True) as big:
        for _ in range(150):
            big.write(bytes(1 << 20))
    return {"bomb.zip": out.getvalue()}

"""What arrives, and as what."""

import io
import zipfile


def make(notebook, text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        about = zipfile.ZipInfo("budget.ipynb")
        about.external_attr = 0o120777 << 16
        made.writestr(about, "/etc/passwd")
    return {"class.zip": out.getvalue()}

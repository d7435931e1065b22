"""What arrives, and as what."""

def make(notebook, text):
    older = text.replace("2026-11-20T", "2026-11-19T").replace('"tell": "kenesh"', '"tell": "nobody"')
    return {"a.ipynb": text.encode(), "b.ipynb": older.encode()}

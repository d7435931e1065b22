"""What a page has no use for goes; what it uses stays."""

from pathlib import Path

from aimak.site.slim import slim

HEAD = """<html><head>
<link rel="stylesheet" type="text/css" href="../_static/sphinx-design.min.css?v=6a604523" />
<script src="../_static/copybutton.js?v=1"></script>
<script src="../_static/aimak-excerpts.js?v=1"></script>
<script src="../searchindex.js"></script>
</head><body>{}</body></html>
"""


def slimmed(folder: Path, body: str) -> str:
    (folder / "_static").mkdir(exist_ok=True)
    page = folder / "page.html"
    page.write_text(HEAD.format(body), encoding="utf-8")
    slim(folder)
    return page.read_text(encoding="utf-8")


def test_a_plain_page_loads_no_more_than_it_uses(tmp_path: Path) -> None:
    text = slimmed(tmp_path, "<p>Read.</p>")
    assert text.count("<script") == 1
    assert "aimak-excerpts.js" in text
    assert "<link" not in text


def test_what_a_page_uses_stays(tmp_path: Path) -> None:
    body = '<div class="sd-tab-set docutils"></div><div class="highlight-python notranslate"></div>'
    text = slimmed(tmp_path, body + '<div id="search-results"></div>')
    for name in ("sphinx-design.min.css", "copybutton.js", "searchindex.js"):
        assert name in text

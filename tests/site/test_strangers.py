import json
from pathlib import Path

import pytest

from aimak.site.strangers import loads_of_page, strangers


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="http://fonts.example/f.css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<img src="https://example.org/a.png">',
        '<img srcset="a.png 1x, https://example.org/b.png 2x">',
        '<iframe src="https://example.org"></iframe>',
        '<p style="background:url(https://example.org/a.png)">',
        "<style>@import 'https://fonts.example/f.css';</style>",
    ],
)
def test_what_a_browser_would_load_from_elsewhere_is_found(page: str) -> None:
    assert len(loads_of_page(page)) == 1


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://example.org">a link that a reader clicks</a>',
        '<link rel="canonical" href="https://example.org">',
        '<img src="a.png" srcset="b.png 2x"><script src="../x.js"></script>',
        "<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E\">",
        "https://example.org in the text",
    ],
)
def test_links_and_own_files_are_no_strangers(page: str) -> None:
    assert loads_of_page(page) == []


def test_style_sheets_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{background:url('https://example.org/a.png')} b{background:url(b.png)}")
    (found,) = strangers(tmp_path)
    assert (found.file.name, found.address) == ("a.css", "https://example.org/a.png")


def test_what_the_browser_app_would_fetch_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "lite").mkdir()
    (tmp_path / "lite" / "a.js").write_text(
        'const there = "https://cdn.example.org/kernel.mjs"; // and https://example.org'
    )
    lock = {"packages": {"a": {"file_name": "a.whl"}, "b": {"file_name": "https://files.example/full/b.whl"}}}
    (tmp_path / "lite" / "pyodide-lock.json").write_text(json.dumps(lock))
    assert [one.address for one in strangers(tmp_path)] == [
        "https://cdn.example.org/kernel.mjs",
        "https://files.example/full/b.whl",
    ]
    (tmp_path / "lite" / "a.js").unlink()
    assert strangers(tmp_path, "https://files.example/full/") == []
    assert len(strangers(tmp_path, "https://files.example/other/")) == 1

"""What translators are given: one file for each page, from the pages alone."""

from pathlib import Path

import pytest

from aimak.project import Project
from aimak.site.book import extract_book

PAGE = """# How to use

A paragraph
on two lines with **bold** text.

| What | Figure |
|---|---:|
| People | 3,298 |

```{code-block} python
not_for_translation = 1
```
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, checkout: Project) -> Project:
    """A book of one page."""
    root = tmp_path_factory.mktemp("small")
    (root / "book" / "images").mkdir(parents=True)
    (root / "book" / "assets").symlink_to(checkout.root / "book" / "assets")
    (root / "book" / "images" / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (root / "_config.yml").write_text((checkout.root / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "_toc.yml").write_text("format: jb-book\nroot: book/page\n")
    (root / "book" / "page.md").write_text(PAGE)
    return Project(root)


def test_each_block_is_one_message_in_the_order_of_the_page(small: Project, tmp_path: Path) -> None:
    from babel.messages.pofile import read_po

    (tmp_path / "pot").mkdir()
    (tmp_path / "pot" / "gone.pot").write_text("")
    extract_book(small, tmp_path / "pot")
    made = {path.relative_to(tmp_path / "pot").as_posix() for path in (tmp_path / "pot").rglob("*.pot")}
    assert made == {"book/page.pot", "sphinx.pot"}
    with (tmp_path / "pot" / "book" / "page.pot").open("rb") as file:
        texts = [message.id for message in read_po(file) if message.id]
    assert texts == [
        "How to use",
        "A paragraph on two lines with **bold** text.",
        "What",
        "Figure",
        "People",
        "3,298",
    ]

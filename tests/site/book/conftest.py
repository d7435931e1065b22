"""A book of three pages with a few translations, so that a test of the machinery takes seconds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from aimak.project import Project

PAGE = """# How to use

A paragraph
on two lines with **bold** text.

Who says so?[^law]

## Figures

| What | Figure |
|---|---:|
| People | 3,298 |

```{note}
Read on in [the other page](other.md).
```

```{quiz}
ask: Who approves the budget?
wrong: The accountant.
why: The accountant writes it down.
right: The kenesh.
why: By resolution.
```

[^law]: The law says so.
"""
OTHER = "# The other page\n\nNothing here.\n"
TOC = """format: jb-book
root: book/page
parts:
  - caption: Library
    chapters:
      - file: book/other
      - file: book/third
"""
RUSSIAN = {
    "book/page": {
        "How to use": "Как пользоваться",
        "A paragraph on two lines with **bold** text.": "Абзац с **жирным** текстом.",
        "Who says so?[^law]": "Кто так говорит?[^law]",
        "The law says so.": "Так говорит закон.",
        "Figures": "Числа",
        "What": "Что",
        "Figure": "Число",
        "People": "Люди",
        "3,298": "3\u00a0298",
        "Read on in [the other page](other.md).": "Читайте [на другой странице](other.md).",
        "Who approves the budget?": "Кто утверждает бюджет?",
        "Library": "Библиотека",
    },
    "book/other": {"The other page": "Другая страница", "Nothing here.": "Здесь ничего нет."},
}


def write_catalog(root: Path, language: str, page: str, texts: Mapping[str, str]) -> None:
    """One catalog of the small book."""
    path = root / "book" / "locale" / language / "LC_MESSAGES" / f"{page}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = [f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in texts.items()]
    path.write_text(
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        + "\n".join(entries),
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, checkout: Project) -> Project:
    """The book, with Russian of its own and the frame's texts of this checkout."""
    root = tmp_path_factory.mktemp("small")
    (root / "book" / "images").mkdir(parents=True)
    (root / "book" / "assets").symlink_to(checkout.root / "book" / "assets")
    (root / "book" / "images" / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (root / "_config.yml").write_text((checkout.root / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "_toc.yml").write_text(TOC)
    (root / "book" / "page.md").write_text(PAGE)
    (root / "book" / "other.md").write_text(OTHER)
    (root / "book" / "third.md").write_text("# The third page\n")
    for page, texts in RUSSIAN.items():
        write_catalog(root, "ru", page, texts)
    frame = Path("book", "locale", "ru", "LC_MESSAGES", "sphinx.po")
    (root / frame).write_bytes((checkout.root / frame).read_bytes())
    return Project(root)

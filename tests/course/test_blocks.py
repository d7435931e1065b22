"""The blocks that translators see: the same here as in the book, and put back without touching what stands around."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from aimak.course.blocks import EXTENSIONS, blocks, rewritten
from aimak.course.translate import messages
from aimak.i18n.pseudo import pseudo

TABLE = r"""| a | b \| c | a |
|---|:-:|---|
| x y | `q` |  |
| x | x | x |
"""
TEXT = r"""# Title `a` #

Set
text
===

Para one
  goes **on**, with a [link](https://example.org) and $x$.
A line that ends here\
and one more.

- item one
  more
- item 2
  1. nested | x
     lazy

> quote a
> quote b

term
: def one

[^n]: note text
  more

(target)=
## Ein

$$
x
$$

![alt text](a.png) and a text with a note [^n]

% a comment

<div>html</div>
"""


def test_a_block_that_is_not_translated_keeps_every_character() -> None:
    assert rewritten(TEXT + "\n" + TABLE, lambda text: text) == TEXT + "\n" + TABLE


def test_the_frame_of_a_block_stays_when_its_text_is_translated() -> None:
    made = rewritten(TEXT, str.upper).splitlines()
    assert "# TITLE `A` #" in made
    assert "- ITEM ONE MORE" in made
    assert "  1. NESTED | X LAZY" in made
    assert "> QUOTE A QUOTE B" in made
    assert ": DEF ONE" in made
    assert "[^n]: NOTE TEXT MORE" in made
    assert "(target)=" in made
    assert "% a comment" in made


def test_the_cells_of_a_table_are_translated_one_by_one() -> None:
    made = rewritten(TABLE, lambda text: f"{text}|{text}")
    assert made.splitlines() == [
        r"| a\|a | b \| c\|b \| c | a\|a |",
        "|---|:-:|---|",
        r"| x y\|x y | `q`\|`q` |  |",
        r"| x\|x | x\|x | x\|x |",
    ]


def test_the_pseudo_language_fits_into_every_kind_of_block() -> None:
    made = rewritten(TEXT + "\n" + TABLE, pseudo)
    assert next(block.text for block in blocks(made)) == pseudo("Title `a`")


def test_a_translation_that_would_become_a_list_is_refused_by_its_message() -> None:
    with pytest.raises(ValueError, match="^second$"):
        rewritten("first\n\nsecond", lambda text: {"second": "1. two"}.get(text, text))


def test_the_messages_are_those_that_sphinx_takes_from_the_same_text(tmp_path: Path) -> None:
    from sphinx.application import Sphinx

    (tmp_path / "conf.py").write_text(
        f"extensions = ['myst_parser']\nmyst_enable_extensions = {sorted(EXTENSIONS)}\n"
        "gettext_compact = False\nroot_doc = 'page'\n"
    )
    (tmp_path / "page.md").write_text(TEXT)
    made = tmp_path / "made"
    Sphinx(str(tmp_path), str(tmp_path), str(made), str(tmp_path / "trees"), "gettext", status=None).build()
    with (made / "page.pot").open("rb") as file:
        sphinx = {message.id for message in read_po(file) if message.id}
    assert {block.text for block in blocks(TEXT)} == sphinx


def test_the_parser_has_the_extensions_that_the_book_has() -> None:
    config = yaml.safe_load((Path(__file__).parents[2] / "_config.yml").read_text(encoding="utf-8"))
    assert set(config["parse"]["myst_enable_extensions"]) == EXTENSIONS


def test_a_message_names_its_file_and_line_and_a_cell_marked_by_hand_has_none(tmp_path: Path) -> None:
    path = tmp_path / "exercises" / "water.md"
    path.parent.mkdir()
    path.write_text(
        "---\nkernelspec:\n  name: python3\n  display_name: Python\n---\n\n# Water\n\nTwo\nlines.\n\n"
        '```{code-cell}\nx = 1\n```\n\nThree.\n\n+++ {"by_hand": "explain", "points": 4}\n\nAn answer.\n\n+++\n\nEnd.\n'
    )
    assert [(one.text, one.place) for one in messages(path)] == [
        ("Water", "exercises/water.md:7"),
        ("Two lines.", "exercises/water.md:9"),
        ("Three.", "exercises/water.md:16"),
        ("End.", "exercises/water.md:24"),
    ]

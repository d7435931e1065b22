"""What translators are given: one file for each page, from the pages alone, and one for what stands around them."""

from pathlib import Path

from babel.messages.pofile import read_po

from aimak.project import Project
from aimak.site.book import extract_book
from aimak.site.book.frame import TEXTS


def texts(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [str(message.id) for message in read_po(file) if message.id]


def test_each_block_is_one_message_in_the_order_of_the_page(small: Project, tmp_path: Path) -> None:
    (tmp_path / "pot").mkdir()
    (tmp_path / "pot" / "gone.pot").write_text("")
    extract_book(small, tmp_path / "pot")
    made = {path.relative_to(tmp_path / "pot").as_posix() for path in (tmp_path / "pot").rglob("*.pot")}
    assert made == {"book/page.pot", "book/other.pot", "book/third.pot", "sphinx.pot"}
    assert texts(tmp_path / "pot" / "book" / "page.pot") == [
        "Library",
        "How to use",
        "A paragraph on two lines with **bold** text.",
        "Who says so?[^law]",
        "Figures",
        "What",
        "Figure",
        "People",
        "3,298",
        "Read on in [the other page](other.md).",
        "Who approves the budget?",
        "The accountant.",
        "The accountant writes it down.",
        "The kenesh.",
        "By resolution.",
        "The law says so.",
    ]
    assert texts(tmp_path / "pot" / "sphinx.pot") == list(TEXTS)

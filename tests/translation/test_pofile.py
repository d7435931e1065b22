"""Catalogs as files: the same content, the same bytes; what Poedit and gettext read."""

import gettext
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.i18n.catalogs import read_catalogs
from aimak.translation.pofile import Catalog, Entry, pofile_text, read_pofile

ENTRIES = (
    Entry(("Save",), ("Сохранить",), ("a.py", "b.py"), ("A button.",), ("a translator's word",)),
    Entry(('Say "{name}"\nand \\n',), ("«{name}»",), ("a.py",), fuzzy=True, previous=('Said "{name}" \\n\n',)),
    Entry(("{n} file", "{n} files"), ("{n} файл", "{n} файла", "{n} файлов"), ("a.py",)),
    Entry(("Empty",), ("",), ("a.py",)),
)
GONE = Entry(("Gone",), ("Нет",), notes=("kept",))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "ru" / "LC_MESSAGES" / "aimak.po"
    path.parent.mkdir(parents=True)
    catalog = Catalog("ru", {one.texts[0]: one for one in ENTRIES}, {"Gone": GONE})
    path.write_text(pofile_text(catalog), encoding="utf-8")
    return path


def test_what_is_written_is_read_back_and_written_the_same(written: Path) -> None:
    read = read_pofile(written, "ru")
    assert tuple(read.entries.values()) == ENTRIES
    assert tuple(read.obsolete.values()) == (GONE,)
    assert pofile_text(read) == written.read_text(encoding="utf-8")


def test_gettext_reads_it_and_leaves_guesses_out(written: Path) -> None:
    texts = read_catalogs(written.parent)
    assert isinstance(texts, gettext.NullTranslations)
    assert texts.gettext("Save") == "Сохранить"
    assert texts.gettext(ENTRIES[1].texts[0]) == ENTRIES[1].texts[0]
    assert [texts.ngettext("{n} file", "{n} files", n) for n in (1, 2, 5, 21)] == [
        "{n} файл", "{n} файла", "{n} файлов", "{n} файл",
    ]  # fmt: skip


def test_neither_dates_nor_line_numbers_stand_in_it(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    assert "Date" not in text
    assert "#: a.py\n#: b.py\n" in text


def test_a_broken_line_is_named(written: Path) -> None:
    text = written.read_text(encoding="utf-8").splitlines()
    place = text.index('msgid "Save"')
    text[place] = 'msgidd "Save"'
    written.write_text("\n".join(text), encoding="utf-8")
    with pytest.raises(UserError, match=rf"aimak.po:{place + 1}: "):
        read_pofile(written, "ru")

"""A table goes to Excel and comes back: what is right is taken, the rest is named and lost nowhere."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from aimak.errors import UserError
from aimak.project import Project
from aimak.translation.extract import read_catalogs
from aimak.translation.pofile import Entry
from aimak.translation.read_back import ReadBack, read_back
from aimak.translation.table import read_rows, write_table
from tests.translation.conftest import write_catalog

Edit = Callable[[str, str, str], None]


class Table:
    """A table as a translator edits it: by English text and column."""

    def __init__(self, project: Project, path: Path) -> None:
        self.project, self.path = project, path
        write_table(project, "ky", path)

    def edit(self, source: str, **cells: str) -> None:
        book = load_workbook(self.path)
        sheet = book.worksheets[0]
        places = {"translation": 5, "note": 7, "state": 8, "native": 9}
        for row in sheet.iter_rows(min_row=2):
            if row[3].value == source:
                for name, text in cells.items():
                    row[places[name] - 1].value = text
                    row[places[name] - 1].data_type = "s"  # its cells have the format “text”, so Excel makes no formula
        book.save(self.path)

    def read(self) -> ReadBack:
        return read_back(self.project, self.path)

    def entry(self, catalog: str, source: str) -> Entry:
        return read_catalogs(self.project, "ky")[catalog].entries[source]


@pytest.fixture
def table(small: Project, tmp_path: Path) -> Table:
    return Table(small, tmp_path / "texts.xlsx")


def test_a_table_that_nobody_edited_changes_nothing(table: Table) -> None:
    done = table.read()
    assert done == ReadBack(0, (), (), (), ())


def test_every_form_has_a_row_and_a_formula_stays_a_text(table: Table) -> None:
    rows = read_rows(table.path)
    assert [(row.cells["source"], row.cells["form"]) for row in rows if row.cells["catalog"] == "aimak"] == [
        ("Save {name}", ""),
        ("{count} file", "1"),
        ("{count} files", "2"),
        ("=Sum", ""),
    ]
    sheet = load_workbook(table.path).worksheets[0]
    assert [cell.data_type for cell in sheet["D"]] == ["s"] * sheet.max_row


def test_translations_notes_and_the_editors_mark_are_taken(table: Table) -> None:
    table.edit("Save {name}", translation="{name} сактоо", note="a button", native="ооба")
    table.edit("{count} file", translation="{count} файл")
    table.edit("{count} files", translation="{count} файл")
    done = table.read()
    assert (done.taken, done.refused, done.outdated) == (3, (), ())
    saved = table.entry("aimak", "Save {name}")
    assert (saved.translation, saved.notes) == (("{name} сактоо",), ("a button",))
    counted = table.entry("aimak", "{count} file")
    assert counted.translation == ("{count} файл",) * 2
    assert counted.awaits


@pytest.mark.parametrize(
    ("source", "translation", "named"),
    [
        ("Save {name}", "Сактоо", "{name}"),
        ("See [this](a.md) now.", "[Муну](b.md) караңыз.", "a.md"),
        ("See [this](a.md) now.", "# [Муну](a.md) караңыз.", "Markdown"),
        ("The tariff", "Тариф 5", "5"),
    ],
)
def test_a_row_that_breaks_something_is_refused_and_the_rest_is_taken(
    table: Table, source: str, translation: str, named: str
) -> None:
    table.edit(source, translation=translation)
    table.edit("=Sum", translation="=Жыйынтык")
    done = table.read()
    assert done.taken == 1
    assert table.entry("aimak", "=Sum").translation == ("=Жыйынтык",)
    (refused,) = done.refused
    assert named in refused.what
    assert f"texts.xlsx, row {refused.row}: " in refused.said("texts.xlsx")
    assert read_rows(table.path)[refused.row - 2].cells["translation"] == translation


def test_a_row_whose_english_has_changed_since_is_skipped_and_said(table: Table) -> None:
    table.edit("Save {name}", translation="{name} сактоо")
    write_catalog(table.project, "ky", "aimak", Entry(("Save {name} now",), ("",)))
    done = table.read()
    assert done.taken == 0
    assert "Save {name}" in [one.text for one in done.outdated]


def test_an_emptied_cell_loses_no_translation(table: Table) -> None:
    table.edit("=Sum", translation="")
    table.read()
    assert table.entry("aimak", "=Sum").translation == ("=Сумма",)


def test_a_guess_is_done_when_it_was_changed_or_its_state_says_so(table: Table) -> None:
    source = "See [this](a.md) now."
    table.edit(source, note="seen")
    table.read()
    assert table.entry("book/intro", source).fuzzy
    table.edit(source, state="done")
    table.read()
    assert not table.entry("book/intro", source).fuzzy


def test_another_word_than_the_glossarys_is_taken_and_said(table: Table) -> None:
    table.edit("The tariff", translation="Баа")
    done = table.read()
    assert done.taken == 1
    assert "тариф" in done.doubtful[0].what


def test_csv_goes_the_same_way_and_opens_in_excel(small: Project, tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    write_table(small, "ky", path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    next(line for line in lines if line[3] == "Save {name}")[4] = "{name} сактоо"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(lines)  # with commas, as Excel may save it
    assert read_back(small, path).taken == 1


def test_what_is_no_table_is_named(small: Project, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_text("not a table", encoding="utf-8")
    with pytest.raises(UserError, match=r"broken\.xlsx"):
        read_back(small, broken)
    without = tmp_path / "without.csv"
    without.write_text("Language;Catalog\nky;aimak\n", encoding="utf-8")
    with pytest.raises(UserError, match="no column"):
        read_back(small, without)
    with pytest.raises(UserError, match="xlsx"):
        write_table(small, "ky", tmp_path / "texts.ods")

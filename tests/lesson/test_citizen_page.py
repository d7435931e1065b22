"""The citizen budget on one page adds up, for a municipality and for an oblast, in every language."""

import re
from html.parser import HTMLParser

import pytest

from aimak.data import municipalities
from aimak.errors import UserError
from aimak.i18n import LANGUAGES, speaking
from aimak.lesson.citizen_page import citizen_page, citizen_sheet, page_row_label
from aimak.lesson.subject import subject


class Cells(HTMLParser):
    """The texts of a page's cells, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def amounts(text: str) -> list[tuple[str, int]]:
    """Name and thousand som of each row of the page."""
    cells = Cells()
    cells.feed(text)
    return [(row[0], int(re.sub(r"\D", "", row[1]))) for row in cells.rows if re.search(r"\d", row[1])]


@pytest.mark.parametrize("code", [place.code for place in municipalities()])
def test_the_rows_of_each_side_add_up_to_its_total(code: str) -> None:
    with speaking("en"):
        rows = amounts(citizen_page(subject(code, ""), 2025))
    ends = [at for at, (name, _amount) in enumerate(rows) if name == "Total"]
    assert len(ends) == 2
    for start, end in ((0, ends[0]), (ends[0] + 1, ends[1])):
        assert sum(amount for _name, amount in rows[start:end]) == rows[end][1] > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_document_in_the_reader_s_language_and_says_what_is_invented(language: str) -> None:
    with speaking(language):
        sheet = citizen_sheet(subject("", "Naryn"), 2024)
    assert f'<html lang="{language}">' in sheet
    assert "http" not in sheet and "<script" not in sheet
    assert {"en": "invented", "ru": "вымышлен", "ky": "ойдон чыгарылган"}[language] in sheet


def test_a_year_without_a_budget_is_told() -> None:
    with pytest.raises(UserError, match="2019"):
        citizen_page(subject("M27", ""), 2019)


def test_a_row_that_is_no_row_of_the_page_is_refused() -> None:
    with pytest.raises((KeyError, ValueError), match="nothing"):
        page_row_label("nothing")

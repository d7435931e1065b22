"""The table of acts: rows that cannot be used are named, and every act of a chapter stands in it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from docutils import nodes
from sphinx import addnodes

from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.i18n import LANGUAGES, speaking
from aimak.project import Project
from aimak.site.library.acts import acts_path, read_acts
from aimak.site.library.law import acts_table
from aimak.site.library.words import cited, kind_label, read_label, status_label
from tests.conftest import ROOT

ACTS = read_acts(Project(ROOT))
MONTHS = {datetime.date(2000, month, 1).strftime("%B"): month for month in range(1, 13)}
#: How the course cites an act: "No. 59 of 16 May 2016", "Order 44-П of the Ministry of Finance of 17 April 2018".
CITED = re.compile(
    r"(?:No\.|Order) (\d[\d/-]*(?:-П)?)(?: of the [A-Z][\w ]*?)? of (\d{1,2}) "
    rf"({'|'.join(MONTHS)}) (\d{{4}})"
)


def cited_in(text: str) -> set[tuple[str, str]]:
    flat = " ".join(text.split())
    return {(n, f"{year}-{MONTHS[month]:02}-{int(day):02}") for n, day, month, year in CITED.findall(flat)}


@pytest.mark.parametrize("unit", [unit.name for unit in UNITS])
def test_every_act_of_a_chapter_stands_in_the_table_and_names_the_unit(unit: str) -> None:
    found = cited_in((ROOT / "book" / "chapters" / f"{unit}.md").read_text(encoding="utf-8"))
    assert found
    listed = {(act.number, act.date): act for act in ACTS}
    for one in found:
        assert one in listed, one
        assert unit in listed[one].units, one


def test_the_pattern_knows_the_ways_in_which_the_course_cites() -> None:
    assert cited_in("Order 44-П of the Ministry of Finance of 17\nApril 2018") == {("44-П", "2018-04-17")}
    assert cited_in("order No. 01-18/84 of 5 September 2019") == {("01-18/84", "2019-09-05")}


def test_an_act_without_a_number_says_so() -> None:
    for act in ACTS:
        assert act.number or act.kind == "constitution" or "umber" in act.note or act.read == "unverified", act.key


def test_what_was_not_read_in_a_source_has_no_number() -> None:
    for act in ACTS:
        if act.read == "unverified":
            assert act.number == ""


def test_every_kind_and_status_has_its_words() -> None:
    for act in ACTS:
        assert kind_label(act.kind)
        assert status_label(act.status)
        assert read_label(act.read)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Law on public procurement, №\u00a027, 14.04.2022"),
        ("ru", "Закон «О государственных закупках», №\u00a027, 14.04.2022"),
        ("ky", "«Мамлекеттик сатып алуулар жөнүндө» Мыйзам, №\u00a027, 14.04.2022"),
    ],
)
def test_a_paper_cites_an_act_as_its_language_does(language: str, text: str) -> None:
    with speaking(language):
        assert cited(next(act for act in ACTS if act.key == "law-27-2022")) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_has_number_day_mark_and_the_russian_name_and_links_only_to_pages_that_are_there(language: str) -> None:
    pages = {"book/library/law", "book/chapters/budget"}
    with speaking(language):
        table = acts_table(ACTS, "book/library/law", pages)
    rows = {row["ids"][0]: row for row in table.findall(nodes.row) if row["ids"]}
    assert len(rows) == len(ACTS)
    text = rows["code-59-2016"].astext()
    assert "№\u00a059" in text
    assert "16.05.2016" in text
    assert "Бюджетный кодекс" in text
    assert "◌" in rows["waste-2023"].astext()
    targets = {link["reftarget"] for link in table.findall(addnodes.pending_xref)}
    assert targets == {"/book/chapters/budget"}


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("date", ",2021-10-20,", ",20.10.2021,"),
        ("units", ",hearing,", ",hering,"),
        ("id", "law-101-2011", "law-123-2021"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, column: str, old: str, new: str) -> None:
    project = Project(tmp_path)
    acts_path(project).parent.mkdir(parents=True)
    text = acts_path(Project(ROOT)).read_text(encoding="utf-8")
    assert old in text
    acts_path(project).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError, match=rf"row \d+: in the column {column}"):
        read_acts(project)

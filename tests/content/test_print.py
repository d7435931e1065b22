"""Slides, handouts and group sheets of every unit that has them: short, large, and true to their trainer's page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbformat import NotebookNode

from aimak.course.source import read_cells
from aimak.course.units import UNITS
from aimak.project import Project
from aimak.site.print.deck import deck, deck_names, speaker_notes
from aimak.site.print.sheets import sheets
from aimak.site.print.shown import slides_page
from aimak.site.print.slides import run_slides
from tests.conftest import ROOT

PROJECT = Project(ROOT)
DECKS = deck_names(PROJECT)
SHEETS = sheets(PROJECT)
#: How many slides a talk of 90 minutes bears, how many words a hall reads on one, and how many a page holds in English
#: so that a third more still fits.
SLIDES, WORDS, SHEET_WORDS = range(10, 17), 40, 280


def slides(unit: str) -> Iterator[list[NotebookNode]]:
    """The cells of each slide, without its notes."""
    found: list[list[NotebookNode]] = []
    for cell, _line in read_cells(ROOT / "book" / "slides" / f"{unit}.md"):
        kind = cell.metadata.get("slideshow", {}).get("slide_type", "-")
        if kind == "slide" or not found:
            found.append([])
        if kind != "notes":
            found[-1].append(cell)
    return iter(found)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_][\w’'.,%-]*", text)


def test_every_deck_belongs_to_a_unit() -> None:
    assert set(DECKS) <= {unit.name for unit in UNITS}
    assert DECKS


@pytest.mark.parametrize("unit", DECKS)
def test_slides_are_few_and_short(unit: str) -> None:
    found = list(slides(unit))
    assert len(found) in SLIDES
    for slide in found:
        text = "\n".join(cell.source for cell in slide if cell.cell_type == "markdown")
        heading, _newline, rest = text.partition("\n")
        assert heading.startswith("#")
        assert len(words(rest)) <= WORDS, f"{unit}: {heading} has {len(words(rest))} words"


@pytest.mark.parametrize("unit", DECKS)
def test_slides_show_two_charts_or_more_and_hide_their_code(unit: str) -> None:
    code = [cell for slide in slides(unit) for cell in slide if cell.cell_type == "code"]
    assert sum(cell.source.count("charts.show(") + cell.source.count("show(") for cell in code) >= 2
    parameters = [cell for cell in code if "parameters" in cell.metadata.get("tags", [])]
    assert len(parameters) == 1
    assert {"municipality", "oblast", "year", "language"} <= set(re.findall(r"^(\w+) =", parameters[0].source, re.M))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The slides and what they need, where their outputs may be kept."""
    root = tmp_path_factory.mktemp("slides")
    for folder in ("slides", "trainers"):
        shutil.copytree(ROOT / "book" / folder, root / "book" / folder)
    return Project(root)


@pytest.mark.parametrize("unit", DECKS)
def test_slides_run(unit: str, elsewhere: Project) -> None:
    page = slides_page(run_slides(elsewhere, unit, "en"), unit, "en", "en")
    assert page.count("<img ") >= 2
    assert page.count("<img ") == len(re.findall(r'<img [^>]*alt="[^"]{20,}"', page))


@pytest.mark.parametrize("unit", DECKS)
def test_a_trainer_finds_what_to_say(unit: str) -> None:
    cells = deck(PROJECT, unit, "en").cells  # it raises where a heading is not there
    notes = [one for one in cells if one.metadata.get("slideshow", {}).get("slide_type") == "notes"]
    assert len(notes) >= 3
    assert all(len(text.splitlines()) > 1 for text in speaker_notes(PROJECT, unit, "en").values())


@pytest.mark.parametrize("unit", DECKS)
def test_a_unit_with_slides_has_a_handout_and_a_group_sheet_in_the_contents(unit: str) -> None:
    assert {sheet.page for sheet in SHEETS if sheet.unit == unit} == {f"book/handouts/{unit}", f"book/groupwork/{unit}"}
    toc = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    sections = (
        rf"- file: book/trainers/{unit}\n +sections:\n +- file: book/handouts/{unit}\n +- file: book/groupwork/{unit}\n"
    )
    assert re.search(sections, toc)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_short(sheet: object) -> None:
    text = page(sheet).read_text(encoding="utf-8")
    text = re.sub(r"\A---\n.*?\n---\n|^:.*$|^```.*$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert len(words(text)) <= SHEET_WORDS * sheet.pages  # type: ignore[attr-defined]


@pytest.mark.parametrize("sheet", [one for one in SHEETS if "groupwork" in one.page], ids=lambda sheet: sheet.name)
def test_a_group_sheet_has_a_table_to_fill_in_and_minutes_and_says_what_is_invented(sheet: object) -> None:
    text = page(sheet).read_text(encoding="utf-8")
    assert ":class: fill-in" in text
    assert re.search(r"\d+ minutes", text)
    assert "invented" in text


def page(sheet: object) -> Path:
    return ROOT / f"{sheet.page}.md"  # type: ignore[attr-defined]

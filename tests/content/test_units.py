"""What every unit of the course has, and what its words must keep to."""

import re
from pathlib import Path

import pytest

from aimak.course.units import UNITS, unit_title
from aimak.data import published_figures, table_rows
from tests.conftest import ROOT
from tests.content.test_pages import prose

NAMES = [unit.name for unit in UNITS]
#: The chapter says more in pictures and tables than in words, so these are not counted.
WORDS = (600, 900)
#: A figure with a unit: what somebody could doubt.
FIGURE = r"\d[\d,.\u00a0 ]*\s?(som\b|%|kg\b|km\b|litres?\b|l a day|kWh\b|W\b|m³|tonnes?\b|people\b|households?\b)"
#: Where a figure comes from: a source, or the course's own invention.
ORIGIN = r"\bsources?\b|\binvented\b|\btraining\b"
#: The unit `budget` came first and its lesson has 18 cells.
CELLS = {"budget": (10, 18)}


def sections(path: Path) -> dict[str, str]:
    """The text of each second-level section with its tables, without its quiz."""
    text = re.sub(r"```\{(quiz|aimak-actions)\}.*?\n```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


@pytest.mark.parametrize("unit", NAMES)
def test_a_unit_has_all_its_parts_under_one_word(unit: str) -> None:
    for part in (
        f"notebooks/{unit}.md",
        f"exercises/{unit}.md",
        f"exercises/{unit}-analyst.md",
        f"book/chapters/{unit}.md",
        f"book/trainers/{unit}.md",
        f"src/aimak/lesson/cases/{unit}.py",
        f"tests/municipal/test_{unit}.py",
        f"tests/lesson/test_case_{unit}.py",
    ):
        assert (ROOT / part).is_file(), part
    arithmetic = ROOT / "src" / "aimak" / "municipal" / unit
    assert arithmetic.is_dir() or arithmetic.with_suffix(".py").is_file()
    assert re.search(rf"^## .*\b{unit}\b", (ROOT / "docs" / "arithmetic.md").read_text(encoding="utf-8"), re.MULTILINE)
    for page in (f"book/chapters/{unit}", f"notebooks/{unit}", f"book/trainers/{unit}"):
        assert f"- file: {page}\n" in (ROOT / "_toc.yml").read_text(encoding="utf-8")
    assert unit_title(unit)


@pytest.mark.parametrize("unit", NAMES)
def test_a_chapter_has_the_length_that_people_read(unit: str) -> None:
    words = len(prose(ROOT / "book" / "chapters" / f"{unit}.md").split())
    assert WORDS[0] <= words <= WORDS[1]


@pytest.mark.parametrize("unit", NAMES)
def test_figures_of_a_chapter_say_where_they_come_from(unit: str) -> None:
    for heading, text in sections(ROOT / "book" / "chapters" / f"{unit}.md").items():
        found = re.search(FIGURE, text)
        assert not found or re.search(ORIGIN, text, re.IGNORECASE), f"{heading}: {found[0]}"


@pytest.mark.parametrize("unit", NAMES)
def test_a_chapter_explains_the_law_as_of_a_date_and_leads_on(unit: str) -> None:
    parts = sections(ROOT / "book" / "chapters" / f"{unit}.md")
    (law,) = [text for heading, text in parts.items() if "law" in heading.lower()]
    assert re.search(r"[Aa]s of [A-Z][a-z]+ 20\d\d", law)
    for act in re.findall(r"No\. ?\d+[^.;]*", law):
        assert re.search(r"\b(19|20)\d\d\b", act), f"an act without its date: {act}"
    whole = "".join(parts.values())
    assert "../library/glossary.md" in whole
    assert f"../trainers/{unit}.md" in whole


@pytest.mark.parametrize("unit", NAMES)
def test_a_lesson_has_a_fair_length_charts_and_something_to_try(unit: str) -> None:
    import jupytext

    cells = jupytext.read(ROOT / "notebooks" / f"{unit}.md").cells
    least, most = CELLS.get(unit, (10, 16))
    assert least <= len(cells) <= most
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert len(re.findall(r"\bcharts\.show\(|\bshow\(", code)) >= 2
    assert re.search(r"slider", code)
    for parameter in ("oblast", "municipality", "year", "language"):
        assert re.search(rf"^{parameter} = ", code, re.MULTILINE)


@pytest.mark.parametrize("unit", NAMES)
def test_a_trainer_finds_aims_two_timings_questions_and_a_yardstick(unit: str) -> None:
    text = (ROOT / "book" / "trainers" / f"{unit}.md").read_text(encoding="utf-8")
    for wanted in ("90 minutes", "half a day", "Without computers", "Questions to ask", "What people get wrong"):
        assert wanted.lower() in text.lower(), wanted
    assert "by hand" in text


@pytest.mark.parametrize("unit", [name for name in NAMES if name != "budget"])
def test_figures_from_outside_stand_in_the_data_with_their_source(unit: str) -> None:
    figures = published_figures(unit)
    assert figures
    for figure in figures:
        assert figure.source
        assert figure.measure


def test_every_published_figure_belongs_to_a_unit() -> None:
    assert {row["unit"] for row in table_rows("published_figures")} <= set(NAMES)

"""The words of the course: one first heading, levels in order, sentences that a tired reader can follow, real links."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from aimak.project import Project
from aimak.translation.glossary import read_glossary
from tests.conftest import ROOT

PAGES = sorted([*(ROOT / "book").rglob("*.md"), *(ROOT / "notebooks").glob("*.md"), *(ROOT / "exercises").glob("*.md")])
LONGEST_SENTENCE = 34
#: Facts that could not be read in a source: days of notice, a date of approval, a contribution in per cent.
INVENTED = (r"\b(20|15|10) (working )?days\b", r"before 31 December", r"17[.,]25 ?%", r"\bquorum\b")


def prose(path: Path) -> str:
    """A page without front matter, code, directives and tables."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"```.*?\n.*?```", "", text, flags=re.DOTALL)
    return re.sub(r"^\+\+\+.*$|^\|.*$|^### (BEGIN|END) .*$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_has_one_first_heading_and_its_levels_in_order(path: Path) -> None:
    levels = [len(found) for found in re.findall(r"^(#+) ", prose(path), flags=re.MULTILINE)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sentences_are_short(path: Path) -> None:
    text = re.sub(r"^\s*([-*]|\d+\.)\s+", "\n\n", prose(path), flags=re.MULTILINE)
    for block in re.split(r"\n\s*\n|^#.*$|^\S.*\n: ", text, flags=re.MULTILINE):
        for sentence in re.split(r"(?<=[.!?:;])\s", " ".join(block.split())):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_inside_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (path.parent / target).exists(), target


def test_what_is_not_known_is_not_taught() -> None:
    text = " ".join(prose(path) for path in PAGES)
    for invented in INVENTED:
        assert not re.search(invented, text), invented


def test_figures_of_a_chapter_name_their_source() -> None:
    text = (ROOT / "book" / "chapters" / "budget.md").read_text(encoding="utf-8")
    for place, source in (
        ("Kazan-Kuigan", "kazankuigan.naryn-region.kg"),
        ("Zhazy", "ozgonnuru.kg"),
    ):
        assert place in text
        assert source in text


def test_the_glossary_has_every_term_once_and_in_three_languages() -> None:
    terms = read_glossary(Project(ROOT))
    assert len(terms) > 70
    assert len({term.words["en"] for term in terms}) == len(terms)
    for term in terms:
        assert re.search(r"[a-z]", term.words["en"], re.IGNORECASE)
        assert re.search(r"[а-яё]", term.words["ru"], re.IGNORECASE)
        assert re.search(r"[а-яёөүң]", term.words["ky"], re.IGNORECASE)
    assert {term.is_confirmed for term in terms} == {True, False}

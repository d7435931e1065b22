"""The slides' source: what may stand in it, and where its notes come from."""

from __future__ import annotations

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.print.deck import deck, speaker_notes


def change(project: Project, old: str, new: str) -> None:
    path = project.root / "book" / "slides" / "budget.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def notes_of(project: Project, language: str) -> list[str]:
    cells = deck(project, "budget", language).cells
    return [one.source for one in cells if one.metadata.get("slideshow", {}).get("slide_type") == "notes"]


def test_the_notes_of_a_slide_are_the_section_of_the_trainers_page(project: Project) -> None:
    notes = notes_of(project, "en")
    assert notes[0].startswith("## Time: 90 minutes")
    assert any(note.startswith("## Questions to ask") and "contract" in note for note in notes)


def test_notes_are_translated_with_the_trainers_page(project: Project) -> None:
    assert any(note.startswith("## Где ошибаются") for note in notes_of(project, "ru"))
    assert set(speaker_notes(project, "budget", "ky")) == set(speaker_notes(project, "budget", "en"))


def test_a_note_that_names_no_section_is_told_with_the_slide_and_what_there_is(project: Project) -> None:
    change(project, '"notes": "Aims"', '"notes": "Goals"')
    with pytest.raises(
        UserError, match="slide “A budget is a promise with numbers”: .* has no section “Goals”"
    ) as told:
        deck(project, "budget", "en")
    assert "Aims, Time: 90 minutes" in told.value.mend


def test_a_slide_that_begins_with_code_is_told(project: Project) -> None:
    change(project, "## Two of three som come from another budget\n", "")
    with pytest.raises(UserError, match=r"book/slides/budget.md: a slide begins with a code cell"):
        deck(project, "budget", "en")


def test_a_kind_of_cell_that_slides_do_not_have_is_told(project: Project) -> None:
    change(project, '"slide_type": "slide"}, "notes": "Aims"', '"slide_type": "subslide"}, "notes": "Aims"')
    with pytest.raises(UserError, match="“subslide” is no kind of a slide's cell"):
        deck(project, "budget", "en")


def test_without_a_trainers_page_notes_are_told(project: Project) -> None:
    (project.root / "book" / "trainers" / "budget.md").unlink()
    with pytest.raises(UserError, match=r"book/trainers/budget.md is missing"):
        deck(project, "budget", "en")

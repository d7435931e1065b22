"""One notebook per language: text in the reader's language, graded cells the same to the byte."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from aimak.course import units
from aimak.course.cells import grade_id
from aimak.course.downloads import downloads, exercise_in
from aimak.course.lessons import build_lessons
from aimak.course.translate import LANGUAGE_CELL, NOTICE_CELL, messages
from aimak.course.units import Unit
from aimak.errors import UserError
from aimak.i18n import LANGUAGES
from aimak.i18n.pseudo import PSEUDO, pseudo
from aimak.project import Project
from tests.conftest import copy_built

HEAD = 'msgid ""\nmsgstr ""\n"Language: ky\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def kit(built: Project, tmp_path: Path) -> Project:
    copy_built(built, tmp_path / "kit")
    return Project(tmp_path / "kit")


def catalog(project: Project, document: str, entries: dict[str, str], language: str = "ky") -> Path:
    path = project.root / "book" / "locale" / language / "LC_MESSAGES" / f"{document}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = [f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in entries.items()]
    path.write_text(HEAD + "\n".join(listed), encoding="utf-8")
    path.with_suffix(".mo").unlink(missing_ok=True)
    return path


def read(path: Path) -> NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


def graded(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if grade_id(cell)]


@pytest.mark.parametrize("name", ["budget", "budget-analyst"])
@pytest.mark.parametrize("language", [*LANGUAGES, PSEUDO])
def test_cells_that_are_graded_are_the_same_in_every_language(kit: Project, name: str, language: str) -> None:
    release = kit.exercises / "release" / name / f"{name}.ipynb"
    made = exercise_in(kit, name, language)
    assert made == kit.build / "exercises" / language / f"{name}.ipynb"
    assert graded(read(made)) == graded(read(release))
    if language == "en":
        assert made.read_bytes() == release.read_bytes()


def test_readers_text_is_translated_and_the_language_is_set_by_a_hidden_cell(kit: Project) -> None:
    notebook = read(exercise_in(kit, "budget", PSEUDO))
    shown = [cell.source for cell in notebook.cells if cell.cell_type == "markdown" and not grade_id(cell)]
    assert f"# {pseudo('A budget that holds')}" in shown[0]
    for text in shown:
        lines = [line for line in text.splitlines() if line.strip()]
        assert all("⟦" in line for line in lines), text
    (speaks,) = [cell for cell in notebook.cells if cell.id == LANGUAGE_CELL]
    assert speaks.source.endswith("use_language('qps')")
    assert speaks.metadata.tags == ["remove-input"]
    assert not grade_id(speaks)
    assert next(cell for cell in notebook.cells if cell.cell_type == "code") is speaks
    assert notebook.metadata.aimak.language == PSEUDO


def test_the_catalogs_of_the_book_translate_and_what_they_lack_stays_english(kit: Project) -> None:
    catalog(kit, "exercises/budget", {"A budget that holds": "Тең келген бюджет"})
    notebook = read(exercise_in(kit, "budget", "ky"))
    assert notebook.cells[0].source.startswith("# Тең келген бюджет\n\nYou plan the budget of one aiyl aimak")
    catalog(kit, "notebooks/budget", {"Where the money comes from": "Акча кайдан келет"})
    (path,) = build_lessons(kit, "ky")
    assert path == kit.built_notebooks / "ky" / "budget.ipynb"
    assert any("## Акча кайдан келет" in cell.source for cell in read(path).cells)


def test_a_changed_translation_is_seen_without_a_command(kit: Project) -> None:
    catalog(kit, "exercises/budget", {"Who are you?": "Сиз кимсиз?"})
    first = exercise_in(kit, "budget", "ky").read_text(encoding="utf-8")
    catalog(kit, "exercises/budget", {"Who are you?": "Атыңыз ким?"})
    second = exercise_in(kit, "budget", "ky").read_text(encoding="utf-8")
    assert "Сиз кимсиз?" in first
    assert "Атыңыз ким?" in second


def test_a_translation_that_breaks_its_block_is_named_with_its_catalog(kit: Project) -> None:
    catalog(
        kit,
        "exercises/budget",
        {"Your municipality is invented. Its figures look like those of a real one of its size.": "1. Ойдон"},
    )
    with pytest.raises(UserError, match=r"ky/LC_MESSAGES/exercises/budget\.po: .*Your municipality is invented"):
        exercise_in(kit, "budget", "ky")


def test_a_unit_that_is_not_declared_stays_english_below_a_line_that_says_so(
    kit: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "UNITS", (Unit("budget", ("en",)),))
    catalog(kit, "exercises/budget", {"A budget that holds": "Тең келген бюджет"})
    notebook = read(exercise_in(kit, "budget", "ky"))
    notice, title, *rest = notebook.cells
    assert notice.id == NOTICE_CELL
    assert notice.source.startswith("> ")
    assert title.source.startswith("# A budget that holds")
    assert next(cell for cell in rest if cell.id == LANGUAGE_CELL).source.endswith("use_language('en')")


def test_the_site_gets_every_notebook_of_a_language_by_its_name(kit: Project) -> None:
    found = downloads(kit, "ru")
    assert sorted(found) == ["budget-analyst.ipynb", "budget.ipynb", "lesson-budget.ipynb"]
    assert all(path.parent.name == "ru" and path.is_file() for path in found.values())


def test_an_exercise_that_is_not_built_is_named(project: Project) -> None:
    with pytest.raises(UserError, match="'budget' is not built"):
        downloads(project, "ky")


def test_every_message_of_the_sources_is_met_by_the_translation(kit: Project) -> None:
    asked: set[str] = set()
    for document in ("exercises/budget", "exercises/budget-analyst", "notebooks/budget"):
        asked |= {message.text for message in messages(kit.root / f"{document}.md")}
    made = "\n".join(cell.source for path in downloads(kit, PSEUDO).values() for cell in read(path).cells)
    for text in asked:
        assert pseudo(text) in made

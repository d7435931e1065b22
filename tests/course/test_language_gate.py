"""The gate asks for languages: the same points in each, and texts that can be translated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aimak.course.gate import _answered
from aimak.course.language_gate import language_problems
from aimak.course.source import read_source
from aimak.project import Project

PLACE = "M27"


def found(project: Project, old: str, new: str, *only: str) -> list[str]:
    """What the gate says once ``old`` is ``new`` in the source, for the answers named."""
    path = project.exercises / "budget.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    source = read_source(project, "budget")
    every = _answered(source, PLACE)
    return language_problems(project, source, PLACE, {name: every[name] for name in only})


def test_points_that_hang_on_the_language_are_named(project: Project) -> None:
    before = 'mine, plan = answers["structure"], case.plan\n'
    twist = '    from aimak.i18n import language\n\n    if language() == "ky":\n        return 1.0\n'
    after = "\n    def near(name"
    said = found(project, before + after, before + twist + after, "the solution")
    assert said == ["ky: 'the solution' earns 1 on budget-check-structure, in English 5"]


def test_a_hint_that_cannot_be_translated_is_named(project: Project) -> None:
    said = found(project, 'right(_("The right amount."))', 'right("The right amount.")', "the solution")
    assert len(said) == 1
    assert "'the solution' meets a text that cannot be translated" in said[0]
    assert "The right amount." in said[0]


def test_a_translation_that_cannot_be_used_is_named(project: Project) -> None:
    catalog = project.root / "book" / "locale" / "ru" / "LC_MESSAGES" / "exercises" / "budget.po"
    catalog.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Who are you?"\nmsgstr ""\n\n'
        'msgid "Your municipality is invented. Its figures look like those of a real one of its size."\n'
        'msgstr "- Ваш муниципалитет"\n',
        encoding="utf-8",
    )
    source = read_source(project, "budget")
    choose: dict[str, Callable] = {"nothing": lambda _designed, _case: {}}  # type: ignore[type-arg]
    (said,) = language_problems(project, source, PLACE, choose)
    assert said.startswith("ru: book/locale/ru/LC_MESSAGES/exercises/budget.po: the translation of “Your municipality")


def test_a_catalog_in_another_place_is_no_part_of_an_exercise(project: Project, tmp_path: Path) -> None:
    source = read_source(project, "budget")
    assert language_problems(Project(tmp_path), source, PLACE, {"nothing": lambda _d, _c: {}}) == []

"""The part of the release gate that asks for languages: the same points in each, and no text that stays English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from aimak.course.cells import grade_id
from aimak.course.designed import Answers, Designed
from aimak.course.player import Played, play_designed
from aimak.course.source import Source
from aimak.course.translate import in_language
from aimak.errors import UserError
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import short
from aimak.i18n.pseudo import PSEUDO, pseudo
from aimak.project import Project

#: What the pseudo-language puts before every text that can be translated.
_MARK = pseudo("x")[0]
Choose = Callable[[Designed, Any], Answers]


def in_its_language(project: Project, source: Source, language: str) -> Source:
    """The source with the notebook that trainees of a language have.

    :raises UserError: if a translation cannot be used.
    """
    return replace(source, notebook=in_language(project, source.notebook, f"exercises/{source.name}", language))


def language_problems(project: Project, source: Source, code: str, choices: dict[str, Choose]) -> list[str]:
    """Every answer of ``choices`` earns the same on each check in every language, and every hint can be translated.

    :param code: the municipality whose case is played.
    :param choices: name -> what somebody answers.
    """
    problems: list[str] = []
    expected = {name: play_designed(source, code, choose, recorded=True).points for name, choose in choices.items()}
    for language in (*LANGUAGES[1:], PSEUDO):
        try:
            spoken = in_its_language(project, source, language)
        except UserError as error:
            problems.append(f"{language}: {error}")
            continue
        if _graded(spoken) != _graded(source):
            problems.append(_("{language}: a cell that nbgrader knows is not as in English").format(language=language))
        with speaking(language):
            found = {name: play_designed(spoken, code, choose, recorded=True) for name, choose in choices.items()}
        for name, played in found.items():  # told in the author's language, not in the one just spoken
            problems += _differences(language, name, expected[name], played.points)
            problems += _untranslatable(name, played) if language == PSEUDO else []
    return list(dict.fromkeys(problems))


def _graded(source: Source) -> list[Any]:
    return [cell for cell in source.notebook.cells if grade_id(cell)]


def _differences(language: str, name: str, expected: dict[str, float], earned: dict[str, float]) -> list[str]:
    return [
        _("{language}: '{name}' earns {earned} on {cell}, in English {expected}").format(
            language=language,
            name=name,
            earned=short(earned.get(cell, 0.0)),
            cell=cell,
            expected=short(expected.get(cell, 0.0)),
        )
        for cell in sorted({*expected, *earned})
        if expected.get(cell) != earned.get(cell)
    ]


def _untranslatable(name: str, played: Played) -> list[str]:
    """Lines of the visible checks that stay as they are in every language: their text does not stand in ``_("…")``."""
    return [
        _("'{name}' meets a text that cannot be translated: {line}").format(name=name, line=line)
        for said in played.hints.values()
        for line in said.splitlines()[1:]  # the first line is the form's title, or a table's name
        if line.strip() and line.count(_MARK) < 2  # one for the word before the colon, one for the hint
    ]

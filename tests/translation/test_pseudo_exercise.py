"""An exercise in the pseudo-language: whatever its forms, checks and hints show can be translated."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from ipywidgets.widgets.widget import _instances

from aimak.course.designed import Answers, Designed
from aimak.course.player import Played, play_designed
from aimak.course.source import read_source
from aimak.data import municipalities
from aimak.i18n import speaking
from aimak.i18n.pseudo import PSEUDO
from aimak.project import Project
from tests.pseudo import untranslated

PLACE, CODE = "M07", "K7-TRAINEE"
#: What controls show to people.
_SHOWN = ("description", "value", "placeholder", "tooltip", "options")


def same_everywhere() -> tuple[str, ...]:
    """Names of places, and codes: they have no pseudo-language."""
    return (CODE, *(text for one in municipalities() for text in (one.name, one.code)))


def widget_texts(known: set[str]) -> Iterator[str]:
    """What the controls show that were made since ``known``."""
    for key, widget in list(_instances.items()):
        if key in known or type(widget).__name__ == "Layout":
            continue
        for name in _SHOWN:
            yield from _strings(getattr(widget, name, None))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one[0] if isinstance(one, tuple) else one)


def right(designed: Designed, case: Any) -> Answers:
    """The author's solution."""
    return designed.solution(case)


def wrong(designed: Designed, case: Any) -> Answers:
    """A mistake in every form that the author thought of one for, so that hints are said."""
    answers = dict(designed.solution(case))
    for one in designed.misconceptions:
        answers[one.form] = one.answer(case, designed.solution(case)[one.form])
    return answers


@pytest.fixture(scope="module", params=[right, wrong], ids=["right", "wrong"])
def played(checkout: Project, request: pytest.FixtureRequest) -> tuple[Played, list[str]]:
    known = set(_instances)
    with speaking(PSEUDO):
        done = play_designed(read_source(checkout, "budget"), PLACE, request.param, CODE)
    return done, list(widget_texts(known))


def test_forms_checks_and_records_say_nothing_that_no_catalog_has(played: tuple[Played, list[str]]) -> None:
    shown = [
        output["data"].get("text/html", "") for cell in played[0].notebook.cells for output in cell.get("outputs", [])
    ]
    assert len(shown) > 10
    own_words = [value for values in played[0].answers.values() for value in values.values() if isinstance(value, str)]
    names = (*same_everywhere(), *own_words)
    assert untranslated("".join(f"<div>{one}</div>" for one in shown), names) == []


def test_controls_say_nothing_that_no_catalog_has(played: tuple[Played, list[str]]) -> None:
    texts = played[1]
    assert len(texts) > 50
    page = "".join(f"<p>{text if '<' in text else escape(text)}</p>" for text in texts)
    own_words = [value for values in played[0].answers.values() for value in values.values() if isinstance(value, str)]
    assert untranslated(page, (*same_everywhere(), *own_words)) == []

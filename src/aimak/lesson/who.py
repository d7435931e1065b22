"""The first form of every exercise: the trainee's code and municipality, which chooses the case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from aimak.data import municipalities, oblast_name
from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.i18n.order import sort_key
from aimak.lesson.fields import Choice, Field, Text
from aimak.lesson.form import AllAnswers
from aimak.lesson.hints import Hint, look_at, right


def who_fields(_case: Any) -> list[Field]:
    """The trainee's code, and the municipalities in the alphabetical order of the reader's language."""
    return [
        Text("trainee", _("Your trainee code"), rows=1),
        Choice("municipality", _("Your municipality (invented)"), _places(language())),
    ]


@cache  # every check asks for the fields of every form, and fifty names take time to put in order
def _places(of_language: str) -> tuple[tuple[str, str], ...]:
    places = [(place.code, f"{place.shown} ({oblast_name(place.oblast)}, {place.code})") for place in municipalities()]
    return tuple(sorted(places, key=lambda place: sort_key(place[1], of_language)))


def who_look(answers: AllAnswers, case: Any) -> Iterator[Hint]:
    """What is still to be said before the tasks can be shown."""
    yield right(_("Your code is noted.")) if answers["who"]["trainee"] else look_at(_("Type the code from your slip."))
    yield (
        right(_("The figures below are those of your municipality.")) if case else look_at(_("Choose a municipality."))
    )

"""What is told of a file, kept as a code and its values: who reads a ledger later may speak another language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aimak.execution.reasons import Reason
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: The value whose number chooses the plural form, and the one that is a reason of a run's end: code, value, text.
COUNT, WHY = "count", "why"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is told: its code, and what stands in its sentence, as pairs of a name and a value.

    A code that is not known is a sentence itself, as ledgers of earlier versions hold them: it is shown as it is.
    """

    code: str = ""
    values: tuple[tuple[str, Any], ...] = ()

    def words(self) -> str:
        """The sentence in the language in force."""
        values = dict(self.values)
        sentence = _sentence(self.code, int(values.get(COUNT) or 0))
        if sentence is None:
            return self.code
        if COUNT in values:
            values[COUNT] = number(values[COUNT])
        if WHY in values:
            values[WHY] = Reason(*values[WHY]).words()
        return sentence.format_map(_Values(values))

    def stored(self) -> list[Any]:
        """The code and the values, for JSON."""
        return [self.code, dict(self.values)]


class _Values(dict[str, Any]):
    """A value that a later version asks for, and this ledger does not have, costs no report."""

    def __missing__(self, key: str) -> str:
        return "?"


def told(code: str, /, **values: Any) -> Said:
    """Something told, see :class:`Said`."""
    return Said(code, tuple(values.items()))


def taken_up(data: object) -> Said:
    """What :meth:`Said.stored` gave, or a sentence of an earlier version."""
    match data:
        case [str(code), Mapping() as values]:
            return Said(code, tuple((str(name), value) for name, value in values.items()))
        case _:
            return Said(str(data))


def as_text(said: Said) -> str:
    """One line of JSON; nothing if nothing was told."""
    return json.dumps(said.stored(), ensure_ascii=False) if said.code else ""


def from_text(text: str) -> Said:
    """What :func:`as_text` wrote, or a sentence of an earlier version."""
    try:
        return taken_up(json.loads(text)) if text.startswith("[") else Said(text)
    except ValueError:
        return Said(text)


def in_words(some: Iterable[Said]) -> tuple[str, ...]:
    """Several things in the language in force."""
    return tuple(one.words() for one in some)


def _sentence(code: str, count: int) -> str | None:
    """The sentence of a code in the language in force."""
    for group in (_of_the_ledger, _of_people, _of_files, _of_archives, _of_runs):
        if (found := group().get(code)) is not None:
            return found
    return _of_repairs(count).get(code)


def _of_the_ledger() -> dict[str, str]:
    return {
        "same": _("The same answers arrived as {name}."),
        "later": _("A later try of this trainee is accepted already."),
        "superseded": _("A later try of the same trainee was accepted."),
    }


def _of_people() -> dict[str, str]:
    return {
        "stranger": _("This notebook is no exercise of this course. Ask for the file of the exercise."),
        "nobody": _("The form “Who are you?” is not saved. Ask the trainee to fill it in, save, and send again."),
        "unknown": _(
            "The trainee code “{code}” is not in the roster. Correct the roster, or ask for the right code, and "
            "collect again."
        ),
        "mistyped": _(
            "The trainee code “{code}” is not in the roster. Its last digit does not fit the others, so something was "
            "typed wrong. Correct the roster, or ask for the right code, and collect again."
        ),
        "nowhere": _(
            "{code} has chosen no municipality in the form “Who are you?”, so nothing can be marked. Ask the trainee "
            "to choose {place}, save every form again, and send the file."
        ),
        "elsewhere": _(
            "{code} worked on {chosen}, but the roster says {place}. Correct the roster, or ask the trainee to work "
            "on the right one."
        ),
    }


def _of_files() -> dict[str, str]:
    return {
        "empty": _("The file is empty. Ask the trainee to send the .ipynb file again."),
        "damaged": _(
            "The notebook is damaged or was cut off on the way. Ask the trainee to send the .ipynb file again."
        ),
        "pdf": _("This is a PDF. Ask the trainee for the .ipynb file itself."),
        "other archive": _(
            "This archive is of a kind that is not read here. Unpack it into the inbox, and collect again."
        ),
        "picture": _("This is a picture. Ask the trainee for the .ipynb file itself."),
        "web page": _(
            "This is a web page, not the notebook. Ask the trainee to download the .ipynb file and send that."
        ),
        "no notebook": _("This is no notebook. Ask the trainee to send the .ipynb file again."),
        "old and damaged": _(
            "The notebook is of the old format 3, and damaged. Ask the trainee to send the .ipynb file again."
        ),
        "no cells": _(
            "There are no cells in this file, so it is no exercise. Ask the trainee to send the .ipynb file again."
        ),
        "nested": _("The notebook is nested too deep to be read. Ask the trainee to send it again."),
        "link": _("This is a link to another place, not a file. Put the file itself into the inbox."),
        "no file": _("This is no ordinary file. Put the trainee's file into the inbox."),
        "unreadable": _("The file cannot be read ({error}). Copy it again."),
        "too large": _("The file unpacks to more than {most} MB, so it is no exercise. Ask for the .ipynb file alone."),
    }


def _of_archives() -> dict[str, str]:
    return {
        "archive damaged": _("The archive is damaged or was cut off on the way. Ask for it again."),
        "too many": _("The archive holds too many files: {number}. Unpack it, and collect the folder."),
        "document": _("This is a document or an app, no notebook. Ask the trainee for the .ipynb file itself."),
        "link inside": _("This is a link to another place, not a file. Ask for the file itself."),
        "locked": _("The archive is locked with a password. Ask for it without one."),
        "member damaged": _("This file in the archive is damaged ({error}). Ask for it again."),
        "too deep": _("Archives lie in archives, too deep. Unpack them, and collect the folder."),
        "no room": _("The archive unpacks to more than {most} MB. Unpack it, and collect the folder."),
    }


def _of_runs() -> dict[str, str]:
    return {
        "early": _("The run ended before its last cell: {why}."),
        "no number": _("The check {cell} gave no usable number: {error}."),
        "unfenced": _("the code ran without the fence"),
        "same process": _("the checks ran where the trainee's code did"),
    }


def _of_repairs(count: int) -> dict[str, str]:
    """What was mended in a hand-in; each ends a line that begins with its name."""
    return {
        "unwrapped text": _("unwrapped a notebook that was kept as a text"),
        "unwrapped": _("unwrapped a notebook that a server had wrapped"),
        "behind": _("left out what stood behind the end of the notebook"),
        "encoding": _("read as {encoding}"),
        "characters": _("replaced damaged characters"),
        "format 3": _("converted from notebook format 3"),
        "format": _("read notebook format {format} as 4.5"),
        "unreadable cells": plural(
            "left out {count} cell that could not be read", "left out {count} cells that could not be read", count
        ),
        "whole": _("made it whole: the file held the answers alone"),
        "deleted": _("put back the deleted cell {cell}"),
        "copy": _("left out a copy of the cell {cell}"),
        "edited": _("put back the text of the locked cell {cell}"),
        "more": plural("and {count} more cell", "and {count} more cells", count),
        "moved": _("put moved cells back into their order"),
        "text again": _("made {cell} a text cell again"),
        "code again": _("made {cell} a code cell again"),
        "doubled": plural("left out {count} doubled cell", "left out {count} doubled cells", count),
        "guessed": _("found cells without their metadata by what stands in them and where"),
    }

"""Slips to print and cut: each trainee's code, in digits that can be read across a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from aimak.cohort.paper import fill
from aimak.cohort.roster import Trainee
from aimak.data import municipality
from aimak.files import write_whole
from aimak.i18n import speaking
from aimak.i18n import translate as _


def write_slips(trainees: Iterable[Trainee], path: Path) -> Path:
    """Write an HTML page of slips, ten on a sheet of A4, each in the trainee's language."""
    html = fill("slips.html", title=_("Slips with trainee codes"), slips=[_slip(one) for one in trainees])
    write_whole(path, html)
    return path


def _slip(one: Trainee) -> Mapping[str, str]:
    with speaking(one.language):
        place = municipality(one.municipality)
        return {
            "lang": one.language,
            "name": one.name or "________________",
            "code": one.code,
            "label": _("Your trainee code"),
            "place": _("Your municipality: {name} ({code})").format(name=place.shown, code=place.code),
            "what": _("Type both into the form “Who are you?” at the top of the exercise."),
        }

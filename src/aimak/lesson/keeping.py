"""Where the answers are kept: in the notebook's file, in the trainee's browser, or nowhere, as in Voilà."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from html import escape
from typing import Any

from aimak.i18n import translate as _
from aimak.lesson.answers import MIME, Record

#: Tells in a notebook's metadata (``aimak.holds``) that it holds answers and nothing else.
ANSWERS_ONLY = "answers"


class Place(Enum):
    """What the notebook is shown by."""

    FILE = "file"
    BROWSER = "browser"
    VOILA = "voila"


_told: list[Place] = []


def use_place(place: Place) -> None:
    """Say what the notebook is shown by, where it cannot be seen from within."""
    _told[:] = [place]


def place() -> Place:
    """What the notebook is shown by: what :func:`use_place` said, else Voilà if it started this kernel, else a file."""
    if _told:
        return _told[-1]
    return Place.VOILA if "VOILA_REQUEST_URL" in os.environ or "VOILA_BASE_URL" in os.environ else Place.FILE


def kept(unit: str, records: Mapping[str, Record]) -> str:
    """What Save tells about keeping, as HTML."""
    match place():
        case Place.FILE:
            said = _("Saved in this notebook. Keep the file too: press Ctrl+S, or choose Save in the menu.")
        case Place.BROWSER:
            said = _("Saved in this browser. When you are done, press “Hand in” below.")
        case Place.VOILA:
            said = _(
                "This page keeps nothing. When you are done, download your answers and send the file to your trainer."
            )
            return f"<p>{escape(said)}</p><p>{download_link(unit, records)}</p>"
    return f"<p>{escape(said)}</p>"


def answers_notebook(unit: str, records: Mapping[str, Record]) -> dict[str, Any]:
    """The smallest notebook that holds the answers: one cell, and in its outputs the records. Collecting makes the
    whole hand-in of it.

    :param records: by form.
    """
    outputs = [
        {"output_type": "display_data", "data": {MIME: record.as_json(), "text/plain": record.form}, "metadata": {}}
        for record in records.values()
    ]
    cell = {"cell_type": "code", "id": "answers", "metadata": {}, "source": "", "outputs": outputs}
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"aimak": {"assignment": unit, "holds": ANSWERS_ONLY}},
        "cells": [{**cell, "execution_count": None}],
    }


def download_link(unit: str, records: Mapping[str, Record]) -> str:
    """A link that downloads :func:`answers_notebook`; the file is in the link itself, so no server is asked."""
    text = json.dumps(answers_notebook(unit, records), ensure_ascii=False)
    address = f"data:application/x-ipynb+json;base64,{b64encode(text.encode()).decode()}"
    words = escape(_("Download your answers"))
    name = escape(_file_name(unit, records), quote=True)
    return f'<a class="aimak-download" href="{address}" download="{name}">{words}</a>'


def _file_name(unit: str, records: Mapping[str, Record]) -> str:
    who = records.get("who")
    code = "".join(c for c in str(who.values.get("trainee") or "") if c.isalnum())[:20] if who else ""
    parts = [unit, code, f"{datetime.now():%Y%m%d-%H%M}"]
    return "-".join(part for part in parts if part) + ".ipynb"

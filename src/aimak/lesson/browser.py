"""What the exercise app in a browser tells the kernel before any cell runs."""

from __future__ import annotations

import json

from aimak.i18n import is_language, use_language
from aimak.lesson.answers import read_record
from aimak.lesson.keeping import Place, use_place
from aimak.lesson.loading import watch_cells
from aimak.lesson.own_file import know_records


def begin(told: str) -> None:
    """Take over the reader's language and the answers saved so far.

    The page hands the answers over itself, since without a service worker (plain http) a kernel in a browser sees no
    files.

    :param told: JSON with ``unit``, ``language`` (ignored if unknown) and ``records``, a list.
    """
    about = json.loads(told)
    if is_language(about.get("language")):
        use_language(about["language"])
    use_place(Place.BROWSER)
    watch_cells()
    records = [record for one in about.get("records", []) if (record := read_record(one)) is not None]
    know_records(str(about.get("unit", "")), {record.form: record for record in records})

"""Take a translator's table back into the catalogs, row by row: what cannot be used is named, the rest is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aimak.files import write_whole
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.translation.extract import TARGETS, read_catalogs
from aimak.translation.gate.check import checks
from aimak.translation.gate.figures import figures
from aimak.translation.gate.marks import frame, marks
from aimak.translation.gate.problem import TextCheck, fewest
from aimak.translation.message import catalog_path
from aimak.translation.pofile import AWAITS, Catalog, Entry, pofile_text
from aimak.translation.review import REVIEWED
from aimak.translation.table import YES, Row, read_rows

#: Without these a page would show a name in braces, lose a link, or teach a wrong figure.
_REFUSED = {"marks": marks, "figures": figures}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row, with what mends it."""

    row: int
    text: str
    what: str

    def said(self, file: str) -> str:
        """One line that names file and row."""
        return _("{file}, row {row}: {what}").format(file=file, row=self.row, what=self.what)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came of a table: how many rows changed a catalog; rows that were refused, that belong to a text which has
    changed since, and that were taken but should be looked at; the catalogs written."""

    taken: int
    refused: tuple[Remark, ...]
    outdated: tuple[Remark, ...]
    doubtful: tuple[Remark, ...]
    written: tuple[Path, ...]


def read_back(project: Project, path: Path) -> ReadBack:
    """Take the translations, notes and marks of a table over into the catalogs. An empty cell changes nothing.

    A guess is done when its translation was changed, or its state was set to «done». A text is marked as looked at by
    a native editor when the table's column says yes.

    :raises UserError: if the table cannot be read.
    """
    rows = read_rows(path)
    reader = _Reader(project)
    for row in rows:
        reader.take(row)
    written = [
        catalog_path(project, language, name)
        for (language, name), catalog in reader.changed.items()
        if write_whole(catalog_path(project, language, name), pofile_text(catalog))
    ]
    return ReadBack(reader.taken, tuple(reader.refused), tuple(reader.outdated), tuple(reader.doubtful), tuple(written))


class _Reader:
    """Takes rows one after another."""

    def __init__(self, project: Project) -> None:
        self.taken = 0
        self.refused: list[Remark] = []
        self.outdated: list[Remark] = []
        self.doubtful: list[Remark] = []
        self.changed: dict[tuple[str, str], Catalog] = {}
        self._project = project
        self._catalogs: dict[str, dict[str, Catalog]] = {}
        self._checks: dict[str, list[TextCheck]] = {}

    def take(self, row: Row) -> None:
        """Put one row into its catalog, or remember why not."""
        language, name = row.cells["language"].strip(), row.cells["catalog"].strip()
        if language not in TARGETS:
            known = ", ".join(TARGETS)
            self.refused.append(Remark(row.number, "", _("The language must be one of {known}.").format(known=known)))
            return
        if language not in self._catalogs:
            self._catalogs[language] = read_catalogs(self._project, language)
        catalog = self._catalogs[language].get(name)
        found = _find(catalog, row) if catalog else None
        if catalog is None or found is None:
            what = _("The English text is another one now, or gone. Nothing was changed; write a new table.")
            self.outdated.append(Remark(row.number, row.cells["source"], what))
            return
        self._put(row, language, name, found)

    def _put(self, row: Row, language: str, name: str, found: tuple[Entry, int]) -> None:
        entry, form = found
        made = _edited(entry, form, row.cells, language)
        if made == entry:
            return
        source, text = row.cells["source"], made.translation[form]
        if text != entry.translation[form]:
            refusing = [*_REFUSED.values(), frame] if "/" in name else _REFUSED.values()
            wrong = fewest(entry, text, language, refusing)
            if wrong:
                self.refused.append(Remark(row.number, source, " ".join(wrong)))
                return
            doubts = fewest(entry, text, language, self._others(language))
            self.doubtful += [Remark(row.number, source, what) for what in doubts]
        catalog = self._catalogs[language][name]
        entries = {**catalog.entries, made.texts[0]: made}
        self._catalogs[language][name] = replace(catalog, entries=entries)
        self.changed[language, name] = self._catalogs[language][name]
        self.taken += 1

    def _others(self, language: str) -> list[TextCheck]:
        """The checks that only say what to look at."""
        if language not in self._checks:
            found = checks(self._project, language)
            self._checks[language] = [check for name, check in found.items() if name not in _REFUSED]
        return self._checks[language]


def _find(catalog: Catalog, row: Row) -> tuple[Entry, int] | None:
    """The entry that a row belongs to, and which of its forms it gives."""
    source, form = row.cells["source"], row.cells["form"].strip()
    place = int(form) - 1 if form.isdigit() else 0
    for entry in catalog.entries.values():
        english = entry.texts[0 if place == 0 else -1]
        if english == source and (len(entry.texts) > 1) == bool(form) and place < len(entry.translation):
            return entry, place
    return None


def _edited(entry: Entry, form: int, cells: Mapping[str, str], language: str) -> Entry:
    text = cells["translation"] or entry.translation[form]
    if text.strip() and text != text.strip() and entry.texts[0] == entry.texts[0].strip():
        text = text.strip()
    translation = (*entry.translation[:form], text, *entry.translation[form + 1 :])
    fuzzy = entry.fuzzy and translation == entry.translation and not _is_done(cells)
    awaits = entry.awaits
    if language == REVIEWED and "native" in cells:
        awaits = cells["native"].strip().lower() not in YES
    notes = [one for one in entry.notes if one != AWAITS]
    if "note" in cells:
        notes = [line for line in cells["note"].split("\n") if line.strip()]
    return replace(
        entry,
        translation=translation,
        fuzzy=fuzzy,
        previous=entry.previous if fuzzy else (),
        notes=(*notes, AWAITS) if awaits else tuple(notes),
    )


def _is_done(cells: Mapping[str, str]) -> bool:
    words = []
    for code in LANGUAGES:
        with speaking(code):
            words.append(_("done"))
    return cells.get("state", "").strip().lower() in (word.lower() for word in words)

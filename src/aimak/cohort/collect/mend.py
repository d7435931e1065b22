"""Make a whole hand-in of a damaged one: the release's cells in their order, with the trainee's answers in them."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from aimak.cohort.collect.read import Notebook
from aimak.cohort.said import Said, told
from aimak.course.cells import grade_id, is_answer
from aimak.lesson.answers import MIME, Record
from aimak.lesson.keeping import ANSWERS_ONLY

Cell = dict[str, Any]
#: Repairs that are told one by one.
MANY = 4


def mended_form(release: Notebook, records: Mapping[str, Record]) -> Notebook:
    """The release with each record in the output of its form. Nothing else of the file is graded."""
    made = copy.deepcopy(release)
    left = dict(records)
    for cell in made["cells"]:
        form = grade_id(cell).rpartition("-form-")[2]
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            if form in left:
                cell["outputs"] = [saved_output(left.pop(form))]
    return made


def form_damages(release: Notebook, notebook: Notebook) -> list[Said]:
    """What :func:`mended_form` mends: locked cells that are missing, doubled or edited. Their text is never graded."""
    if _answers_only(notebook):
        return [told("whole")]
    named = [(grade_id(cell), cell) for cell in notebook["cells"]]
    found = []
    for original in release["cells"]:
        name = grade_id(original)
        theirs = [cell for known, cell in named if known == name] if name else [original]
        if not theirs:
            found.append(told("deleted", cell=name))
        elif len(theirs) > 1:
            found.append(told("copy", cell=name))
        elif not is_answer(original) and theirs[0]["source"].strip() != original["source"].strip():
            found.append(told("edited", cell=name))
    if len(found) > MANY:
        return [*found[:MANY], told("more", count=len(found) - MANY)]
    return found


def _answers_only(notebook: Notebook) -> bool:
    about = notebook["metadata"].get("aimak")
    return isinstance(about, Mapping) and about.get("holds") == ANSWERS_ONLY


def saved_output(record: Record) -> dict[str, Any]:
    """The output that Save leaves, without the table for people."""
    data = {MIME: record.as_json(), "text/plain": record.form}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def mended_code(release: Notebook, notebook: Notebook, records: Mapping[str, Record]) -> tuple[Notebook, list[Said]]:
    """The release with the trainee's code in its task cells and the trainee's own cells where they stood.

    Cells are known by their ``grade_id``, else by their id, else by what stands in them, else by their place.
    :returns: the notebook, and what had to be mended.
    """
    repairs: list[Said] = []
    places = _Places(release["cells"], notebook["cells"])
    made: list[Cell] = places.own_before_all()
    order = [place for place in places.found if place is not None]
    if order != sorted(order):
        repairs.append(told("moved"))
    for number, original in enumerate(release["cells"]):
        place = places.found[number]
        cell = copy.deepcopy(original)
        theirs = notebook["cells"][place] if place is not None else None
        if theirs is None:
            if grade_id(original):
                repairs.append(told("deleted", cell=grade_id(original)))
        elif is_answer(original):
            cell["source"] = theirs["source"]
            if theirs["cell_type"] != original["cell_type"]:
                kind = "code again" if original["cell_type"] == "code" else "text again"
                repairs.append(told(kind, cell=grade_id(original)))
        elif grade_id(original) and theirs["source"] != original["source"]:
            repairs.append(told("edited", cell=grade_id(original)))
        if cell["cell_type"] == "code":
            form = grade_id(original).rpartition("-form-")[2]
            cell["outputs"] = [saved_output(records[form])] if form in records else []
            cell["execution_count"] = None
        made.append(cell)
        if place is not None:
            made += places.own_after(place)
    if places.doubled:
        repairs.append(told("doubled", count=places.doubled))
    if places.guessed:
        repairs.append(told("guessed"))
    return {**copy.deepcopy(release), "cells": _with_ids(made)}, repairs


class _Places:
    """Which cell of a file is which cell of the release.

    ``found[i]`` is the place in the file of the release's cell ``i``, or None.
    """

    def __init__(self, release: list[Cell], cells: list[Cell]) -> None:
        self.release, self.cells = release, cells
        self.taken: set[int] = set()
        self.doubled = 0
        self.guessed = False
        self.found: list[int | None] = [None] * len(release)
        for number, original in enumerate(release):
            if grade_id(original):
                self._take_one(number, [i for i, c in enumerate(cells) if grade_id(c) == grade_id(original)])
        for number, original in enumerate(release):
            if self.found[number] is None:
                same = [i for i, cell in enumerate(cells) if i not in self.taken and self._alike(original, cell)]
                self._take_one(number, same)
                self.guessed |= bool(same) and bool(grade_id(original))
        for number, original in enumerate(release):
            if self.found[number] is None and is_answer(original):
                self._take_by_place(number)

    def _alike(self, original: Cell, cell: Cell) -> bool:
        same_id = bool(original.get("id")) and cell["id"] == original["id"] and not grade_id(cell)
        return same_id or (not is_answer(original) and cell["source"].strip() == original["source"].strip())

    def _take_one(self, number: int, places: list[int]) -> None:
        """Of several, the last one with an answer in it; the others are copies."""
        if not places:
            return
        original = self.release[number]
        worked = [i for i in places if is_answer(original) and self.cells[i]["source"].strip() not in _empty(original)]
        self.found[number] = (worked or places)[-1]
        self.taken.update(places)
        self.doubled += len(places) - 1

    def _take_by_place(self, number: int) -> None:
        """A task whose cell lost its name: the code that stands between its neighbours."""
        before = next((p for p in reversed(self.found[:number]) if p is not None), -1)
        after = next((p for p in self.found[number + 1 :] if p is not None), len(self.cells))
        wanted = "code" if self.release[number]["cell_type"] == "code" else "markdown"
        free = [i for i in range(before + 1, after) if i not in self.taken and self.cells[i]["source"].strip()]
        mine = [i for i in free if self.cells[i]["cell_type"] == wanted] or free
        if mine:
            self.found[number] = mine[-1]
            self.taken.add(mine[-1])
            self.guessed = True

    def own_before_all(self) -> list[Cell]:
        """The trainee's own cells that stand before every known one."""
        first = min((place for place in self.found if place is not None), default=len(self.cells))
        return [_own(self.cells[i]) for i in range(first) if i not in self.taken]

    def own_after(self, place: int) -> list[Cell]:
        """The trainee's own cells behind a known one, up to the next."""
        made = []
        for i in range(place + 1, len(self.cells)):
            if i in self.taken:
                break
            made.append(_own(self.cells[i]))
        return made


def _own(cell: Cell) -> Cell:
    made = {"cell_type": cell["cell_type"], "id": cell["id"], "metadata": {}, "source": cell["source"]}
    return {**made, "outputs": [], "execution_count": None} if cell["cell_type"] == "code" else made


def _with_ids(cells: list[Cell]) -> list[Cell]:
    """Every cell with an id that no other has: nbformat 4.5 asks for it, and damage drops or doubles them."""
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        one = str(cell.get("id") or "")
        if (
            not one
            or one in seen
            or len(one) > 64
            or not one.replace("-", "").replace("_", "").isalnum()
            or not one.isascii()
        ):
            one = hashlib.sha256(f"{number}:{cell['source']}".encode()).hexdigest()[:16]
        seen.add(one)
        cell["id"] = one
    return cells


def _empty(original: Cell) -> set[str]:
    return {"", original["source"].strip()}


def content_of(notebook: Notebook, records: Mapping[str, Record]) -> str:
    """A digest of the answers: the same answers in other bytes give the same one."""
    answers = {form: [record.municipality, dict(record.values)] for form, record in records.items()}
    code = [cell["source"] for cell in notebook["cells"] if is_answer(cell) or not grade_id(cell)]
    text = json.dumps([answers, code], sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()

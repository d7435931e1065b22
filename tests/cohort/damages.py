"""What happens to a notebook between a trainee and a trainer: seeded damages that leave the answers in the file."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from typing import Any

import nbformat

from aimak.lesson.answers import MIME

Notebook = dict[str, Any]
#: Changes the notebook in place.
Edit = Callable[[Notebook, random.Random], None]
#: Changes the bytes of the file.
Wrap = Callable[[bytes, random.Random], bytes]


def grade_id(cell: dict[str, Any]) -> str:
    about = cell["metadata"].get("nbgrader")
    return str(about.get("grade_id", "")) if isinstance(about, dict) else ""


def has_answer(cell: dict[str, Any]) -> bool:
    about = cell["metadata"].get("nbgrader")
    return any(MIME in output.get("data", {}) for output in cell.get("outputs", [])) or bool(
        isinstance(about, dict) and about.get("solution")
    )


def _locked(notebook: Notebook) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if grade_id(cell) and not has_answer(cell)]


def some(cells: list[dict[str, Any]], count: int, draw: random.Random) -> list[dict[str, Any]]:
    return draw.sample(cells, min(count, len(cells)))


def delete_locked(nb: Notebook, draw: random.Random) -> None:
    for cell in some(_locked(nb), 2, draw):
        nb["cells"].remove(cell)


def delete_texts(nb: Notebook, draw: random.Random) -> None:
    nb["cells"] = [cell for cell in nb["cells"] if cell["cell_type"] == "code" or draw.random() < 0.5 or grade_id(cell)]


def double(nb: Notebook, draw: random.Random) -> None:
    for cell in some(nb["cells"], 3, draw):
        nb["cells"].insert(draw.randrange(len(nb["cells"])), json.loads(json.dumps(cell)))


def double_an_empty_answer(nb: Notebook, draw: random.Random) -> None:
    for cell in [cell for cell in nb["cells"] if has_answer(cell)][:2]:
        nb["cells"].append({**json.loads(json.dumps(cell)), "source": "", "outputs": []})
        if cell["cell_type"] == "markdown":
            del nb["cells"][-1]["outputs"]


def shuffle(nb: Notebook, draw: random.Random) -> None:
    draw.shuffle(nb["cells"])


def reverse(nb: Notebook, draw: random.Random) -> None:
    nb["cells"].reverse()


def retype(nb: Notebook, draw: random.Random) -> None:
    for cell in some(nb["cells"], 4, draw):
        cell["cell_type"] = draw.choice(("markdown", "raw", "code", "heading"))


def edit_checks(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        if "-check-" in grade_id(cell):
            cell["source"] = draw.choice(("", "5.0", "raise ValueError", "x ="))
            cell["metadata"]["nbgrader"]["points"] = draw.choice((0, 500, -3, "many", None))


def flip_flags(nb: Notebook, draw: random.Random) -> None:
    for cell in _locked(nb):
        for key in ("grade", "locked", "solution", "task"):
            cell["metadata"]["nbgrader"][key] = draw.choice((True, False, None, "yes"))


def strip_metadata(nb: Notebook, draw: random.Random) -> None:
    nb["metadata"] = {}
    for cell in nb["cells"]:
        cell["metadata"] = {}


def strip_ids(nb: Notebook, draw: random.Random) -> None:
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        cell.pop("id", None)


def same_ids(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        cell["id"] = draw.choice(("a", "not an id!", "x" * 90))


def spoil_nbgrader(nb: Notebook, draw: random.Random) -> None:
    for cell in some(_locked(nb), 3, draw):
        cell["metadata"]["nbgrader"] = draw.choice(
            ({}, "text", [], {"grade_id": 7}, {"grade_id": "stranger", "grade": True})
        )


def spoil_outputs(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "code" and not has_answer(cell):
            cell["outputs"] = draw.choice((None, "text", [None, 7], [{"output_type": "stranger", "data": []}], {}))


def add_outputs(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        if isinstance(cell.get("outputs"), list):
            text = "\ud83d half" if draw.random() < 0.3 else "x" * draw.randrange(100_000)
            cell["outputs"].append({"output_type": "stream", "name": "stdout", "text": text})


def spoil_counts(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        cell["execution_count"] = draw.choice((None, "7", -1, 1e9, [1], {}))


def source_lines(nb: Notebook, draw: random.Random) -> None:
    for cell in nb["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)


def strangers(nb: Notebook, draw: random.Random) -> None:
    for extra in (None, 7, "cell", {}, {"cell_type": "code"}, {"cell_type": "code", "source": "", "metadata": {}}):
        nb["cells"].insert(draw.randrange(len(nb["cells"])), extra)


def other_kernel(nb: Notebook, draw: random.Random) -> None:
    nb["metadata"]["kernelspec"] = {"name": draw.choice(("ir", "python2", "", "conda-env")), "language": "R"}


def other_format(nb: Notebook, draw: random.Random) -> None:
    number = draw.choice(((5, 0), (4, 9), (4, None), (None, None), ("4", "5"), (4, 0)))
    nb["nbformat"], nb["nbformat_minor"] = number


def odd_metadata(nb: Notebook, draw: random.Random) -> None:
    nb["metadata"]["aimak"] = draw.choice((None, [], "budget", {"assignment": "stranger"}, {"assignment": ["budget"]}))
    nb["metadata"]["widgets"] = {"state": float("nan")}


#: Damages that say nothing about where a cell stood or what it was called: any may come with any other.
EASY: tuple[Edit, ...] = (
    delete_locked, double, double_an_empty_answer, edit_checks, flip_flags, same_ids, strip_ids, spoil_outputs,
    add_outputs, spoil_counts, other_kernel, other_format, odd_metadata, delete_texts,
)  # fmt: skip
#: Cells that lost their place; with their names gone too, an analyst's code could not be told apart.
PLACE: tuple[Edit, ...] = (shuffle, reverse, retype)
NAMES: tuple[Edit, ...] = (strip_metadata, spoil_nbgrader)
#: Done last, because others read what they change.
LAST: tuple[Edit, ...] = (source_lines, strangers)


def utf16(data: bytes, draw: random.Random) -> bytes:
    return data.decode().encode(draw.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32")))


def cp1251(data: bytes, draw: random.Random) -> bytes:
    return data.decode().encode("cp1251", "replace")


def bom(data: bytes, draw: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + data


def tail(data: bytes, draw: random.Random) -> bytes:
    return data + draw.choice((b"\x00" * 4096, b"\n--boundary--", b"}", data[-40:]))


def head(data: bytes, draw: random.Random) -> bytes:
    return b"\r\n \t" + data.replace(b"\n", b"\r\n")


def bad_byte(data: bytes, draw: random.Random) -> bytes:
    place = data.find("ү".encode())
    return data if place < 0 else data[:place] + b"\xff" + data[place + 1 :]


def zipped(data: bytes, draw: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(draw.choice(("../a.ipynb", "бюджет.ipynb", "C:\\a.ipynb", "/a", "a/b/c.ipynb.txt")), data)
    return zipped(out.getvalue(), draw) if draw.random() < 0.4 else out.getvalue()


def wrapped(data: bytes, draw: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    if draw.random() < 0.5:
        return json.dumps(text).encode()
    return b'{"type": "notebook", "content": ' + text.encode() + b"}"


BYTES: tuple[Wrap, ...] = (utf16, cp1251, bom, tail, head, bad_byte, zipped, wrapped)


FILE_NAMES = (
    "{}.ipynb", "{} (2).ipynb", "{}.ipynb.txt", "IMG-20261120-WA{}.ipynb", "Бюджет {}", "u\u0308{}.ipynb.zip",
)  # fmt: skip


def format_3(notebook: Notebook) -> bytes:
    """As IPython of 2013 would have written it."""
    return nbformat.writes(nbformat.convert(nbformat.from_dict(notebook), 3)).encode()


def damaged(notebook: Notebook, draw: random.Random) -> tuple[str, bytes, str]:
    """A name, the bytes of a damaged copy, and what was done to it. The answers are still in it."""
    made = json.loads(json.dumps(notebook))
    if draw.random() < 0.05:
        return "old {}.ipynb", format_3(made), "format 3"
    edits = draw.sample(EASY, draw.randint(0, 2))
    edits += draw.sample(draw.choice((PLACE, NAMES, LAST)), 1)
    edits.sort(key=lambda edit: (edit in LAST, edit is spoil_outputs, edit in NAMES, edit.__name__))
    for edit in edits:
        edit(made, draw)
    data = json.dumps(made, ensure_ascii=draw.random() < 0.3, indent=draw.choice((None, 1))).encode("utf-8", "replace")
    wraps = draw.sample(BYTES, draw.randint(0, 1))
    for wrap in wraps:
        data = wrap(data, draw)
    name = draw.choice(
        ("{}.ipynb", "{} (2).ipynb", "{}.ipynb.txt", "IMG-20261120-WA{}.ipynb", "Бюджет {}", "u\u0308{}.ipynb.zip")
    )
    return name, data, " + ".join([*(edit.__name__ for edit in edits), *(wrap.__name__ for wrap in wraps)])

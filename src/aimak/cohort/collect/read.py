"""Read a file's bytes as a notebook, whatever was done to it on the way, and tell what had to be mended."""

from __future__ import annotations

import json
from typing import Any

import nbformat

from aimak.cohort.said import Said, told

Notebook = dict[str, Any]
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class SetAsideError(Exception):
    """A file cannot be taken. ``why`` says why, and what to do; see :func:`aimak.cohort.said.told`."""

    def __init__(self, code: str, /, **values: Any) -> None:
        self.why = told(code, **values)
        super().__init__(code)


def read_notebook(data: bytes) -> tuple[Notebook, list[Said]]:
    """The notebook in a file, as format 4, and what was mended.

    :raises SetAsideError: if there is none in it.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise SetAsideError("empty")
    text, repairs = decoded(data)
    start = text.lstrip("\ufeff\x00 \t\r\n")
    if not start.startswith(("{", '"{')):
        raise SetAsideError(_what_else(data, start))
    try:
        read, end = json.JSONDecoder().raw_decode(start)
        if isinstance(read, str):  # a notebook that somebody pasted as a text into another file
            read, repairs = json.loads(read), [*repairs, told("unwrapped text")]
    except (ValueError, RecursionError):
        raise SetAsideError("damaged") from None
    if start[end:].strip("\x00 \t\r\n"):
        repairs.append(told("behind"))
    if isinstance(read, dict) and isinstance(read.get("content"), dict) and "cells" not in read:
        read, repairs = read["content"], [*repairs, told("unwrapped")]
    return as_format_4(read, repairs), repairs


def decoded(data: bytes) -> tuple[str, list[Said]]:
    """The text of a file and what was mended. A notebook is UTF-8; messengers and editors think otherwise."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), [told("encoding", encoding=name.upper())]
    if data[:1] == b"\x00" or data[1:2] == b"\x00":
        name = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
        return data.decode(name, "replace"), [told("encoding", encoding=name.upper())]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    # A few bad bytes among good ones are damage; where nearly all are bad, it is another encoding.
    lenient = data.decode("utf-8-sig", "replace")
    foreign = sum(byte > 127 for byte in data)
    if lenient.count("\ufffd") * 5 <= foreign:
        return lenient, [told("characters")]
    return data.decode("cp1251", "replace"), [told("encoding", encoding="CP1251")]


def _what_else(data: bytes, start: str) -> str:
    """The code of what a file is that holds no notebook."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data[:4] in (b"Rar!", b"7z\xbc\xaf") or data[:2] == b"\x1f\x8b":
        return "other archive"
    if data[:3] == b"\xff\xd8\xff" or data[:4] == b"\x89PNG":
        return "picture"
    if start[:200].lower().lstrip().startswith(("<!doctype", "<html")):
        return "web page"
    return "no notebook"


def as_format_4(read: object, repairs: list[Said]) -> Notebook:
    """The notebook as format 4.5, whatever format its number names.

    :raises SetAsideError: if it has no cells.
    """
    if isinstance(read, dict) and isinstance(read.get("worksheets"), list):
        try:
            read = dict(nbformat.convert(nbformat.from_dict({**read, "nbformat": 3}), 4))
        except Exception:  # the converter stumbles over damage with whatever it is
            raise SetAsideError("old and damaged") from None
        repairs.append(told("format 3"))
    if not isinstance(read, dict) or not isinstance(read.get("cells"), list):
        raise SetAsideError("no cells")
    major, minor = read.get("nbformat"), read.get("nbformat_minor")
    if major != 4 or type(minor) is not int or minor > 5:
        repairs.append(told("format", format=plain(f"{major}.{minor}".replace("None", "?")[:20])))
    metadata = read.get("metadata")
    cells = [_cell(cell) for cell in read["cells"]]
    dropped = len(cells) - len([cell for cell in cells if cell])
    if dropped:
        repairs.append(told("unreadable cells", count=dropped))
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": metadata if isinstance(metadata, dict) else {},
        "cells": [cell for cell in cells if cell],
    }


def _cell(cell: object) -> dict[str, Any]:
    """A cell with the parts that are used, each of its right type; empty if it is none."""
    if not isinstance(cell, dict):
        return {}
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    metadata, outputs = cell.get("metadata"), cell.get("outputs")
    kind = cell.get("cell_type")
    made = {
        "cell_type": kind if kind in {"code", "markdown", "raw"} else "code",
        "id": str(cell.get("id") or ""),
        "metadata": metadata if isinstance(metadata, dict) else {},
        "source": plain(source) if isinstance(source, str) else "",
    }
    # A cell that was turned into another kind may still hold what Save left in it.
    if isinstance(outputs, list):
        made["outputs"] = [one for one in outputs if isinstance(one, dict)]
    return made


def plain(text: str) -> str:
    """A text that can be written: half characters are replaced."""
    return text.encode("utf-8", "replace").decode()

"""One notebook per language from the same source: what readers read is translated, what is graded stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aimak.course.blocks import blocks
from aimak.course.source import read_cells


@dataclass(frozen=True, slots=True)
class Message:
    """A text for translators.

    :param place: file and line, such as ``exercises/budget.md:12``.
    """

    text: str
    place: str


def messages(path: Path) -> list[Message]:
    """What a translator has to translate in the Markdown of a notebook's source, in its order; a text may stand twice.

    Code is left to Babel. A cell that is marked by hand is left out: nbgrader knows it, so it is the same in every
    language.

    :raises UserError: if the source cannot be read.
    """
    return [
        Message(block.text, f"{path.parent.name}/{path.name}:{line + block.line}")
        for cell, line in read_cells(path)
        if cell.cell_type == "markdown" and "by_hand" not in cell.metadata
        for block in blocks(cell.source)
    ]

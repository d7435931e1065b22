"""A paper as a file, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from aimak.site.papers.docx import document
from aimak.site.papers.settled import settled
from aimak.site.papers.source import Paper
from aimak.site.papers.xlsx import workbook


def make(paper: Paper, kind: str, laws: Mapping[str, str]) -> bytes:
    """The bytes of the paper as ``docx`` or ``xlsx``.

    :param laws: how each act is cited, by its key.
    :raises KeyError: if an act or a name in a formula is not known.
    """
    cited = [laws[key] for key in paper.laws]
    return settled(workbook(paper, cited) if kind == "xlsx" else document(paper, cited))

"""Small pieces of HTML for the forms of the unit `hearing`."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

GOOD, BAD = "#0b6e4f", "#b3261e"


def strong(text: str, colour: str) -> str:
    """A line in bold, in a colour that a word or sign beside it says too."""
    return f'<p style="margin:.2rem 0"><strong style="color:{colour}">{escape(text)}</strong></p>'


def plain_table(caption: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of a form: a caption, the first cell of a row as its head; columns 1 and 2 hold numbers.

    :param heads: names of the columns; none for a table of names and values.
    """
    head = "".join(f'<th scope="col"{_side(i, heads)}>{escape(name)}</th>' for i, name in enumerate(heads))
    body = []
    for row in rows:
        cells = "".join(f"<td{_side(i, heads)}>{escape(cell)}</td>" for i, cell in enumerate(row[1:], start=1))
        body.append(f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>')
    return (
        f'<div style="overflow-x:auto"><table><caption>{escape(caption)}</caption>'
        f"{f'<thead><tr>{head}</tr></thead>' if heads else ''}<tbody>{''.join(body)}</tbody></table></div>"
    )


def _side(column: int, heads: Sequence[str]) -> str:
    """Numbers stand to the right; the first column and a fourth of words to the left."""
    return ' class="n"' if column in (1, 2) or not (heads or column == 0) else ""

"""Tables of pages that Sphinx does not translate: what they say is in the reader's language already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from aimak.i18n import LANGUAGES, language


def table(
    title: str, head: Sequence[tuple[str, str]], rows: Iterable[Sequence[nodes.Node]], widths: Sequence[int]
) -> nodes.table:
    """A table whose texts have no source, so that Sphinx leaves them out of the catalogs.

    :param head: the heading of each column and the code of its language, by which its cells are marked; empty for that
        of the page.
    :param rows: cells; an inline node gets a paragraph around it.
    """
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", row([nodes.Text(text) for text, _code in head], ["" for _one in head]))
    group += nodes.tbody("", *(row(cells, [code for _text, code in head]) for cells in rows))
    # Sphinx gives a title a source of its own accord.
    return nodes.table("", nodes.title("", title, translatable=False), group, classes=["colwidths-given"])


def here() -> str:
    """The language in force, for data that has a column for each; English for the pseudo-language, which has none."""
    return language() if language() in LANGUAGES else LANGUAGES[0]


def row(cells: Sequence[nodes.Node], codes: Sequence[str]) -> nodes.row:
    """One row; a cell with a language's code is marked with it."""
    made = nodes.row()
    for cell, code in zip(cells, codes, strict=True):
        # docutils makes lang="…" of such a class, by which a screen reader changes its voice.
        classes = [f"language-{code}"] if code else []
        made += nodes.entry("", _block(cell), classes=classes)
    return made


def cell(label: str, *lines: nodes.Node | str) -> nodes.container:
    """A cell of several lines. Its label shows on a phone, where the table becomes cards without a head."""
    made = nodes.container(classes=["aimak-cell"])
    made += nodes.paragraph("", "", nodes.inline("", label), classes=["aimak-label"])
    for line in lines:
        made += _block(nodes.Text(line) if isinstance(line, str) else line)
    return made


def _block(node: nodes.Node) -> nodes.Node:
    return nodes.paragraph("", "", node) if isinstance(node, nodes.Inline | nodes.Text) else node

"""The glossary's table on a page: the reader's language first and in its order, each cell marked with its language."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx.util.nodes import is_translatable

from aimak.i18n import LANGUAGES, speaking
from aimak.i18n.pseudo import PSEUDO
from aimak.translation.glossary import Term
from aimak.translation.pages import terms_table

TERMS = (
    Term({"en": "village headman", "ru": "айыл башчысы", "ky": "айыл башчысы"}, is_confirmed=True),
    Term({"en": "cost price", "ru": "себестоимость", "ky": "өздүк нарк"}, is_confirmed=False),
    Term({"en": "patent", "ru": "патент", "ky": "патент"}, is_confirmed=True),
)


def cells(language: str) -> list[list[str]]:
    """The rows of the table, head first."""
    with speaking(language):
        table = terms_table(TERMS, "Terms")
    return [[entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)]


@pytest.mark.parametrize(
    ("language", "first_column"),
    [
        ("en", ["cost price", "patent", "village headman"]),
        ("ru", ["айыл башчысы", "патент", "себестоимость"]),
        ("ky", ["айыл башчысы\u00a0✔", "өздүк нарк\u00a0◌", "патент\u00a0✔"]),
        (PSEUDO, ["cost price", "patent", "village headman"]),
    ],
)
def test_the_readers_language_comes_first_and_gives_the_order(language: str, first_column: list[str]) -> None:
    assert [row[0] for row in cells(language)[1:]] == first_column


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cell_is_marked_with_its_language(language: str) -> None:
    with speaking(language):
        table = terms_table(TERMS, "Terms")
    body = next(iter(table.findall(nodes.tbody)))
    for row in body.findall(nodes.row):
        marked = [entry["classes"][0] for entry in row.findall(nodes.entry)]
        assert marked[0] == f"language-{language}"
        assert sorted(marked) == sorted(f"language-{code}" for code in LANGUAGES)


def test_nothing_of_it_goes_to_translators_a_second_time() -> None:
    table = terms_table(TERMS, "Terms")
    for node in table.findall(nodes.TextElement):
        node.source = "glossary.md"  # as Sphinx does with a title
    title = next(iter(table.findall(nodes.title)))
    assert not is_translatable(title)
    assert all(one.source is None for one in terms_table(TERMS, "Terms").findall(nodes.paragraph))


def test_the_signs_say_whether_the_kyrgyz_word_was_seen_in_a_source() -> None:
    kyrgyz = {row[0]: row[2] for row in cells("en")[1:]}
    assert kyrgyz["cost price"].endswith("◌")
    assert kyrgyz["patent"].endswith("✔")

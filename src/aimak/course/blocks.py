"""The blocks of a Markdown text that a translator sees: paragraphs, headings, list items, table cells.

Blocks are found with MyST's own parser, so a text has the same messages here and in the book. A message is the block's
source with its lines joined; marks of lists, headings, quotes and tables belong to the frame around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

#: What `_config.yml` switches on in MyST; a test holds the two together.
EXTENSIONS = frozenset({"colon_fence", "deflist", "dollarmath", "substitution", "attrs_inline"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text.

    :param text: the message.
    :param line: the line of the text, counted from 0, in which it begins.
    """

    text: str
    line: int


def blocks(text: str) -> list[Block]:
    """The messages of a Markdown text in their order; a picture's alternative text is one of its own."""
    found = []
    for token in _told(text):
        line = _lines(token)[0]
        found.append(Block(_message(token), line))
        pictures = (child for child in token.children or () if child.type == "image" and child.content)
        found += [Block(child.content, line) for child in pictures]
    return found


def rewritten(text: str, translate: Callable[[str], str]) -> str:
    """``text`` with every block put through ``translate``; a block that comes back as it was keeps its lines.

    :raises ValueError: if a translation changes the kind of a block, such as a sentence that begins with «1.»; the
        error's text is the message.
    """
    made = _replaced(text, translate)
    if _shape(made) != _shape(text):
        raise ValueError(next((one.text for one in blocks(text) if _changes(text, one.text, translate)), text))
    return made


def _changes(text: str, message: str, translate: Callable[[str], str]) -> bool:
    """True if this translation by itself changes the kinds of the blocks."""
    return _shape(_replaced(text, lambda one: translate(one) if one == message else one)) != _shape(text)


def _replaced(text: str, translate: Callable[[str], str]) -> str:
    lines = text.split("\n")
    ends: dict[int, int] = {}  # where in a line the cells begin that are done already
    for token in reversed(list(_told(text))):
        message = _message(token)
        said = translate(message)
        first, after = _lines(token)
        if token.type != "inline":
            lines[first:after] = "\n".join(lines[first:after]).replace(message, said, 1).split("\n")
            continue
        cell = token.meta["cell"]
        written = token.content.replace("|", r"\|") if cell else token.content.split("\n")[0]
        line = lines[first]
        at = line.rindex(written, 0, ends.get(first, len(line)))
        ends[first] = at
        if said == message:
            continue
        rest = line[at + len(written) :] if after == first + 1 else ""
        said = said.replace("\n", " ").replace("|", r"\|" if cell else "|")
        lines[first:after] = [line[:at] + said + rest]
    return "\n".join(lines)


def _shape(text: str) -> list[tuple[str, str, int]]:
    """The kinds of the blocks of a text in their order, whatever stands in them."""
    return [(token.type, token.tag, token.nesting) for token in _parser().parse(text)]


def _message(token: Token) -> str:
    # A formula's lines are not joined, in Sphinx neither.
    return token.content.replace("\n", " ").strip() if token.type == "inline" else token.content


def _told(text: str) -> Iterator[Token]:
    """The tokens that hold messages; of a text it is known whether it is a cell of a table."""
    tokens = _parser().parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in {"inline", "math_block"} and token.content.strip():
            token.meta = {**token.meta, "cell": before is not None and before.type in {"th_open", "td_open"}}
            yield token


def _lines(token: Token) -> tuple[int, int]:
    assert token.map is not None
    # The parser lets a term of a definition list end where it begins.
    return token.map[0], max(token.map[1], token.map[0] + 1)


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)

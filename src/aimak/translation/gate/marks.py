"""What a translation must keep as it is: names to fill in, HTML tags, inline marks of Markdown, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from aimak.course.blocks import EXTENSIONS
from aimak.i18n import translate as _

_NAMES = re.compile(r"\{[^{}\s]*\}|%\([a-z_]+\)[sd]|%[sd]")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)[^<>]*>")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
#: A formula in words, `price × litres`, is read by people: its words are translated. Code never has these signs.
_FORMULA = re.compile(r"\w\)? [×÷] ")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]«»“”]+")
#: What each kind of inline mark is called, and which of its attributes must stay.
_KEPT = {
    "strong_open": ("**", None),
    "em_open": ("*", None),
    "code_inline": ("`{}`", "content"),
    "link_open": ("]({})", "href"),
    "image": ("![]({})", "src"),
    "math_inline": ("${}$", "content"),
    "myst_role": ("{{{}}}", "name"),
}


def marks(source: str, translation: str, language: str) -> Iterator[str]:
    """Names in braces, tags and marks of Markdown that were lost or added, each in words."""
    checks = (
        (_NAMES.findall, _("The name {mark} is missing: write it as in English."), _("There is no {mark} in English.")),
        (_tags, _("The tag {mark} is missing: write it as in English."), _("There is no {mark} in English.")),
        (_inline, _("The mark {mark} is missing: write it as in English."), _("There is no {mark} in English.")),
        (_addresses, _("The address {mark} is missing: write it as in English."), _("There is no {mark} in English.")),
    )
    for found, missing, added in checks:
        before, after = Counter(found(source)), Counter(found(translation))
        yield from (missing.format(mark=mark) for mark in before - after)
        yield from (added.format(mark=mark) for mark in after - before)


def frame(source: str, translation: str, language: str) -> Iterator[str]:
    """A translation of a Markdown text that would be another kind of block, such as one that begins with «1.»."""
    if _shape(source) != _shape(translation):
        yield _("In Markdown this is another kind of block: look at how the text begins, and at its line breaks.")


def _tags(text: str) -> list[str]:
    return [re.sub(r"\s.*>", ">", found[0]) for found in _TAG.finditer(text)]


def _addresses(text: str) -> list[str]:
    return [one.rstrip(".,;:!?") for one in _ADDRESS.findall(text)]


def _inline(text: str) -> list[str]:
    found = _FOOTNOTE.findall(text)
    for token in _tokens(text):
        if token.type in _KEPT:
            shown, attribute = _KEPT[token.type]
            value = token.attrGet(attribute or "") or getattr(token, attribute or "", "")
            if token.type == "myst_role":
                value = token.meta["name"]
            if token.type == "code_inline" and _FORMULA.search(token.content):
                value = "… × …"
            found.append(shown.format(value))
    return found


def _tokens(text: str) -> Iterator[Token]:
    for block in _parser().parseInline(text):
        yield from block.children or ()


def _shape(text: str) -> list[tuple[str, str, int]]:
    return [(token.type, token.tag, token.nesting) for token in _parser().parse(text)]


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)

"""Find what the pseudo-language shows: text that cannot be translated stands outside ⟦ and ⟧."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

_APART = ("script", "style", "code", "pre", "kbd", "samp", "template", "math", "svg")
_BLOCKS = frozenset((
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6",
    "dt", "dd", "div", "figcaption", "caption", "summary", "button", "label", "option", "title",
))  # fmt: skip
_READ_ALOUD = ("alt", "title", "aria-label", "placeholder")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def outside(text: str) -> str:
    """What of a text stands outside the brackets.

    >>> outside("⟦Sávé ···⟧ and ⟦góöñ ···⟧")
    ' and '
    """
    return re.sub(r"⟦[^⟦⟧]*⟧", "", re.sub(r"⟦(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*⟧", "", text))


def untranslated(html: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """Texts with letters that no catalog gave, in the page's order, each once.

    Code, and words marked as of one language (``lang``), are left out.

    :param allowed: names that are the same in every language.
    """
    page = BeautifulSoup(html, "html.parser")
    for dead in page.find_all(_APART):
        dead.decompose()
    for marked in page.find_all(lang=True):
        if marked.name != "html":
            marked.decompose()
    found = []
    for text in _texts(page):
        rest = outside(re.sub(r"https?://\S+", "", " ".join(text.split())))
        for one in allowed:
            rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", rest)
        if _LETTERS.search(rest):
            found.append(rest.strip())
    return list(dict.fromkeys(found))


def _texts(page: BeautifulSoup) -> Iterator[str]:
    """Each block's text as one, since a translated sentence may have marks inside; then what is read aloud."""
    block: Tag | None = None
    parts: list[str] = []
    for node in page.find_all(string=True):
        if isinstance(node, PreformattedString) or not isinstance(node, NavigableString):
            continue
        here = next((above for above in node.parents if above.name in _BLOCKS), page)
        if here is not block:
            yield "".join(parts)
            block, parts = here, []
        parts.append(node)
    yield "".join(parts)
    for tag in page.find_all(True):
        yield from (str(tag[name]) for name in _READ_ALOUD if tag.get(name))

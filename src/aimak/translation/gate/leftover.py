"""English that was left on a built page of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from aimak.project import Project

#: What no reader takes for a text of the page.
_APART = ("script", "style", "code", "pre", "kbd", "samp", "noscript", "template", "math", "svg")
_READ_ALOUD = ("alt", "title", "aria-label", "placeholder")
_RUN = re.compile(r"[A-Za-z][A-Za-z’']*(?:[ \u00a0,–—-]+[A-Za-z][A-Za-z’']*)*")
#: One Latin word in a sentence is a name; from this many on it is English, wherever it stands.
_WORDS = 3


def english_left(html: str, allowed: Sequence[str]) -> list[str]:
    """Runs of English words on a page, in its order, each once.

    A run of three words counts in any sentence; shorter ones count where the whole text has no other letters.
    Parts marked as English (``lang="en"``) and code do not count.

    :param allowed: runs that may stand, such as names.
    """
    page = BeautifulSoup(html, "html.parser")
    for dead in page.find_all(_APART):
        dead.decompose()
    for english in page.find_all(lang="en"):
        if english.name != "html":
            english.decompose()
    found: list[str] = []
    for text in _texts(page):
        found += _english(text, allowed)
    return list(dict.fromkeys(found))


def _texts(page: BeautifulSoup) -> Iterator[str]:
    for node in page.find_all(string=True):
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield " ".join(node.split())
    for tag in page.find_all(True):
        if isinstance(tag, Tag):
            yield from (str(tag[name]) for name in _READ_ALOUD if tag.get(name))


def _english(text: str, allowed: Sequence[str]) -> Iterator[str]:
    rest = re.sub(r"https?://\S+|\S+@\S+|\S+\.[a-z]{2,5}\b", " ", text)
    for one in allowed:
        rest = re.sub(rf"(?<![A-Za-z]){re.escape(one)}(?![A-Za-z])", "…", rest)
    has_others = bool(re.search(r"[^\W\d_a-zA-Z]", rest))
    for run in _RUN.findall(rest):
        words = re.findall(r"[A-Za-z][A-Za-z’']+", run)
        if len(words) >= (_WORDS if has_others else 1):
            yield run


def allowed_path(project: Project) -> Path:
    """The short list of what may stay English."""
    return project.root / "book" / "locale" / "allowed-english.txt"


def read_allowed(project: Project) -> tuple[str, ...]:
    """The runs that may stand in every language: one a line, longest first; `#` begins a reason."""
    lines = (line.partition("#")[0].strip() for line in allowed_path(project).read_text(encoding="utf-8").splitlines())
    return tuple(sorted((line for line in lines if line), key=len, reverse=True))

"""Find what a page would load from another site. Links that a reader clicks are no strangers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

#: Attributes that make a browser load something at once, by tag.
_LOADS = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "link": "href",
    "use": "href",
    "input": "src",
}
#: Link relations that load; the others only name another page.
_LOADING_RELATIONS = {"stylesheet", "preload", "prefetch", "icon", "modulepreload", "preconnect", "dns-prefetch"}
_ADDRESS = re.compile(r"^(https?:)?//", re.IGNORECASE)
_CSS_LOAD = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An address of another site that ``file`` would load."""

    file: Path
    address: str


class _Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and not _LOADING_RELATIONS.intersection(values.get("rel", "").lower().split()):
            return
        address = values.get(_LOADS.get(tag, ""), "")
        candidates = [address, *(part.strip().split(" ")[0] for part in values.get("srcset", "").split(","))]
        self.found += [one for one in candidates if _ADDRESS.match(one.strip())]
        self.found += _CSS_LOAD.findall(values.get("style", ""))


def loads_of_page(text: str) -> list[str]:
    """Addresses of other sites that an HTML page loads by itself."""
    parser = _Loads()
    parser.feed(text)
    styles = re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL | re.IGNORECASE)
    return parser.found + [address for style in styles for address in _CSS_LOAD.findall(style)]


def strangers(site: Path) -> list[Stranger]:
    """Everything in a site's pages and style sheets that a browser would load from elsewhere."""
    found: list[Stranger] = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            found += [Stranger(path, one) for one in loads_of_page(path.read_text(encoding="utf-8"))]
        elif path.suffix == ".css":
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [Stranger(path, one) for one in _CSS_LOAD.findall(text)]
    return found

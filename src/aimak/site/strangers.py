"""Find what a page would load from another site. Links that a reader clicks are no strangers."""

from __future__ import annotations

import json
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


#: Addresses of places that hand out packages; an app's script that names one may go there by itself.
_DISTRIBUTOR = re.compile(r"https?://(?:cdn\.[\w.-]+|unpkg\.com|esm\.sh|[\w.-]*pythonhosted\.org)[^\"'`\s\\\\)]*")
#: The browser app: its own scripts and lists load without a page that says so.
_APP = "lite"


def strangers(site: Path, allowed: str = "") -> list[Stranger]:
    """Everything in a site's pages, style sheets and browser app that a browser would load from elsewhere.

    :param allowed: the one address outside the site below which the app's list of packages may name files.
    """
    found: list[Stranger] = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            found += [Stranger(path, one) for one in loads_of_page(path.read_text(encoding="utf-8"))]
        elif path.suffix == ".css":
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [Stranger(path, one) for one in _CSS_LOAD.findall(text)]
        elif path.relative_to(site).parts[0] == _APP and path.suffix in {".js", ".mjs", ".json"}:
            found += [Stranger(path, one) for one in _loads_of_app(path, allowed)]
    return found


def _loads_of_app(path: Path, allowed: str) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="ignore")
    found: list[str] = _DISTRIBUTOR.findall(text)
    if path.name == "pyodide-lock.json":
        named = [str(one["file_name"]) for one in json.loads(text)["packages"].values()]
        found = [one for one in named if _ADDRESS.match(one) and not (allowed and one.startswith(allowed))]
    return found

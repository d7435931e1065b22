"""Write the worker, its list of files and its script at the root of a finished site; name the script in each page."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES, is_language, translate, use_language
from aimak.i18n import language as current_language
from aimak.site.compress import SUFFIXES
from aimak.site.library.files import DATA
from aimak.site.lite.large import FOLDER
from aimak.site.print.links import PRINT, SHOWN

_HERE = Path(__file__).parent
#: The browser itself looks after the worker.
WORKER = "sw.js"
#: Files that are kept when a reader opens any page, and those kept when a reader opens an exercise. What belongs to one
#: language is in a set of its own, such as `pages-ky`, and kept by those who read it.
PAGES, EXERCISE = "pages", "exercise"
#: Kept once somebody has asked for them: an analyst's large libraries, tables of data, slides and what is printed.
ASKED = "asked"
#: Folders of a language's pages for those who ask.
_LARGE = (PRINT, SHOWN)
_HEAD_END = "</head>"
#: Catalogs of the theme, which pages were built with.
_NEVER_ASKED = (".po", ".mo", ".pot", ".map")


@dataclass(frozen=True)
class Kept:
    """What the worker keeps: the version of the site, and bytes on the wire of each set of files."""

    version: str
    sizes: Mapping[str, int]


def write_offline(site: Path) -> Kept:
    """Write the worker for ``site``. Call it last: what is changed afterwards does not match its list.

    :raises UserError: if a page has no head to name the script in.
    """
    for page in sorted(site.rglob("*.html")):
        if page.parent != site:  # who has not chosen a language yet has nothing to keep
            _name_script(site, page)
    for earlier in site.glob("files-*.json*"):
        earlier.unlink()
    _fill(site / "offline.js", "offline.js", TEXTS=texts())
    files = files_of(site)
    sizes: dict[str, int] = {}
    for _digest, size, name in files.values():
        sizes[name] = sizes.get(name, 0) + size
    version = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:16]
    # The list has its version in its name: a worker never meets the list of another version.
    write_whole(site / f"files-{version}.json", json.dumps({"files": files}, sort_keys=True) + "\n")
    _fill(site / "sw.js", "sw.js", VERSION=version)
    return Kept(version, sizes)


def files_of(site: Path) -> dict[str, tuple[str, int, str]]:
    """What the worker answers for: path -> (start of its SHA-256, bytes as they are, its set)."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        left_out = path.suffix in {*SUFFIXES, *_NEVER_ASKED} or name == WORKER or path.name.startswith(".")
        if path.is_file() and not left_out:
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()[:24]
            found[name] = (digest, len(content), _set_of(name))
    return found


def _set_of(name: str) -> str:
    if name.startswith(f"lite/static/pyodide/{FOLDER}/"):
        return ASKED
    texts = re.fullmatch(r"lite/static/pyodide/aimak_texts_(\w+)-[^/]+", name)
    if texts and is_language(texts[1]):
        return f"{EXERCISE}-{texts[1]}"
    first, *rest = name.split("/")
    printed = bool(rest) and rest[0] in _LARGE  # a phone must not fetch a trainer's PDFs
    if printed or (first == "downloads" and rest[1:2] == [DATA]):
        return ASKED
    kept = EXERCISE if first == "lite" else PAGES
    # A language's own files: its pages, its downloads, its notebooks in the app.
    place = {"lite": rest[1:2], "downloads": rest[:1]}.get(first, [first])
    return f"{kept}-{place[0]}" if place and is_language(place[0]) else kept


def _name_script(site: Path, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if 'http-equiv="refresh"' in text or _HEAD_END not in text:
        return
    up = "../" * (len(page.relative_to(site).parts) - 1)
    # First in the head: in an exercise the worker must be there before JupyterLite looks for one.
    script = f'<script src="{up}offline.js"></script>'
    if script not in text:
        write_whole(page, re.sub(r"(<head[^>]*>)", rf"\1\n{script}", text, count=1))


def texts() -> dict[str, dict[str, str]]:
    """What the script says, by language."""
    before = current_language()
    said = {}
    for language in LANGUAGES:
        use_language(language)
        said[language] = _said()
    use_language(before)
    return said


def _said() -> dict[str, str]:
    _ = translate
    return {
        "new": _("A new version of the course is there."),
        "use": _("Use it now"),
        "later": _("Later"),
        "stored": _("Stored on this device for use without internet: {size} MB."),
        "part": _("Being stored on this device for use without internet: {done} of {size} MB."),
        "more": _("Store the exercises too (they take {size} MB here)"),
        "full": _("This device has no room left: the course does not work without internet."),
    }


def _fill(target: Path, template: str, **parts: object) -> None:
    text = (_HERE / template).read_text(encoding="utf-8")
    for name, value in parts.items():
        if text.count(f"__{name}__") != 1:
            raise UserError(
                translate("{file} has no place for {name}.").format(file=template, name=name),
                translate("Take the file as it is released."),
            )
        text = text.replace(f"__{name}__", json.dumps(value, ensure_ascii=False, sort_keys=True))
    write_whole(target, text)

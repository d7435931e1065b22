"""Build the site: the book, its downloads, what it serves from itself; then swap it into place as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.course.lessons import build_lessons
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book import build_book
from aimak.site.compress import compress
from aimak.site.lite import build_lite
from aimak.site.offline import write_offline
from aimak.site.slim import slim
from aimak.site.strangers import strangers

#: The book's language; the others follow with their translations.
LANGUAGE = "en"
#: What the pages load from the site itself: name under `_static/vendor` -> file or folder of an npm package.
VENDORED = {
    "mathjax/tex-chtml.js": "mathjax/es5/tex-chtml.js",
    "mathjax/output/chtml/fonts/woff-v2": "mathjax/es5/output/chtml/fonts/woff-v2",
    "widgets/embed.js": "@jupyter-widgets/html-manager/dist/embed.js",
}

_ROOT_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aimak course kit</title><link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url=en/book/intro.html"></head>
<body><main><h1>Aimak course kit</h1><p><a href="en/book/intro.html">Open the course</a></p></main></body></html>
"""


@dataclass(frozen=True)
class SiteBuilt:
    """What was built: where, how many pages, how many bytes were cut, the size of its texts by encoding, and the
    version by which browsers know it."""

    folder: Path
    pages: int
    saved_bytes: int
    sizes: Mapping[str, int]
    version: str


def build_site(project: Project, step: Callable[[str], None] = lambda _text: None, pyodide: str = "") -> SiteBuilt:
    """Build `_build/site`. An interrupted or failed build leaves the last whole site in place.

    :param step: told what is being done, for a progress line.
    :param pyodide: where an analyst's large libraries come from: an address, a folder, or empty for the public one.
    :raises UserError: if a release or a browser part is missing, the book has a warning, or a page would load
        something from elsewhere.
    """
    downloads = _downloads(project)
    vendored = _vendored(project)
    html = project.build / "html" / LANGUAGE
    step(_("building the pages (lessons run where they changed)"))
    build_book(project, LANGUAGE, html)
    step(_("assembling the site"))
    new = project.build / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(html, new / LANGUAGE, ignore=shutil.ignore_patterns(".buildinfo*", "objects.inv", "*.map"))
    for name, path in vendored.items():
        _copy(path, new / LANGUAGE / "_static" / "vendor" / name)
    for name, path in downloads.items():
        _copy(path, new / "downloads" / name)
    step(_("building the exercises for the browser"))
    exercises, lessons = (_named(downloads, lessons=wanted) for wanted in (False, True))
    lite = build_lite(project, new / "lite", exercises, lessons, pyodide)
    write_whole(new / "index.html", _ROOT_PAGE)
    write_whole(new / ".nojekyll", "")
    saved = slim(new / LANGUAGE)
    kept = write_offline(new)
    step(_("checking that nothing is loaded from elsewhere"))
    found = strangers(new, lite.address)
    if found:
        raise UserError(
            _("{file} would load {address} from another site (such addresses in all: {count}).").format(
                file=found[0].file.relative_to(new), address=found[0].address, count=len(found)
            ),
            _("Vendor the file, or make it an ordinary link."),
        )
    step(_("compressing"))
    sizes = compress(new)
    _swap(new, project.site)
    pages = len([page for page in project.site.rglob("*.html") if "lite" not in page.relative_to(project.site).parts])
    return SiteBuilt(project.site, pages, saved, sizes, kept.version)


def _downloads(project: Project) -> dict[str, Path]:
    files = {f"lesson-{path.stem}.ipynb": path for path in build_lessons(project)}
    for name in (path.stem for path in sorted(project.exercises.glob("*.md")) if path.stem != "README"):
        release = project.exercises / "release" / name / f"{name}.ipynb"
        if not release.is_file():
            raise UserError(
                _("The exercise '{name}' is not built, so its page would offer nothing.").format(name=name),
                _("Run: {command}").format(command="aimak exercises build"),
            )
        files[f"{name}.ipynb"] = release
    return files


def _named(downloads: Mapping[str, Path], *, lessons: bool) -> dict[str, Path]:
    """The downloads by the name of their unit: the lessons, or the exercises."""
    prefix = "lesson-"
    return {
        name.removeprefix(prefix).removesuffix(".ipynb"): path
        for name, path in downloads.items()
        if name.startswith(prefix) == lessons
    }


def _vendored(project: Project) -> dict[str, Path]:
    files = {name: project.root / "node_modules" / path for name, path in VENDORED.items()}
    missing = [path for path in files.values() if not path.exists()]
    if missing:
        raise UserError(
            _("{file} is missing.").format(file=missing[0].relative_to(project.root)),
            _("Run: {command}").format(command="npm ci"),
        )
    return files


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _swap(new: Path, place: Path) -> None:
    old = place.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)

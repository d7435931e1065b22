"""Build the site: the book, its downloads, what it serves from itself; then swap it into place as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from aimak.course.downloads import downloads
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.book import build_book
from aimak.site.compress import compress
from aimak.site.kept import kept_app
from aimak.site.library.files import library_files
from aimak.site.lite import build_lite
from aimak.site.offline import write_offline
from aimak.site.print import Printed, Task, print_course, put_links
from aimak.site.root import root_page
from aimak.site.slim import slim
from aimak.site.strangers import strangers

#: What the pages load from the site itself: name under `_static/vendor` -> file or folder of an npm package.
VENDORED = {
    "mathjax/tex-chtml.js": "mathjax/es5/tex-chtml.js",
    "mathjax/output/chtml/fonts/woff-v2": "mathjax/es5/output/chtml/fonts/woff-v2",
    "widgets/embed.js": "@jupyter-widgets/html-manager/dist/embed.js",
}
#: What Sphinx leaves beside the pages and nobody asks for: its own records, the catalogs that the theme came with.
_LEFT_OUT = (".buildinfo*", ".made-from", "objects.inv", "*.map", "*.po", "*.mo", "*.pot", "locales", "*macros.html")


@dataclass(frozen=True)
class SiteBuilt:
    """What was built: where, how many pages, how many bytes were cut, the size of its texts by encoding, the version by
    which browsers know it, and what came of printing, if it was asked for."""

    folder: Path
    pages: int
    saved_bytes: int
    sizes: Mapping[str, int]
    version: str
    printed: Printed | None = None


def build_site(
    project: Project,
    step: Callable[[str], None] = lambda _text: None,
    pyodide: str = "",
    languages: Sequence[str] = LANGUAGES,
    printing: Callable[[list[Task]], Iterable[Task]] | None = None,
) -> SiteBuilt:
    """Build `_build/site`. An interrupted or failed build leaves the last whole site in place.

    :param step: told what is being done, for a progress line.
    :param pyodide: where an analyst's large libraries come from: an address, a folder, or empty for the public one.
    :param languages: those to build.
    :param printing: makes slides and PDFs as well, going through what is to be made; without it there are none.
    :raises UserError: if a release or a browser part is missing, the book has a warning, or a page would load
        something from elsewhere.
    """
    notebooks = {language: downloads(project, language) for language in languages}
    offered = {language: library_files(project, language) for language in languages}
    vendored = _vendored(project)
    step(_("building the pages (lessons run where they changed)"))
    books = _books(project, languages)
    step(_("assembling the site"))
    new = project.build / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language, html in books.items():
        shutil.copytree(html, new / language, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        for name, path in vendored.items():
            _copy(path, new / language / "_static" / "vendor" / name)
    for language in languages:
        for name, path in {**notebooks[language], **offered[language]}.items():
            _copy(path, new / "downloads" / language / name)
    step(_("building the exercises for the browser"))
    address = _app(project, new / "lite", notebooks, pyodide)
    write_whole(new / "index.html", root_page(languages))
    write_whole(new / ".nojekyll", "")
    saved = _slim(new, languages)
    printed = _print(project, new, languages, step, printing)
    kept = write_offline(new)
    step(_("checking that nothing is loaded from elsewhere"))
    _refuse_strangers(new, address)
    step(_("compressing"))
    sizes = compress(new, project.build / "compressed")
    _swap(new, project.site)
    pages = len([page for page in project.site.rglob("*.html") if "lite" not in page.relative_to(project.site).parts])
    return SiteBuilt(project.site, pages, saved, sizes, kept.version, printed)


def _books(project: Project, languages: Sequence[str]) -> dict[str, Path]:
    """Build the pages of each language at the same time; returns where they lie."""
    books = {language: project.build / "html" / language for language in languages}
    # All at once, also on two cores: each spends much of its time in its own start, and three in two turns take longer.
    with ThreadPoolExecutor(len(books)) as pool:
        building = [pool.submit(build_book, project, language, html, languages) for language, html in books.items()]
        for one in building:
            one.result()
    return books


def _app(project: Project, target: Path, notebooks: Mapping[str, Mapping[str, Path]], pyodide: str) -> str:
    inside = [path for files in notebooks.values() for path in files.values()]

    def build(folder: Path) -> str:
        return build_lite(project, folder, notebooks, pyodide).address

    return kept_app(project, target, inside, pyodide, build)


def _print(
    project: Project,
    site: Path,
    languages: Sequence[str],
    step: Callable[[str], None],
    printing: Callable[[list[Task]], Iterable[Task]] | None,
) -> Printed | None:
    printed = None
    if printing is not None:
        step(_("printing slides, sheets and the whole course"))
        pages = {language: site / language for language in languages}
        printed = print_course(project, pages, site, progress=printing)
    for language in languages:
        put_links(site / language, language)
    return printed


def _slim(site: Path, languages: Sequence[str]) -> int:
    saved = 0
    for language in languages:
        with speaking(language):
            saved += slim(site / language)
    return saved


def _refuse_strangers(site: Path, allowed: str) -> None:
    found = strangers(site, allowed)
    if found:
        raise UserError(
            _("{file} would load {address} from another site (such addresses in all: {count}).").format(
                file=found[0].file.relative_to(site), address=found[0].address, count=len(found)
            ),
            _("Vendor the file, or make it an ordinary link."),
        )


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

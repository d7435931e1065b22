"""Make a forum pack. A second run makes only what is missing, damaged or changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aimak import __version__
from aimak.course.lessons import build_lessons
from aimak.course.units import unit_title
from aimak.data import budget, municipality
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.forum.plan import PackPage, inputs_digest, lessons_of, pages
from aimak.forum.run import TEMPLATES, run_page
from aimak.i18n import speaking
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.subject import checked_year, oblast_title
from aimak.municipal.budget import own_revenue_share, per_capita
from aimak.project import Project

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Packed:
    """What came of one run: pages made, pages that were there already, and failures with their reasons."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    failed: dict[str, str]
    index: Path


def pack(
    project: Project,
    oblast: str,
    out: Path,
    *,
    chosen: tuple[str, ...] = (),
    year: int = 2025,
    language: str = "en",
    units: tuple[str, ...] = (),
    progress: Callable[[list[PackPage]], Iterable[PackPage]] = iter,
) -> Packed:
    """Write the pack of an oblast into ``out``: pages, index, manifest, and the notebooks that were run.

    :param chosen: codes or names; empty for all municipalities of the oblast.
    :param language: of the pages, their names and the index.
    :param units: whose lessons; empty for all of them.
    :raises UserError: if something asked for does not exist, or ``out`` cannot be written.
    """
    wanted = pages(oblast, chosen, checked_year(year), language, lessons_of(project, units))
    build_lessons(project, language)
    manifest = _read_manifest(out)
    made, kept, failed = [], [], {}
    for page in progress(wanted):
        lesson = project.built_notebooks / language / f"{page.unit}.ipynb"
        beside = [one for one in wanted if one.municipality == page.municipality]
        digest = inputs_digest(page, lesson.read_bytes(), [one.unit for one in beside])
        if _is_whole(manifest["pages"].get(page.name), digest, out):
            kept.append(page.name)
            continue
        ran = run_page(page, lesson, out, beside)
        entry = {"parameters": page.parameters, "inputs": digest, "seconds": round(ran.seconds, 2)}
        if ran.problem:
            failed[page.name] = ran.problem
            manifest["pages"][page.name] = {**entry, "status": "failed", "reason": ran.problem, "files": {}}
        else:
            made.append(page.name)
            files = tuple(name for name in (page.file, page.sheet, f"notebooks/{page.name}.ipynb") if name)
            _forget_others(manifest["pages"].get(page.name), files, out)
            manifest["pages"][page.name] = {
                **entry, "status": "made", "files": {name: _sha256(out / name) for name in files}
            }  # fmt: skip
        # After each page, so that a run that is stopped is carried on by the next.
        _write_manifest(out, manifest)
    index = out / "index.html"
    write_whole(index, index_page(wanted, failed))
    manifest["index"] = {"index.html": _sha256(index)}
    _write_manifest(out, manifest)
    return Packed(tuple(made), tuple(kept), failed, index)


def _forget_others(entry: dict[str, Any] | None, files: tuple[str, ...], out: Path) -> None:
    """A pack made again in another language names its pages anew: the old ones go, so that each is there once."""
    for name in (entry or {}).get("files", {}):
        if name not in files and len(Path(name).parts) == 2 and ".." not in name and name.endswith(".html"):
            (out / name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # somebody's own files stay, and their folder
                (out / name).parent.rmdir()


def _read_manifest(out: Path) -> dict[str, Any]:
    path = out / MANIFEST
    fresh: dict[str, Any] = {"kit": __version__, "pages": {}}
    if out.exists() and not out.is_dir():
        raise UserError(
            _("{file} is a file.").format(file=out), _("Name a folder with {option}.").format(option="--out")
        )
    if not path.is_file():
        return fresh
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {**fresh, "pages": dict(read["pages"])}
    except (ValueError, KeyError, TypeError):
        raise UserError(
            _("{file} is damaged.").format(file=path), _("Delete it: the pages are then made again.")
        ) from None


def _write_manifest(out: Path, manifest: dict[str, Any]) -> None:
    write_whole(out / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_whole(entry: dict[str, Any] | None, digest: str, out: Path) -> bool:
    """A page is kept if it was made from the same inputs and every file of it is as it was written."""
    if not entry or entry.get("status") != "made" or entry.get("inputs") != digest:
        return False
    return all((out / name).is_file() and _sha256(out / name) == known for name, known in entry["files"].items())


def index_page(wanted: list[PackPage], failed: dict[str, str]) -> str:
    """The pack's front page: the oblast, then each municipality with its key figures."""
    from jinja2 import Environment, FileSystemLoader, select_autoescape
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape())
    environment.globals["_"] = _
    whole = wanted[0]
    of_place: dict[str, list[PackPage]] = {}
    for page in wanted:
        of_place.setdefault(page.municipality, []).append(page)
    oblast_pages = of_place.pop("", [])
    with speaking(whole.language):
        return environment.get_template("pack_index.html").render(
            lang=whole.language,
            title=_("Forum pack: {oblast}, {year}").format(oblast=oblast_title(whole.oblast), year=whole.year),
            css=Markup((TEMPLATES / "pack.css").read_text(encoding="utf-8")),
            whole=oblast_title(whole.oblast),
            oblast_pages=_links(oblast_pages, failed),
            caption=_("Municipalities of the pack: planned budget {year}").format(year=whole.year),
            rows=[_row(places, failed) for places in of_place.values()],
        )


def _links(pages_of_place: list[PackPage], failed: dict[str, str]) -> list[dict[str, str]]:
    """The pages of one place, then the sheet for its notice board."""
    links = [
        {"file": quote(page.file), "title": unit_title(page.unit), "problem": failed.get(page.name, "")}
        for page in pages_of_place
    ]
    sheets = [page for page in pages_of_place if page.sheet and page.name not in failed]
    return [
        *links,
        *({"file": quote(page.sheet), "title": _("Sheet: citizen budget"), "problem": ""} for page in sheets),
    ]


def _row(pages_of_place: list[PackPage], failed: dict[str, str]) -> dict[str, object]:
    place = municipality(pages_of_place[0].municipality)
    plan = budget(place.code, pages_of_place[0].year)
    return {
        "name": place.shown,
        "pages": _links(pages_of_place, failed),
        "kind": {"mountain": _("mountain"), "valley": _("valley")}[place.kind],
        "population": number(place.population),
        "revenue": thousands(plan.total_revenue),
        "own": percent(own_revenue_share(plan)),
        "each": number(per_capita(plan.total_revenue, place.population)),
    }

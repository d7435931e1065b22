"""`aimak forum`: packs for regional forums."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import finish, json_option, progress, project_option, say
from aimak.i18n import LANGUAGES, language
from aimak.i18n import translate as _
from aimak.project import Project


@click.group("forum", help=_("Regional forums."))
def command() -> None:
    """`aimak forum`."""


@command.command(
    "pack",
    help=_("Run the lessons for the oblast and its municipalities: pages without code, an index, a manifest."),
)
@click.option("--oblast", required=True, help=_("Jalal-Abad, Issyk-Kul, Naryn or Osh."))
@click.option("--municipality", "chosen", multiple=True, help=_("Only this one (code or name); may be repeated."))
@click.option("--unit", "units", multiple=True, help=_("Only the lesson of this unit; may be repeated."))
@click.option("--year", default=2025, show_default=True, type=int, help=_("The year of the budgets."))
@click.option("--out", required=True, type=click.Path(path_type=Path), help=_("The folder for the pack."))
@click.option(
    "--for",
    "reader",
    type=click.Choice(LANGUAGES),
    help=_("The language of the pack's readers (default: that of this command)."),
)
@project_option
@json_option
def pack_(
    oblast: str,
    chosen: tuple[str, ...],
    units: tuple[str, ...],
    year: int,
    out: Path,
    reader: str | None,
    project: Project,
    as_json: bool,
) -> None:
    """`aimak forum pack`."""
    from aimak.forum.pack import pack

    done = pack(
        project,
        oblast,
        out,
        chosen=chosen,
        year=year,
        units=units,
        language=reader or language(),
        progress=lambda items: progress(items, _("Forum pack")),
    )
    for name, problem in done.failed.items():
        say(_("Failed: {name}: {problem}").format(name=name, problem=problem))
    counts = _("Pages made: {made}, kept: {kept}, failed: {failed}. Open: {file}")
    say(counts.format(made=len(done.made), kept=len(done.kept), failed=len(done.failed), file=done.index))
    summary = {"made": done.made, "kept": done.kept, "failed": done.failed, "index": done.index}
    finish(summary, as_json=as_json, problems=len(done.failed))

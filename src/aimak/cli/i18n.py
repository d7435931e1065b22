"""`aimak i18n`: what translators do: gather the texts, count, edit as a table, look, check."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import LANGUAGES, plural
from aimak.i18n import translate as _
from aimak.project import Project

_TARGETS = click.Choice([code for code in LANGUAGES if code != "en"])
_out = click.Path(dir_okay=False, path_type=Path)


@click.group("i18n", help=_("Texts in the languages of the course: for translators."))
def command() -> None:
    """`aimak i18n`."""


@command.command("extract", help=_("Bring every catalog (.po) to what the sources say now. No translation is lost."))
@click.option(
    "--dry-run", is_flag=True, help=_("Write nothing; exit code 1 if a catalog does not have the texts of its sources.")
)
@project_option
@json_option
def extract(project: Project, dry_run: bool, as_json: bool) -> None:
    """`aimak i18n extract`."""
    from aimak.translation.extract import extract as run

    done = run(project, lambda text: say(_("Texts: {step} …").format(step=text)), write=not dry_run)
    names = [path.relative_to(project.root).as_posix() for path in done.changed]
    for name in names:
        say((_("has other texts: {file}") if dry_run else _("written: {file}")).format(file=name))
    say(
        plural(
            "{texts} texts; {count} catalog is not as its sources",
            "{texts} texts; {count} catalogs are not",
            len(names),
        ).format(texts=done.messages, count=len(names))
        if dry_run
        else plural(
            "{texts} texts; {count} catalog changed", "{texts} texts; {count} catalogs changed", len(names)
        ).format(texts=done.messages, count=len(names))
    )
    finish({"messages": done.messages, "changed": names}, as_json=as_json, problems=len(names) if dry_run else 0)


@command.command(
    "statistics",
    help=_("Count what is translated, by language and catalog; exit code 1 if a declared language is not complete."),
)
@project_option
@json_option
def statistics(project: Project, as_json: bool) -> None:
    """`aimak i18n statistics`."""
    from aimak.translation.statistics import count

    counts = count(project)
    for one in counts:
        say(
            _(
                "{language} {catalog}: {translated} of {texts} done, {fuzzy} to look at, {awaiting} await an editor"
            ).format(**asdict(one))
        )
    missing = [one for one in counts if one.declared and not one.is_complete]
    for one in missing:
        say(_("Not complete: {language} {catalog}").format(language=one.language, catalog=one.catalog))
    finish({"catalogs": [asdict(one) for one in counts]}, as_json=as_json, problems=len(missing))


@command.command("table", help=_("Write a table of all texts, to be edited in Excel."))
@click.option("--for", "code", required=True, type=_TARGETS, help=_("The language to work on."))
@click.option("--out", required=True, type=_out, help=_("A file .xlsx or .csv."))
@project_option
@json_option
def table(code: str, out: Path, project: Project, as_json: bool) -> None:
    """`aimak i18n table`."""
    from aimak.translation.table import write_table

    rows = write_table(project, code, out)
    say(
        plural(
            "{file}: {count} row. Edit the coloured columns, then: {command}",
            "{file}: {count} rows. Edit the coloured columns, then: {command}",
            rows,
        ).format(file=out, count=rows, command=f"aimak i18n read {out}")
    )
    finish({"file": out, "rows": rows}, as_json=as_json)


@command.command(
    "read",
    help=_("Take an edited table back into the catalogs. A row that cannot be used is named; the rest is taken."),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@project_option
@json_option
def read(file: Path, project: Project, as_json: bool) -> None:
    """`aimak i18n read`."""
    from aimak.translation.read_back import read_back

    done = read_back(project, file)
    for text, remarks in (
        (_("Refused: {remark}"), done.refused),
        (_("Skipped: {remark}"), done.outdated),
        (_("Taken, but look at it: {remark}"), done.doubtful),
    ):
        for one in remarks:
            say(text.format(remark=one.said(file.name)))
    refused, skipped = len(done.refused), len(done.outdated)
    say(
        _("{file}: rows taken: {taken}, refused: {refused}, skipped: {skipped}.").format(
            file=file.name, taken=done.taken, refused=refused, skipped=skipped
        )
    )
    summary = asdict(done) | {"written": [path.relative_to(project.root).as_posix() for path in done.written]}
    finish(summary, as_json=as_json, problems=refused + skipped)


@command.command(
    "sheet",
    help=_("Show a built page, such as book/intro, side by side in all languages, on a desktop and on a phone."),
)
@click.argument("page")
@click.option("--out", required=True, type=_out, help=_("A file .png or .html."))
@project_option
@json_option
def sheet(page: str, out: Path, project: Project, as_json: bool) -> None:
    """`aimak i18n sheet`."""
    from aimak.translation.sheet import write_sheet

    say(_("Taking pictures of {page} …").format(page=page))
    write_sheet(project, page, out)
    say(_("written: {file}").format(file=out))
    finish({"file": out}, as_json=as_json)


@command.command(
    "check", help=_("The gate: everything translated, names, numbers and links kept, the words of the glossary used.")
)
@click.option("--for", "codes", multiple=True, type=_TARGETS, help=_("Only this language."))
@project_option
@json_option
def check(codes: tuple[str, ...], project: Project, as_json: bool) -> None:
    """`aimak i18n check`."""
    from aimak.translation import gate
    from aimak.translation.extract import TARGETS

    say(_("Check: {step} …").format(step=_("the sources")))
    problems = gate.fresh(project)
    for language in codes or TARGETS:
        say(_("Check: {step} …").format(step=language))
        problems += gate.complete(project, language) + gate.texts(project, language) + gate.alike(project, language)
        if (project.site / language).is_dir():
            problems += gate.pages(project, language, project.site / language)
    for one in problems:
        say(str(one))
    say(plural("Check: {count} problem", "Check: {count} problems", len(problems)).format(count=len(problems)))
    finish({"problems": [asdict(one) for one in problems]}, as_json=as_json, problems=len(problems))

"""`aimak i18n`: what translators do: gather the texts, count, edit as a table, look, check."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project


@click.group("i18n")
def command() -> None:
    """Texts in the languages of the course: for translators."""


@command.command("extract")
@click.option("--dry-run", is_flag=True, help="Write nothing; exit code 1 if a catalog is behind its sources.")
@project_option
@json_option
def extract(project: Project, dry_run: bool, as_json: bool) -> None:
    """Bring every catalog (.po) to what the sources say now. No translation is lost."""
    from aimak.translation.extract import extract as run

    done = run(project, lambda text: say(f"Texts: {text} …"), write=not dry_run)
    names = [path.relative_to(project.root).as_posix() for path in done.changed]
    for name in names:
        say(f"{'behind' if dry_run else 'written'}: {name}")
    say(f"Texts: {done.messages}; catalogs changed: {len(names)}")
    finish({"messages": done.messages, "changed": names}, as_json=as_json, problems=len(names) if dry_run else 0)


@command.command("statistics")
@project_option
@json_option
def statistics(project: Project, as_json: bool) -> None:
    """Count what is translated, by language and catalog; exit code 1 if a declared language is not complete."""
    from aimak.translation.statistics import count

    counts = count(project)
    say(f"{'':4}{'catalog':32}{'texts':>8}{'translated':>12}{'guesses':>9}{'await an editor':>17}")
    for one in counts:
        mark = "" if one.is_complete or not one.declared else "  ← not complete"
        numbers = f"{one.texts:8}{one.translated:12}{one.fuzzy:9}{one.awaiting:17}"
        say(f"{one.language:4}{one.catalog:32}{numbers}{mark}")
    problems = sum(one.declared and not one.is_complete for one in counts)
    finish({"catalogs": [asdict(one) for one in counts]}, as_json=as_json, problems=problems)


@command.command("table")
@click.option("--language", "code", required=True, type=click.Choice(["ru", "ky"]), help="The language to work on.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="A .xlsx or .csv file.")
@project_option
@json_option
def table(code: str, out: Path, project: Project, as_json: bool) -> None:
    """Write a table of all texts, to be edited in Excel."""
    from aimak.translation.table import write_table

    rows = write_table(project, code, out)
    say(f"{out}: {rows} rows. Edit the coloured columns, then run: aimak i18n read {out}")
    finish({"file": out, "rows": rows}, as_json=as_json)


@command.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@project_option
@json_option
def read(file: Path, project: Project, as_json: bool) -> None:
    """Take an edited table back into the catalogs. A row that cannot be used is named; the rest is taken."""
    from aimak.translation.read_back import read_back

    done = read_back(project, file)
    for kind, remarks in (("refused", done.refused), ("skipped", done.outdated), ("taken, but look", done.doubtful)):
        for one in remarks:
            say(f"{kind}: {one.said(file.name)}")
    refused, skipped = len(done.refused), len(done.outdated)
    say(f"{file.name}: {done.taken} rows taken, {refused} refused, {skipped} skipped.")
    summary = asdict(done) | {"written": [path.relative_to(project.root).as_posix() for path in done.written]}
    finish(summary, as_json=as_json, problems=refused + skipped)


@command.command("sheet")
@click.argument("page")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="A .png or .html file.")
@project_option
@json_option
def sheet(page: str, out: Path, project: Project, as_json: bool) -> None:
    """Show a built page, such as book/intro, side by side in all languages, on a desktop and on a phone."""
    from aimak.translation.sheet import write_sheet

    say(f"Taking pictures of {page} …")
    write_sheet(project, page, out)
    say(f"{out}: written.")
    finish({"file": out}, as_json=as_json)


@command.command("check")
@click.option("--language", "codes", multiple=True, type=click.Choice(["ru", "ky"]), help="Only this language.")
@click.option("--pages/--no-pages", default=True, help="Also look for English on the built pages, if there are any.")
@project_option
@json_option
def check(codes: tuple[str, ...], pages: bool, project: Project, as_json: bool) -> None:
    """The gate: everything translated, nothing behind, names and numbers kept, terms of the glossary used."""
    from aimak.translation import gate
    from aimak.translation.extract import TARGETS

    say("Check: the sources …")
    problems = gate.fresh(project)
    for language in codes or TARGETS:
        say(f"Check: {language} …")
        problems += gate.complete(project, language) + gate.texts(project, language)
        if pages and (project.site / language).is_dir():
            problems += gate.pages(project, language, project.site / language)
    for one in problems:
        say(str(one))
    say(f"Check: {len(problems)} problems.")
    finish({"problems": [asdict(one) for one in problems]}, as_json=as_json, problems=len(problems))

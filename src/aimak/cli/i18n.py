"""`aimak i18n`: what translators do: gather the texts, count, edit as a table, look, check."""

from __future__ import annotations

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

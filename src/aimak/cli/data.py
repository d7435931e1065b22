"""`aimak data`: the data package."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.project import Project


@click.group("data", help=_("The data package: municipalities, budgets, published figures."))
def command() -> None:
    """`aimak data`."""


@command.command(
    "check", help=_("Check FOLDER (datasets) with frictionless and the rules of the field; nothing is changed.")
)
@click.argument(
    "folder", required=False, type=click.Path(path_type=Path), help=_("A data package (default: that of the kit).")
)
@project_option
@json_option
def check(folder: Path | None, project: Project, as_json: bool) -> None:
    """`aimak data check`."""
    from aimak.data.check import check_package

    problems = check_package(folder or project.datasets)
    for problem in problems:
        say(str(problem))
    if problems:
        say(plural("{count} problem.", "{count} problems.", len(problems)).format(count=len(problems)))
    else:
        say(_("No problems."))
    finish({"problems": [asdict(problem) for problem in problems]}, as_json=as_json, problems=len(problems))

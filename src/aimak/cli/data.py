"""`aimak data`: the data package."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project


@click.group("data")
def command() -> None:
    """The data package: municipalities, budgets, published figures."""


@command.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@project_option
@json_option
def check(folder: Path | None, project: Project, as_json: bool) -> None:
    """Check FOLDER (datasets) with frictionless and the rules of the field; nothing is changed."""
    from aimak.data.check import check_package

    problems = check_package(folder or project.datasets)
    for problem in problems:
        say(str(problem))
    say(f"{len(problems)} problems." if problems else "No problems.")
    finish({"problems": [asdict(problem) for problem in problems]}, as_json=as_json, problems=len(problems))

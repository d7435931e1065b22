"""`aimak exercises`: build the exercises and hold them to the release gate."""

from __future__ import annotations

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project


@click.group("exercises")
def command() -> None:
    """Exercises: from text sources to what nbgrader grades and trainees get."""


@command.command("build")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@project_option
@json_option
def build_(names: tuple[str, ...], project: Project, as_json: bool) -> None:
    """Build sources and releases (all, or the ones named)."""
    from aimak.course.build import build
    from aimak.course.source import exercise_names

    summary = {}
    for name in names or exercise_names(project):
        built = build(project, name)
        say(f"Built {name}: {built.release.relative_to(project.root)}")
        summary[name] = {"source": built.source, "release": built.release}
    finish(summary, as_json=as_json)


@command.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@project_option
@json_option
def check(names: tuple[str, ...], project: Project, as_json: bool) -> None:
    """The release gate: solution full, empty nothing, half answers as stated, no hidden text in the release."""
    from aimak.course.gate import gate
    from aimak.course.source import exercise_names

    summary, problems = {}, 0
    for name in names or exercise_names(project):
        verdict = gate(project, name, lambda what, name=name: say(f"{name}: checking {what} …"))  # type: ignore[misc]
        for problem in verdict.problems:
            say(f"{name}: {problem}")
        if not verdict.problems:
            say(
                f"{name}: may go out ({verdict.cases} cases, {verdict.machine_points:g} points by machine, "
                f"{verdict.hand_points:g} by hand)"
            )
        problems += len(verdict.problems)
        summary[name] = {"problems": verdict.problems, "cases": verdict.cases}
    finish(summary, as_json=as_json, problems=problems)

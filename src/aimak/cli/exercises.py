"""`aimak exercises`: build the exercises and hold them to the release gate."""

from __future__ import annotations

from functools import partial

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import translate as _
from aimak.i18n.numbers import short
from aimak.project import Project

names_argument = click.argument("names", nargs=-1, metavar="[NAME]...", help=_("Only these exercises (default: all)."))


@click.group("exercises", help=_("Exercises: from text sources to what nbgrader grades and trainees get."))
def command() -> None:
    """`aimak exercises`."""


@command.command("build", help=_("Build sources and releases (all, or the ones named)."))
@names_argument
@project_option
@json_option
def build_(names: tuple[str, ...], project: Project, as_json: bool) -> None:
    """`aimak exercises build`."""
    from aimak.course.build import build
    from aimak.course.source import exercise_names

    summary = {}
    for name in names or exercise_names(project):
        built = build(project, name)
        say(_("Built {name}: {file}").format(name=name, file=built.release.relative_to(project.root)))
        summary[name] = {"source": built.source, "release": built.release}
    finish(summary, as_json=as_json)


@command.command(
    "check",
    help=_("The release gate: solution full, empty nothing, half answers as stated, no hidden text in the release."),
)
@names_argument
@project_option
@json_option
def check(names: tuple[str, ...], project: Project, as_json: bool) -> None:
    """`aimak exercises check`."""
    from aimak.course.gate import gate
    from aimak.course.source import exercise_names

    summary, problems = {}, 0
    for name in names or exercise_names(project):
        verdict = gate(project, name, partial(_tell, name))
        for problem in verdict.problems:
            say(_("{name}: {problem}").format(name=name, problem=problem))
        if not verdict.problems:
            passed = _("{name}: may go out (cases: {cases}; points by machine: {machine}, by hand: {hand})")
            machine, hand = short(verdict.machine_points), short(verdict.hand_points)
            say(passed.format(name=name, cases=verdict.cases, machine=machine, hand=hand))
        problems += len(verdict.problems)
        summary[name] = {"problems": verdict.problems, "cases": verdict.cases}
    finish(summary, as_json=as_json, problems=problems)


def _tell(name: str, step: str) -> None:
    say(_("{name}: checking {step} …").format(name=name, step=step))

"""`aimak exercises`: build the exercises and hold them to the release gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aimak.cli.common import finish, json_option, names_of, progress, project_option, say, say_above
from aimak.i18n import translate as _
from aimak.i18n.numbers import short
from aimak.project import Project

if TYPE_CHECKING:
    from aimak.course.gate import Verdict

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
@click.option("--workers", type=click.IntRange(1, 256), help=_("Exercises at a time (default: one for each core)."))
@project_option
@json_option
def check(names: tuple[str, ...], workers: int | None, project: Project, as_json: bool) -> None:
    """`aimak exercises check`."""
    from aimak.course.gates import gates

    chosen = names_of(project, names)
    found: dict[str, Verdict] = {}
    for verdict in progress(gates(project, chosen, workers), _("Exercises"), len(chosen)):
        found[verdict.name] = verdict
        _tell(verdict)
    summary = {name: {"problems": found[name].problems, "cases": found[name].cases} for name in chosen}
    finish(summary, as_json=as_json, problems=sum(len(verdict.problems) for verdict in found.values()))


def _tell(verdict: Verdict) -> None:
    for problem in verdict.problems:
        say_above(_("{name}: {problem}").format(name=verdict.name, problem=problem))
    if not verdict.problems:
        passed = _("{name}: may go out (cases: {cases}; points by machine: {machine}, by hand: {hand})")
        machine, hand = short(verdict.machine_points), short(verdict.hand_points)
        say_above(passed.format(name=verdict.name, cases=verdict.cases, machine=machine, hand=hand))

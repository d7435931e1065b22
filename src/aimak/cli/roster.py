"""`aimak cohort roster`: the list of trainees, their codes, and the slips that tell them."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.project import Project

seed_option = click.option("--seed", type=int, help=_("Give the same codes again (default: others each time)."))


@click.group("roster", help=_("The list of trainees: make it, import it, check it, print slips with the codes."))
def command() -> None:
    """`aimak cohort roster`."""


@command.command("new", help=_("Make a roster of codes without names, to be filled in with Excel."))
@click.option(
    "--trainees", default=30, show_default=True, type=click.IntRange(1, 5000), help=_("How many codes to make.")
)
@click.option(
    "--for",
    "reader",
    default="ky",
    show_default=True,
    type=click.Choice(["ky", "ru", "en"]),
    help=_("The language that the trainees read."),
)
@seed_option
@project_option
@json_option
def new_(trainees: int, reader: str, seed: int | None, project: Project, as_json: bool) -> None:
    """`aimak cohort roster new`."""
    import random

    from aimak.cohort.roster import FILE, roster_text
    from aimak.cohort.roster_import import blank_roster
    from aimak.errors import UserError
    from aimak.files import write_whole

    path = project.exercises / FILE
    if path.exists():
        raise UserError(
            _("There is a roster already: {file}.").format(file=path),
            _("Add people to it: {command}").format(command="aimak cohort roster import FILE"),
        )
    made = blank_roster(trainees, random.Random(seed), language=reader)
    write_whole(path, roster_text(made))
    said = plural(
        "{count} code in {file}. Fill in who is who, then: {command}",
        "{count} codes in {file}. Fill in who is who, then: {command}",
        len(made),
    )
    say(said.format(count=len(made), file=path, command="aimak cohort roster check"))
    finish({"roster": path, "trainees": len(made)}, as_json=as_json)


@command.command(
    "import",
    help=_("Add the people of FILE (XLSX or CSV) to the roster; whoever is in it already keeps the code."),
)
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=_("The list of people, with headings.")
)
@seed_option
@project_option
@json_option
def import_(file: Path, seed: int | None, project: Project, as_json: bool) -> None:
    """`aimak cohort roster import`."""
    import random

    from aimak.cohort.roster import FILE, read_roster, roster_text
    from aimak.cohort.roster_import import import_people
    from aimak.files import write_whole

    path = project.exercises / FILE
    before = read_roster(path) if path.exists() else {}
    found = import_people(file, random.Random(seed), before)
    after = {**before, **{one.code: one for one in found.trainees}}
    if path.exists():
        write_whole(path.with_suffix(".csv.bak"), path.read_bytes())
    write_whole(path, roster_text(tuple(after.values())))
    for problem in found.problems:
        say(problem)
    counts = _("{new} new, {listed} in the file, {all} in {file}.")
    say(counts.format(new=len(after) - len(before), listed=len(found.trainees), all=len(after), file=path))
    summary = {"roster": path, "new": len(after) - len(before), "trainees": len(after), "problems": found.problems}
    finish(summary, as_json=as_json, problems=len(found.problems))


@command.command("check", help=_("Name everything that is wrong in the roster, row by row."))
@project_option
@json_option
def check_(project: Project, as_json: bool) -> None:
    """`aimak cohort roster check`."""
    from aimak.cohort.roster import FILE, examine_roster

    found, problems = examine_roster(project.exercises / FILE)
    for one in problems:
        say(f"{one.what} {one.mend}")
    say(_("Trainees: {trainees}, problems: {problems}.").format(trainees=len(found), problems=len(problems)))
    told = [f"{one.what} {one.mend}" for one in problems]
    finish({"trainees": len(found), "problems": told}, as_json=as_json, problems=len(problems))


@command.command("slips", help=_("Write slips with the codes, to print and cut, to _build/slips.html."))
@project_option
@json_option
def slips_(project: Project, as_json: bool) -> None:
    """`aimak cohort roster slips`."""
    from aimak.cohort.roster import FILE, read_roster
    from aimak.cohort.slips import write_slips

    path = write_slips(read_roster(project.exercises / FILE).values(), project.build / "slips.html")
    say(_("Slips: {file} (open it in a browser and print)").format(file=path.relative_to(project.root)))
    finish({"slips": path}, as_json=as_json)

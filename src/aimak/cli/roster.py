"""`aimak cohort roster`: the list of trainees, their codes, and the slips that tell them."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project

seed_option = click.option("--seed", type=int, help="Give the same codes again (default: others each time).")


@click.group("roster")
def command() -> None:
    """The list of trainees: make it, import it, check it, print slips with the codes."""


@command.command("new")
@click.option("--trainees", default=30, show_default=True, type=click.IntRange(1, 5000))
@click.option("--language", default="ky", show_default=True, type=click.Choice(["ky", "ru", "en"]))
@seed_option
@project_option
@json_option
def new_(trainees: int, language: str, seed: int | None, project: Project, as_json: bool) -> None:
    """Make a roster of codes without names, to be filled in with Excel."""
    import random

    from aimak.cohort.roster import FILE, roster_text
    from aimak.cohort.roster_import import blank_roster
    from aimak.errors import UserError
    from aimak.files import write_whole

    path = project.exercises / FILE
    if path.exists():
        raise UserError(f"There is a roster already: {path}.", "Add people to it: aimak cohort roster import FILE")
    made = blank_roster(trainees, random.Random(seed), language=language)
    write_whole(path, roster_text(made))
    say(f"{len(made)} codes in {path}. Fill in who is who, then: aimak cohort roster check")
    finish({"roster": path, "trainees": len(made)}, as_json=as_json)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@seed_option
@project_option
@json_option
def import_(file: Path, seed: int | None, project: Project, as_json: bool) -> None:
    """Add the people of FILE (XLSX or CSV) to the roster; whoever is in it already keeps the code."""
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
    say(f"{len(after) - len(before)} new, {len(found.trainees)} in the file, {len(after)} in {path}.")
    summary = {"roster": path, "new": len(after) - len(before), "trainees": len(after), "problems": found.problems}
    finish(summary, as_json=as_json, problems=len(found.problems))


@command.command("check")
@project_option
@json_option
def check_(project: Project, as_json: bool) -> None:
    """Name everything that is wrong in the roster, row by row."""
    from aimak.cohort.roster import FILE, examine_roster

    found, problems = examine_roster(project.exercises / FILE)
    for one in problems:
        say(f"{one.what} {one.mend}")
    say(f"{len(found)} trainees, {len(problems)} problems.")
    told = [f"{one.what} {one.mend}" for one in problems]
    finish({"trainees": len(found), "problems": told}, as_json=as_json, problems=len(problems))


@command.command("slips")
@project_option
@json_option
def slips_(project: Project, as_json: bool) -> None:
    """Write slips with the codes, to print and cut, to _build/slips.html."""
    from aimak.cohort.roster import FILE, read_roster
    from aimak.cohort.slips import write_slips

    path = write_slips(read_roster(project.exercises / FILE).values(), project.build / "slips.html")
    say(f"Slips: {path.relative_to(project.root)} (open it in a browser and print)")
    finish({"slips": path}, as_json=as_json)

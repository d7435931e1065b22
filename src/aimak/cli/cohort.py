"""`aimak cohort`: from the trainees' files to grades, feedback and a report."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import finish, json_option, progress, project_option, say
from aimak.project import Project

assignments_argument = click.argument("assignments", nargs=-1, metavar="[EXERCISE]...")


def _names(project: Project, given: tuple[str, ...]) -> tuple[str, ...]:
    from aimak.course.source import exercise_names
    from aimak.errors import UserError

    known = exercise_names(project)
    for name in given:
        if name not in known:
            raise UserError(f"There is no exercise {name!r}.", f"Known are: {', '.join(known)}.")
    return given or known


@click.group("cohort")
def command() -> None:
    """Trainees: collect, grade, feedback, report."""


@command.command("sample")
@click.option("--trainees", default=40, show_default=True, type=int)
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--exercise", default="budget", show_default=True)
@click.option("--awkward", default=0, show_default=True, type=click.IntRange(0, 6), help="Bad files to add.")
@project_option
@json_option
def sample_(trainees: int, seed: int, exercise: str, awkward: int, project: Project, as_json: bool) -> None:
    """Write an invented class: a roster and hand-ins of every kind of skill."""
    from aimak.cohort.sample import sample

    made = sample(
        project, exercise, trainees, seed, awkward=awkward, progress=lambda items: progress(items, "Sample hand-ins")
    )
    say(f"Wrote {len(made.files)} hand-ins of invented trainees to exercises/inbox and the roster {made.roster.name}.")
    finish({"roster": made.roster, "files": made.files, "awkward": made.awkward}, as_json=as_json)


@command.command("collect")
@click.argument("inbox", required=False, type=click.Path(path_type=Path))
@project_option
@json_option
def collect_(inbox: Path | None, project: Project, as_json: bool) -> None:
    """Take the files in INBOX (exercises/inbox); what cannot be taken is set aside with a reason."""
    from aimak.cohort.collect import collect
    from aimak.cohort.ledger import ACCEPTED, OLDER, SET_ASIDE
    from aimak.cohort.roster import FILE, read_roster

    course = project.exercises
    roster = read_roster(course / FILE)
    found = collect(
        inbox or course / "inbox", course, roster, _names(project, ()), lambda files: progress(files, "Collecting")
    )
    aside = found.with_state(SET_ASIDE)
    for entry in aside:
        say(f"Set aside: {entry.name}: {entry.reason}")
    counts = {state: len(found.with_state(state)) for state in (ACCEPTED, OLDER, SET_ASIDE)}
    say(f"{counts[ACCEPTED]} accepted, {counts[OLDER]} older, {counts[SET_ASIDE]} set aside; {found.new} new.")
    summary = {**counts, "new": found.new, "set_aside_files": {entry.name: entry.reason for entry in aside}}
    finish(summary, as_json=as_json, problems=len(aside))


@command.command("grade")
@assignments_argument
@click.option("--force", is_flag=True, help="Grade again what is unchanged; marks given by hand stay.")
@click.option("--unfenced", is_flag=True, help="Run analysts' code with your own rights. Only if you trust every file.")
@project_option
@json_option
def grade_(assignments: tuple[str, ...], force: bool, unfenced: bool, project: Project, as_json: bool) -> None:
    """Grade what was collected into nbgrader's gradebook; a second run does what is new or changed.

    Analysts' code runs behind a fence: no network, no other file, and limits on time and memory.
    """
    from aimak.cohort.grade import grade, warm_grader

    if unfenced:
        say("Unfenced: analysts' code runs with your own rights in this run.")
    done = grade(
        project.exercises,
        _names(project, assignments),
        warm_grader(unfenced=unfenced),
        force=force,
        progress=lambda items: progress(items, "Grading"),
    )
    failed = [one for one in done if one.state == "failed"]
    for one in failed:
        say(f"Not graded: {one.trainee}, {one.assignment}: {one.problem}")
    counts = {state: sum(one.state == state for one in done) for state in ("graded", "unchanged", "failed")}
    say(f"{counts['graded']} graded, {counts['unchanged']} unchanged, {counts['failed']} failed.")
    finish(
        {**counts, "unfenced": unfenced, "problems": {one.trainee: one.problem for one in failed}},
        as_json=as_json,
        problems=len(failed),
    )


@command.command("feedback")
@assignments_argument
@project_option
@json_option
def feedback_(assignments: tuple[str, ...], project: Project, as_json: bool) -> None:
    """Write one page and one short text for each graded hand-in."""
    from aimak.cohort.feedback import feedback

    names = _names(project, assignments)
    made = feedback(project, names, progress=lambda items: progress(items, "Feedback"))
    failed = [one for one in made if one.page is None]
    for one in failed:
        say(f"No feedback: {one.trainee}, {one.assignment}: {one.problem}")
    say(f"{len(made) - len(failed)} pages in exercises/feedback.")
    finish({"pages": [one.page for one in made if one.page]}, as_json=as_json, problems=len(failed))


@command.command("report")
@assignments_argument
@click.option("--shareable", is_flag=True, help="Without names; groups under five are not shown.")
@project_option
@json_option
def report_(assignments: tuple[str, ...], shareable: bool, project: Project, as_json: bool) -> None:
    """Write the class report: a page, a workbook and a CSV in _build/report."""
    from aimak.cohort.ledger import FILE as LEDGER
    from aimak.cohort.ledger import Ledger
    from aimak.cohort.report import write_report
    from aimak.cohort.results import results
    from aimak.cohort.roster import FILE, read_roster
    from aimak.cohort.summary import summarise
    from aimak.course.source import read_source

    course = project.exercises
    roster = read_roster(course / FILE)
    names = _names(project, assignments)
    found = results(course, names)
    entries = Ledger(course / LEDGER).entries.values()
    summary = {}
    for name in names:
        if assignments or any(result.assignment == name for result in found):
            said = summarise(read_source(project, name), course, roster, found, entries, shareable=shareable)
            files = write_report(said, roster, project.build / "report")
            say(f"Report: {files.page.relative_to(project.root)}")
            summary[name] = {"page": files.page, "workbook": files.workbook, "table": files.table}
    if not summary:
        say("Nothing is graded yet. Run: aimak cohort grade")
    finish(summary, as_json=as_json, problems=not summary)

"""`aimak cohort`: from the trainees' files to grades, feedback and a report."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import db_option, finish, json_option, progress, project_option, say
from aimak.cli.roster import command as roster
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


command.add_command(roster)


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
    from aimak.cohort.ledger import ACCEPTED, OLDER, SAME, SET_ASIDE
    from aimak.cohort.roster import FILE, read_roster

    course = project.exercises
    roster = read_roster(course / FILE)
    found = collect(
        inbox or course / "inbox", course, roster, _names(project, ()), lambda files: progress(files, "Collecting")
    )
    aside = found.with_state(SET_ASIDE)
    for entry in aside:
        say(f"Set aside: {entry.name}: {entry.reason}")
    mended = [entry for entry in found.with_state(ACCEPTED) if entry.repairs]
    for entry in mended:
        say(f"Mended: {entry.name}: {'; '.join(entry.repairs)}")
    counts = {state: len(found.with_state(state)) for state in (ACCEPTED, OLDER, SAME, SET_ASIDE)}
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    copies = f", {found.copies} more with the same bytes as one of them" if found.copies else ""
    say(f"{told}{copies}; {found.new} new, {len(mended)} mended.")
    summary = {
        **counts,
        "copies": found.copies,
        "new": found.new,
        "mended": {entry.name: entry.repairs for entry in mended},
        "set_aside_files": {entry.name: entry.reason for entry in aside},
    }
    finish(summary, as_json=as_json, problems=len(aside))


@command.command("grade")
@assignments_argument
@click.option("--force", is_flag=True, help="Grade again what is unchanged; marks given by hand stay.")
@click.option("--unfenced", is_flag=True, help="Run analysts' code with your own rights. Only if you trust every file.")
@click.option("--workers", type=click.IntRange(1, 256), help="Hand-ins at a time (default: one for each core).")
@click.option("--scheduler", metavar="ADDRESS", help="Grade on a running Dask cluster, such as tcp://10.0.0.5:8786.")
@db_option
@project_option
@json_option
def grade_(
    assignments: tuple[str, ...],
    force: bool,
    unfenced: bool,
    workers: int | None,
    scheduler: str | None,
    project: Project,
    as_json: bool,
) -> None:
    """Grade what was collected into nbgrader's gradebook; a second run does what is new or changed.

    Analysts' code runs behind a fence: no network, no other file, and limits on time and memory.
    """
    from aimak.execution.parent import start_early
    from aimak.lesson.cases import ANALYST

    submitted = project.exercises / "submitted"
    if not scheduler and any(submitted.glob(f"*/*{ANALYST}")):  # it warms up while nbgrader is loaded here
        start_early(fenced=not unfenced)
    from aimak.cohort.grading import cluster, grade, how_to_grade

    if unfenced:
        say("Unfenced: analysts' code runs with your own rights in this run.")
    names = _gradable(project, assignments)
    how = how_to_grade(project, workers, unfenced=unfenced, force=force)
    done = grade(
        project.exercises,
        names,
        how,
        workers=cluster(scheduler) if scheduler else None,
        progress=lambda results, total: progress(results, "Grading", total),
    )
    failed = [one for one in done if one.state == "failed"]
    for one in failed:
        say(f"Not graded: {one.trainee}, {one.assignment}: {one.problem}")
    for one in done:
        for told in one.notes:
            say(f"{one.trainee}, {one.assignment}: {told}")
    counts = {state: sum(one.state == state for one in done) for state in ("graded", "unchanged", "failed")}
    say(f"{counts['graded']} graded, {counts['unchanged']} unchanged, {counts['failed']} failed.")
    summary = {**counts, "unfenced": unfenced, "problems": {f"{o.trainee}/{o.assignment}": o.problem for o in failed}}
    finish(summary, as_json=as_json, problems=len(failed))


def _gradable(project: Project, given: tuple[str, ...]) -> tuple[str, ...]:
    """The exercises asked for; notebooks of others that nbgrader released in this folder may be named too."""
    from aimak.course.source import exercise_names

    foreign = {path.parent.name for path in (project.exercises / "release").glob("*/*.ipynb")}
    if given and all(name in foreign | set(exercise_names(project)) for name in given):
        return given
    return _names(project, given)


@command.command("feedback")
@assignments_argument
@db_option
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
@click.option("--pass-mark", default=60, show_default=True, type=click.IntRange(1, 100), help="In per cent.")
@db_option
@project_option
@json_option
def report_(assignments: tuple[str, ...], shareable: bool, pass_mark: int, project: Project, as_json: bool) -> None:
    """Write the class report: an overview, and for each exercise a page, a workbook and a CSV, in _build/report."""
    from aimak.cohort.groups import SMALL
    from aimak.cohort.overview import trained_people, write_overview
    from aimak.cohort.programme import summaries
    from aimak.cohort.report import write_report
    from aimak.cohort.roster import FILE, read_roster

    names = _names(project, assignments)
    roster = read_roster(project.exercises / FILE)
    found = summaries(project, names, shareable=shareable, pass_mark=pass_mark / 100, every=bool(assignments))
    said = [one for one in found if not shareable or len(one.results) >= SMALL]
    made: dict[str, object] = {}
    for one in found:
        if one not in said:
            say(
                f"Not written: {one.assignment}: fewer than {SMALL} hand-ins are graded, so people could be recognised."
            )
    for one in said:
        files = write_report(one, roster, project.build / "report")
        say(f"Report: {files.page.relative_to(project.root)}")
        made[one.assignment] = {"page": files.page, "workbook": files.workbook, "table": files.table}
    if not found:
        say("Nothing is graded yet. Run: aimak cohort grade")
    elif said:
        made["overview"] = write_overview(said, trained_people(said), project.build / "report")
    finish(made, as_json=as_json, problems=len(said) < len(found) or not found)

"""`aimak cohort`: from the trainees' files to grades, feedback and a report."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import (
    assignments_argument,
    db_option,
    finish,
    json_option,
    names_of,
    progress,
    project_option,
    say,
)
from aimak.cli.failed import say_failed
from aimak.cli.report import command as report
from aimak.cli.roster import command as roster
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.project import Project


@click.group("cohort", help=_("Trainees: collect, grade, feedback, report."))
def command() -> None:
    """`aimak cohort`."""


command.add_command(roster)
command.add_command(report)


@command.command("sample", help=_("Write an invented class: a roster and hand-ins of every kind of skill."))
@click.option("--trainees", default=40, show_default=True, type=int, help=_("Size of the sample class."))
@click.option("--seed", default=1, show_default=True, type=int, help=_("Another number makes another class."))
@click.option(
    "--exercise",
    "exercises",
    multiple=True,
    help=_("An exercise that they hand in; give it again for another one (default: budget and both tests)."),
)
@click.option("--awkward", default=0, show_default=True, type=click.IntRange(0, 6), help=_("Bad files to add."))
@project_option
@json_option
def sample_(
    trainees: int, seed: int, exercises: tuple[str, ...], awkward: int, project: Project, as_json: bool
) -> None:
    """`aimak cohort sample`."""
    from aimak.cohort.sample import sample_course

    made = sample_course(
        project,
        exercises,
        trainees,
        seed,
        awkward=awkward,
        progress=lambda items: progress(items, _("Sample hand-ins")),
    )
    wrote = plural(
        "Wrote {count} hand-in of an invented trainee to {folder} and the roster {file}.",
        "Wrote {count} hand-ins of invented trainees to {folder} and the roster {file}.",
        len(made.files),
    )
    say(wrote.format(count=len(made.files), folder="exercises/inbox", file=made.roster.name))
    finish({"roster": made.roster, "files": made.files, "awkward": made.awkward}, as_json=as_json)


@command.command(
    "collect",
    help=_("Take the files in INBOX (exercises/inbox); what cannot be taken is set aside with a reason."),
)
@click.argument(
    "inbox", required=False, type=click.Path(path_type=Path), help=_("The folder with the files of the trainees.")
)
@project_option
@json_option
def collect_(inbox: Path | None, project: Project, as_json: bool) -> None:
    """`aimak cohort collect`."""
    from aimak.cohort.collect import collect
    from aimak.cohort.ledger import ACCEPTED, OLDER, SAME, SET_ASIDE
    from aimak.cohort.roster import FILE, read_roster

    course = project.exercises
    roster = read_roster(course / FILE)
    found = collect(
        inbox or course / "inbox", course, roster, names_of(project, ()), lambda files: progress(files, _("Collecting"))
    )
    aside = found.with_state(SET_ASIDE)
    for entry in aside:
        say(_("Set aside: {name}: {reason}").format(name=entry.name, reason=entry.reason))
    mended = [entry for entry in found.with_state(ACCEPTED) if entry.repairs]
    for entry in mended:
        say(_("Mended: {name}: {repairs}").format(name=entry.name, repairs="; ".join(entry.repairs)))
    counts = {state: len(found.with_state(state)) for state in (ACCEPTED, OLDER, SAME, SET_ASIDE)}
    if found.copies:
        copies = plural(
            "{count} more file has the same bytes as one of them.",
            "{count} more files have the same bytes as one of them.",
            found.copies,
        )
        say(copies.format(count=found.copies))
    told = _("{accepted} accepted, {older} older, {same} same, {aside} set aside; {new} new, {mended} mended.")
    say(
        told.format(
            accepted=counts[ACCEPTED],
            older=counts[OLDER],
            same=counts[SAME],
            aside=counts[SET_ASIDE],
            new=found.new,
            mended=len(mended),
        )
    )
    summary = {
        **counts,
        "copies": found.copies,
        "new": found.new,
        "mended": {entry.name: entry.repairs for entry in mended},
        "set_aside_files": {entry.name: entry.reason for entry in aside},
    }
    finish(summary, as_json=as_json, problems=len(aside))


@command.command(
    "grade",
    help="\n\n".join(
        (
            _("Grade what was collected into nbgrader's gradebook; a second run does what is new or changed."),
            _("Analysts' code runs behind a fence: no network, no other file, and limits on time and memory."),
        )
    ),
)
@assignments_argument
@click.option("--force", is_flag=True, help=_("Grade again what is unchanged; marks given by hand stay."))
@click.option(
    "--unfenced", is_flag=True, help=_("Run analysts' code with your own rights. Only if you trust every file.")
)
@click.option("--workers", type=click.IntRange(1, 256), help=_("Hand-ins at a time (default: one for each core)."))
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help=_("Grade on a running Dask cluster, such as {address}.").format(address="tcp://10.0.0.5:8786"),
)
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
    """`aimak cohort grade`."""
    from aimak.execution.shared import start_early
    from aimak.lesson.cases import ANALYST

    submitted = project.exercises / "submitted"
    if not scheduler and any(submitted.glob(f"*/*{ANALYST}")):  # it warms up while nbgrader is loaded here
        start_early(fenced=not unfenced)
    from aimak.cohort.grading import cluster, grade, how_to_grade

    if unfenced:
        say(_("Unfenced: analysts' code runs with your own rights in this run."))
    names = _gradable(project, assignments)
    how = how_to_grade(project, workers, unfenced=unfenced, force=force)
    done = grade(
        project.exercises,
        names,
        how,
        workers=cluster(scheduler) if scheduler else None,
        progress=lambda results, total: progress(results, _("Grading"), total),
    )
    failed = [one for one in done if one.state == "failed"]
    say_failed(failed)
    for one in done:
        for note in one.notes:
            say(_("{trainee}, {exercise}: {note}").format(trainee=one.trainee, exercise=one.assignment, note=note))
    counts = {state: sum(one.state == state for one in done) for state in ("graded", "unchanged", "failed")}
    say(_("{graded} graded, {unchanged} unchanged, {failed} failed.").format(**counts))
    summary = {**counts, "unfenced": unfenced, "problems": {f"{o.trainee}/{o.assignment}": o.problem for o in failed}}
    finish(summary, as_json=as_json, problems=len(failed))


def _gradable(project: Project, given: tuple[str, ...]) -> tuple[str, ...]:
    """The exercises asked for; notebooks of others that nbgrader released in this folder may be named too."""

    from aimak.course.source import exercise_names

    foreign = {path.parent.name for path in (project.exercises / "release").glob("*/*.ipynb")}
    if given and all(name in foreign | set(exercise_names(project)) for name in given):
        return given
    return names_of(project, given)


@command.command("feedback", help=_("Write one page and one short text for each graded hand-in."))
@assignments_argument
@db_option
@project_option
@json_option
def feedback_(assignments: tuple[str, ...], project: Project, as_json: bool) -> None:
    """`aimak cohort feedback`."""
    from aimak.cohort.feedback import feedback
    from aimak.cohort.feedback.run import MESSAGES, TO_SEND

    names = names_of(project, assignments)
    made = feedback(project, names, progress=lambda items: progress(items, _("Feedback")))
    failed = [one for one in made if one.page is None]
    for one in failed:
        told = _("No feedback: {trainee}, {exercise}: {problem}")
        say(told.format(trainee=one.trainee, exercise=one.assignment, problem=one.problem))
    count = len(made) - len(failed)
    pages = plural("{count} page in {folder}.", "{count} pages in {folder}.", count)
    say(pages.format(count=count, folder="exercises/feedback"))
    to_send = _("To send under names for people: {folder}. Short texts to copy: {file}.")
    say(to_send.format(folder=f"_build/{TO_SEND}", file=f"exercises/feedback/{MESSAGES}"))
    finish({"pages": [one.page for one in made if one.page]}, as_json=as_json, problems=len(failed))

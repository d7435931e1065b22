"""`aimak course`: the main job in one command, from checked data to the forum pack."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from aimak.cli.common import finish, json_option, progress, project_option, say
from aimak.errors import UserError
from aimak.i18n import language, plural
from aimak.i18n import translate as _
from aimak.project import Project


@dataclass(frozen=True)
class Step:
    """One step of the main job: its name for programs and for people, what does it, and what to open afterwards."""

    key: str
    name: str
    run: Callable[[], str]
    opens: Path


@click.command(
    "course",
    help="\n\n".join(
        (
            _("Check the data, build exercises and book, grade a sample class, make its report and a forum pack."),
            _("Run it again at any time: it carries on where it stopped, and makes only what is missing or changed."),
        )
    ),
)
@click.option("--trainees", default=40, show_default=True, type=click.IntRange(1), help=_("Size of the sample class."))
@click.option("--seed", default=1, show_default=True, type=int, help=_("Another number makes another class."))
@click.option("--oblast", default="Naryn", show_default=True, help=_("The oblast of the forum pack."))
@project_option
@json_option
def command(trainees: int, seed: int, oblast: str, project: Project, as_json: bool) -> None:
    """`aimak course`."""
    steps = _steps(project, trainees, seed, oblast)
    table = []
    for number, step in enumerate(steps, start=1):
        say(f"[{number}/{len(steps)}] {step.name}")
        start = time.monotonic()
        made = step.run()
        table.append((step, made, round(time.monotonic() - start)))
    _print(table, project)
    summary = {step.key: {"made": made, "took": f"{took} s", "open": step.opens} for step, made, took in table}
    finish(summary, as_json=as_json)


def _steps(project: Project, trainees: int, seed: int, oblast: str) -> list[Step]:
    course, report, out = project.exercises, project.build / "report", project.build / "forum" / oblast
    return [
        Step("Check the data", _("Check the data"), lambda: _data(project), project.datasets),
        Step("Build the exercises", _("Build the exercises"), lambda: _exercises(project), course / "release"),
        Step("Build the site", _("Build the site"), lambda: _site(project), project.site / "index.html"),
        Step(
            "Hand in a sample class",
            _("Hand in a sample class"),
            lambda: _hand_in(project, trainees, seed),
            course / "inbox",
        ),
        Step("Grade it", _("Grade it"), lambda: _grade(project), course / "gradebook.db"),
        Step("Write feedback", _("Write feedback"), lambda: _feedback(project), course / "feedback"),
        Step("Write the class report", _("Write the class report"), lambda: _report(project), report / "budget.html"),
        Step("Make the forum pack", _("Make the forum pack"), lambda: _pack(project, oblast, out), out / "index.html"),
    ]


def _data(project: Project) -> str:
    from aimak.data.check import check_package

    problems = check_package(project.datasets)
    if problems:
        count = len(problems)
        what = plural(
            "The data has {count} problem: {first}", "The data has {count} problems; the first: {first}", count
        )
        raise UserError(
            what.format(count=count, first=problems[0]), _("Run: {command}").format(command="aimak data check")
        )
    return _("no problems")


def _exercises(project: Project) -> str:
    from aimak.course.build import build
    from aimak.course.source import exercise_names

    names = exercise_names(project)
    for name in progress(list(names), _("Exercises")):
        build(project, name)
    return ", ".join(names)


def _site(project: Project) -> str:
    from aimak.site.build import build_site

    pages = build_site(project, lambda text: say(f"  {text} …")).pages
    return plural("{count} page", "{count} pages", pages).format(count=pages)


def _hand_in(project: Project, trainees: int, seed: int) -> str:
    from aimak.cohort.collect import collect
    from aimak.cohort.ledger import ACCEPTED
    from aimak.cohort.roster import FILE, read_roster
    from aimak.cohort.sample import sample_course
    from aimak.course.source import exercise_names

    course = project.exercises
    # Trainees of a real class are never overwritten by invented ones.
    if (course / FILE).is_file() and not _is_sample(course, trainees, seed):
        raise UserError(
            _("{file} is there already.").format(file=course / FILE),
            _("Move your class away, or use the cohort commands for it."),
        )
    if not (course / FILE).is_file():
        sample_course(project, (), trainees, seed, progress=lambda items: progress(items, _("Hand-ins")))
        _mark_sample(course, trainees, seed)
        say("  " + plural("{count} invented trainee", "{count} invented trainees", trainees).format(count=trainees))
    found = collect(course / "inbox", course, read_roster(course / FILE), exercise_names(project))
    return _("{accepted} accepted of {count}").format(
        accepted=len(found.with_state(ACCEPTED)), count=len(found.entries)
    )


def _mark(course: Path) -> Path:
    return course / "inbox" / ".sample"


def _mark_sample(course: Path, trainees: int, seed: int) -> None:
    from aimak.files import write_whole

    write_whole(_mark(course), f"{trainees} {seed}\n")


def _is_sample(course: Path, trainees: int, seed: int) -> bool:
    return _mark(course).is_file() and _mark(course).read_text() == f"{trainees} {seed}\n"


def _grade(project: Project) -> str:
    from aimak.cohort.grading import grade, how_to_grade
    from aimak.course.source import exercise_names

    done = grade(
        project.exercises,
        exercise_names(project),
        how_to_grade(project),
        progress=lambda results, total: progress(results, _("Grading"), total),
    )
    failed = [one for one in done if one.state == "failed"]
    if failed:
        raise UserError(
            _("The hand-in of {trainee} could not be graded: {problem}").format(
                trainee=failed[0].trainee, problem=failed[0].problem
            ),
            _("Run: {command}").format(command="aimak cohort grade"),
        )
    return _("{count} graded").format(count=len(done))


def _feedback(project: Project) -> str:
    from aimak.cohort.feedback import feedback
    from aimak.course.source import exercise_names

    made = feedback(project, exercise_names(project), progress=lambda items: progress(items, _("Feedback")))
    pages = sum(one.page is not None for one in made)
    return plural("{count} page", "{count} pages", pages).format(count=pages)


def _report(project: Project) -> str:
    from aimak.cohort.learning import learned
    from aimak.cohort.learning_report import write_learning
    from aimak.cohort.overview import trained_people, write_overview
    from aimak.cohort.programme import summaries
    from aimak.cohort.report import write_report
    from aimak.cohort.roster import FILE, read_roster

    said, roster = summaries(project, ("budget",), every=True), read_roster(project.exercises / FILE)
    folder, change = project.build / "report", learned(project, roster)
    write_report(said[0], roster, folder)
    if change is not None:
        write_learning(change, roster, folder)
    write_overview(said, trained_people(said), folder, change)
    return "HTML, XLSX, CSV"


def _pack(project: Project, oblast: str, out: Path) -> str:
    from aimak.forum.pack import pack

    done = pack(project, oblast, out, language=language(), progress=lambda items: progress(items, _("Forum pack")))
    if done.failed:
        name, problem = next(iter(done.failed.items()))
        raise UserError(
            _("The page {name} could not be made: {problem}").format(name=name, problem=problem),
            _("Run: {command}").format(command="aimak forum pack"),
        )
    return _("pages made: {made}, kept: {kept}").format(made=len(done.made), kept=len(done.kept))


def _print(table: list[tuple[Step, str, int]], project: Project) -> None:
    say()
    rows = [(_("What"), _("Made"), _("Time"), _("Open"))]
    for step, made, took in table:
        rows.append((step.name, made, _("{count} s").format(count=took), str(step.opens.relative_to(project.root))))
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say()
    say(_("Next: `aimak site serve` shows the book; `nbgrader formgrader` in exercises/ marks the last task by hand."))

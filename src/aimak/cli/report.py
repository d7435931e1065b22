"""`aimak cohort report`: what a class did, exercise by exercise, and before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from aimak.cli.common import assignments_argument, db_option, finish, json_option, names_of, project_option, say
from aimak.i18n import translate as _
from aimak.project import Project

if TYPE_CHECKING:
    from aimak.cohort.learning import Learned
    from aimak.cohort.report import ReportFiles
    from aimak.cohort.roster import Trainee


@click.command(
    "report",
    help=_(
        "Write the class report: an overview, and for each exercise a page, a workbook and a CSV, in _build/report."
    ),
)
@assignments_argument
@click.option("--shareable", is_flag=True, help=_("Without names; groups under five are not shown."))
@click.option(
    "--pass-mark",
    default=60,
    show_default=True,
    type=click.IntRange(1, 100),
    help=_("Points needed to pass, in per cent."),
)
@db_option
@project_option
@json_option
def command(assignments: tuple[str, ...], shareable: bool, pass_mark: int, project: Project, as_json: bool) -> None:
    """`aimak cohort report`."""
    from aimak.cohort.groups import SMALL
    from aimak.cohort.overview import trained_people, write_overview
    from aimak.cohort.programme import summaries
    from aimak.cohort.report import write_report
    from aimak.cohort.roster import FILE, read_roster
    from aimak.lesson.before_after import TESTS

    every = names_of(project, assignments)
    names = tuple(name for name in every if name not in TESTS)
    roster = read_roster(project.exercises / FILE)
    change = _change(project, roster, shareable=shareable) if len(names) < len(every) else None
    found = summaries(project, names, shareable=shareable, pass_mark=pass_mark / 100, every=bool(assignments))
    said = [one for one in found if not shareable or len(one.results) >= SMALL]
    made: dict[str, object] = {}
    for one in found:
        if one not in said:
            few = _("Not written: {exercise}: fewer than {count} hand-ins are graded, so people could be recognised.")
            say(few.format(exercise=one.assignment, count=SMALL))
    for one in said:
        files = write_report(one, roster, project.build / "report")
        say(_("Report: {file}").format(file=files.page.relative_to(project.root)))
        made[one.assignment] = {"page": files.page, "workbook": files.workbook, "table": files.table}
    if change is not None and change[1] is not None:
        say(_("Report: {file}").format(file=change[1].page.relative_to(project.root)))
        made["before_after"] = {"page": change[1].page, "workbook": change[1].workbook, "table": change[1].table}
    if not found and change is None:
        say(_("Nothing is graded yet. Run: {command}").format(command="aimak cohort grade"))
    elif said or (made and not assignments):
        learned = change[0] if change is not None and change[1] is not None else None
        made["overview"] = write_overview(said, trained_people(said), project.build / "report", learned)
    refused = change is not None and change[1] is None
    finish(made, as_json=as_json, problems=len(said) < len(found) or refused or not made)


def _change(
    project: Project, roster: Mapping[str, Trainee], *, shareable: bool
) -> tuple[Learned, ReportFiles | None] | None:
    """What the two tests tell, and the files that say so; none of these where so few people could be recognised."""
    from aimak.cohort.groups import SMALL
    from aimak.cohort.learning import learned
    from aimak.cohort.learning_report import write_learning

    found = learned(project, roster, shareable=shareable)
    if found is None:
        return None
    if shareable and not found.may_be_shared:
        few = _("Not written: before and after: fewer than {count} people can be told of, so they could be recognised.")
        say(few.format(count=SMALL))
        return found, None
    return found, write_learning(found, roster, project.build / "report")

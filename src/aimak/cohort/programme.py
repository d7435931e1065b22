"""All exercises of a programme together: read once, summarised one by one."""

from __future__ import annotations

from aimak.cohort.grading.one import UNFENCED
from aimak.cohort.groups import PASS_MARK
from aimak.cohort.ledger import FILE as LEDGER
from aimak.cohort.ledger import Ledger
from aimak.cohort.results import results
from aimak.cohort.roster import FILE, read_roster
from aimak.cohort.summary import Summary, summarise
from aimak.course.source import read_source
from aimak.project import Project


def summaries(
    project: Project,
    names: tuple[str, ...],
    *,
    shareable: bool = False,
    pass_mark: float = PASS_MARK,
    every: bool = False,
) -> list[Summary]:
    """Summarise the exercises that have results.

    :param every: True summarises those without results, too.
    :raises UserError: if there is no roster.
    """
    course = project.exercises
    roster = read_roster(course / FILE)
    found = results(course, names)
    with Ledger(course / LEDGER) as ledger:
        entries, ran = list(ledger.entries.values()), list(ledger.graded(names).values())
    made = []
    for name in names:
        if every or any(result.assignment == name for result in found):
            unfenced = sum(one.assignment == name and one.ran == UNFENCED for one in ran)
            made.append(
                summarise(
                    read_source(project, name), course, roster, found, entries,
                    shareable=shareable, pass_mark=pass_mark, unfenced=unfenced,
                )
            )  # fmt: skip
    return made

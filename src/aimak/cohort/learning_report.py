"""The report on the two tests: a page that needs nothing else, a workbook, and a CSV, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from aimak.cohort.learning import Learned, QuestionChange, States
from aimak.cohort.learning_chart import chart
from aimak.cohort.names import file_name
from aimak.cohort.paper import fill
from aimak.cohort.report import ReportFiles
from aimak.cohort.roster import Trainee
from aimak.cohort.tables import Rows, Share, csv_text, workbook
from aimak.cohort.words import by_name, kind_name, shown
from aimak.course.units import unit_title
from aimak.data import municipality
from aimak.files import write_whole
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import date as day
from aimak.i18n.numbers import number
from aimak.lesson.before_after import NOT_KNOWN, OPEN, QUESTIONS, RIGHT, WRONG

STATES = (RIGHT, WRONG, NOT_KNOWN, OPEN)


def stem(learned: Learned) -> str:
    """What the page is called, without `.html`."""
    return "before-after-shareable" if learned.shareable else "before-after"


def write_learning(learned: Learned, roster: Mapping[str, Trainee], folder: Path) -> ReportFiles:
    """Write the page, the workbook and the CSV into ``folder``; each appears whole or not at all.

    The CSV has a row for each question, and nobody's name.
    """
    called = _("Before and after, shareable") if learned.shareable else _("Before and after")
    files = ReportFiles(
        folder / f"{stem(learned)}.html", folder / file_name(called, ".xlsx"), folder / file_name(called, ".csv")
    )
    questions = question_table(learned)
    sheets = {_("Units"): unit_table(learned), _("Questions"): questions, _("Groups"): group_table(learned)}
    if not learned.shareable:
        sheets[_("Trainees")] = people_table(learned, roster)
    write_whole(files.page, page(learned, roster))
    write_whole(files.workbook, workbook(sheets, called))
    write_whole(files.table, csv_text(questions))
    return files


def page(learned: Learned, roster: Mapping[str, Trainee]) -> str:
    """The report as one HTML page without scripts and without any address of another file."""
    return fill(
        "before_after.html",
        title=_("Before and after"),
        made=_("Made on {day}.").format(day=day(date.today())),
        s=learned,
        cards=_cards(learned),
        said=headline(learned),
        range_said=_range(learned),
        chart=Markup(chart(learned.units)),
        unit_title=unit_title,
        questions=[(one, _cells(one)) for one in learned.questions],
        groups=[(kind_name(one.kind), shown(one.kind, one.name), one.change) for one in learned.groups],
        signed=signed,
        people=[] if learned.shareable else _people(learned, roster),
    )


def headline(learned: Learned) -> str:
    """The result in a sentence; how much changed, and never why."""
    if learned.both is None:
        return _("Nobody did both tests so far, so there is no change to tell of.")
    both = learned.both
    text = plural(
        "{people} trainee did both tests: {before} of {most} answers right before the course, {after} after it.",
        "{people} trainees did both tests: {before} of {most} answers right before the course, {after} after it.",
        both.people,
    )
    return text.format(
        people=number(both.people), before=number(both.before, 1), after=number(both.after, 1),
        most=number(len(QUESTIONS)),
    )  # fmt: skip


def _range(learned: Learned) -> str:
    both = learned.both
    if both is None:
        return ""
    if both.low is None or both.high is None:
        return _("For so few people no range of the mean change is given.")
    text = _(
        "The mean change is {change}. With other people like these it would likely lie between {low} and {high} "
        "(95 % interval of paired values)."
    )
    return text.format(change=signed(both.difference), low=signed(both.low), high=signed(both.high))


def signed(value: float, decimals: int = 1) -> str:
    """A difference with its sign: ``+3.2``, ``−0.4``."""
    shown = number(value, decimals)
    return f"+{shown}" if round(value, decimals) > 0 else shown


def _cards(learned: Learned) -> list[tuple[str, str]]:
    both = learned.both
    return [
        (_("did both tests"), number(both.people if both else 0)),
        (_("did the first test only"), number(learned.only_before)),
        (_("did the second test only"), number(learned.only_after)),
        (_("right answers before"), number(both.before, 1) if both else "—"),
        (_("right answers after"), number(both.after, 1) if both else "—"),
    ]


def _cells(one: QuestionChange) -> list[str]:
    return [_told(one.before, state) for state in STATES] + [_told(one.after, state) for state in STATES]


def _told(states: States | None, state: str) -> str:
    return "—" if states is None else number(states.get(state, 0))


def _people(learned: Learned, roster: Mapping[str, Trainee]) -> list[dict[str, Any]]:
    rows = []
    for code in _by_name(learned, roster):
        before, after = learned.people[code]
        change = None if before is None or after is None else after - before
        trainee = roster.get(code)
        rows.append({
            "code": code, "name": trainee.name if trainee else _("not in the roster"),
            "before": "—" if before is None else number(before), "after": "—" if after is None else number(after),
            "change": "—" if change is None else signed(change, 0),
        })  # fmt: skip
    return rows


def _by_name(learned: Learned, roster: Mapping[str, Trainee]) -> list[str]:
    return sorted(learned.people, key=lambda code: by_name(roster[code].name if code in roster else "", code))


def unit_table(learned: Learned) -> Rows:
    """Headings, all questions together, and one row for each unit."""
    rows: Rows = [[_("Unit"), _("Right before"), _("Right after")]]
    if learned.both is not None:
        most = len(QUESTIONS)
        rows.append([_("All questions"), Share(learned.both.before / most), Share(learned.both.after / most)])
    return rows + [[unit_title(one.unit), _share(one.before), _share(one.after)] for one in learned.units]


def question_table(learned: Learned) -> Rows:
    """Headings, and one row for each question with the people of each state."""
    names = {RIGHT: _("right"), WRONG: _("wrong"), NOT_KNOWN: _("I do not know"), OPEN: _("left open")}
    heads = [*(_("Before: {state}").format(state=names[one]) for one in STATES)]
    heads += [_("After: {state}").format(state=names[one]) for one in STATES]
    rows: Rows = [[_("Question"), _("Unit"), *heads]]
    for one in learned.questions:
        counts: list[object] = [
            None if some is None else some.get(state, 0) for some in (one.before, one.after) for state in STATES
        ]
        rows.append([one.title, unit_title(one.unit), *counts])
    return rows


def group_table(learned: Learned) -> Rows:
    """Headings, and one row for each group of those who did both tests."""
    heads = [_("People"), _("Right answers before"), _("Right answers after"), _("Change")]
    rows: Rows = [[_("Grouped by"), _("Group"), *heads]]
    for one in learned.groups:
        told = one.change
        numbers: list[object] = [_("not shown")]
        if told is not None:
            numbers = [told.people, *(round(v, 2) for v in (told.before, told.after, told.difference))]
        rows.append([kind_name(one.kind), shown(one.kind, one.name), *numbers])
    return rows


def people_table(learned: Learned, roster: Mapping[str, Trainee]) -> Rows:
    """Headings, and one row for each trainee; for the trainer only."""
    rows: Rows = [[_("Code"), _("Name"), _("Municipality"), _("Right answers before"), _("Right answers after")]]
    for code in _by_name(learned, roster):
        trainee = roster.get(code)
        who = [trainee.name, municipality(trainee.municipality).shown] if trainee else ["", ""]
        rows.append([code, *who, *learned.people[code]])
    return rows


def _share(value: float | None) -> Share | None:
    return None if value is None else Share(value)

"""The class report: one HTML page that needs nothing else, and tables for Excel, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aimak.cohort.names import file_name
from aimak.cohort.paper import fill
from aimak.cohort.roster import Trainee
from aimak.cohort.summary import BANDS, Summary, TaskSummary
from aimak.cohort.tables import csv_text, group_table, hand_in_table, sorted_results, task_table, workbook
from aimak.cohort.titles import short
from aimak.cohort.words import in_order, kind_name, shown
from aimak.data import municipality
from aimak.files import write_whole
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import date as day
from aimak.i18n.numbers import number, percent

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class ReportFiles:
    """Where the report lies."""

    page: Path
    workbook: Path
    table: Path


def write_report(summary: Summary, roster: Mapping[str, Trainee], folder: Path) -> ReportFiles:
    """Write the page, the workbook and the CSV into ``folder``; each appears whole or not at all.

    The page has one name in every language, because the overview and other pages point to it; the tables are called
    as their reader calls them.
    """
    stem = f"{summary.assignment}-shareable" if summary.shareable else summary.assignment
    called = _("Class report, shareable - {exercise}") if summary.shareable else _("Class report - {exercise}")
    called = called.format(exercise=summary.title or summary.assignment)
    files = ReportFiles(
        folder / f"{stem}.html", folder / file_name(called, ".xlsx"), folder / file_name(called, ".csv")
    )
    rows = hand_in_table(summary, roster)
    sheets = {_("Report"): rows, _("Groups"): group_table(summary), _("Tasks"): task_table(summary)}
    write_whole(files.page, page(summary, roster))
    write_whole(files.workbook, workbook(sheets, called))
    write_whole(files.table, csv_text(rows))
    return files


def page(summary: Summary, roster: Mapping[str, Trainee]) -> str:
    """The report as one HTML page without scripts and without any address of another file."""
    from markupsafe import Markup

    shares = [result.points / result.most for result in summary.results]
    middle = percent(sum(shares) / len(shares), 0) if shares else "—"
    cards = [
        (_("invited"), number(summary.invited)),
        (_("graded"), number(len(summary.results))),
        (_("passed so far") if summary.waiting else _("passed"), number(summary.passed)),
        (_("wait for hand marking"), number(summary.waiting)),
        (_("reached on average"), middle),
    ]
    title = _("Class report: {assignment}").format(assignment=summary.title or summary.assignment)
    return fill(
        "report.html",
        s=summary,
        bar=_bar,
        title=title,
        made=_("Made on {day}.").format(day=day(date.today())),
        cards=cards,
        next=_next_steps(summary),
        chart=Markup(distribution(summary)),
        unfenced=_unfenced(summary),
        tasks=sorted(summary.tasks, key=_hardness),
        groups=[(kind_name(kind), kind, in_order(kind, some)) for kind, some in summary.groups.items()],
        shown=shown,
        columns=[(short(task.title), task.title) for task in summary.tasks],
        people=_people(summary, roster),
    )


def _bar(share: float | None) -> Markup:
    """A share as a small bar beside its number; the number is what is read aloud."""
    from markupsafe import Markup

    width = 0.0 if share is None else 90 * min(max(share, 0.0), 1.0)
    return Markup(
        '<svg class="bar" viewBox="0 0 90 12" width="90" height="12" aria-hidden="true">'
        '<rect width="90" height="12" fill="#e3e8ee"/><rect width="{}" height="12" fill="#0072b2"/></svg>'
    ).format(f"{width:.1f}")


def _next_steps(summary: Summary) -> list[str]:
    steps = []
    if summary.set_aside and not summary.shareable:
        aside = len(summary.set_aside)
        text = plural(
            "{count} file was set aside: see the end of this page.",
            "{count} files were set aside: see the end of this page.",
            aside,
        )
        steps.append(text.format(count=number(aside)))
    if summary.waiting:
        text = plural(
            "{count} answer waits to be marked by hand: run nbgrader formgrader.",
            "{count} answers wait to be marked by hand: run nbgrader formgrader.",
            summary.waiting,
        )
        steps.append(text.format(count=number(summary.waiting)))
    missing = summary.invited - len(summary.results)
    if missing > 0:
        text = plural(
            "{count} trainee has no graded hand-in yet.", "{count} trainees have no graded hand-in yet.", missing
        )
        steps.append(text.format(count=number(missing)))
    marked = [task for task in summary.tasks if task.mean_share is not None and task.mean_share < 1]
    steps += [_talk_about(task) for task in sorted(marked, key=_hardness)[:2]]
    return steps or [_("Nothing: everybody has all points.")]


def _talk_about(task: TaskSummary) -> str:
    share = percent(_hardness(task), 0)
    if not task.hints:
        return _("Talk about “{task}”: {share} of its points.").format(task=task.title, share=share)
    return _("Talk about “{task}”: {share} of its points. Most often: {hint}").format(
        task=task.title, share=share, hint=task.hints[0][0]
    )


def _unfenced(summary: Summary) -> str:
    if not summary.unfenced:
        return ""
    return plural(
        "{count} notebook was run without the fence: its code had the rights of whoever graded it.",
        "{count} notebooks were run without the fence: their code had the rights of whoever graded them.",
        summary.unfenced,
    ).format(count=number(summary.unfenced))


def _hardness(task: TaskSummary) -> float:
    """Hardest first; a task that nobody's hand has marked yet comes last."""
    return 2.0 if task.mean_share is None else task.mean_share


def distribution(summary: Summary) -> str:
    """The score distribution as a figure: an SVG with a column for each band and its count, and a caption."""
    most = max([*summary.bands, 1])
    columns, words = [], []
    for i, ((low, high), count) in enumerate(zip(BANDS, summary.bands, strict=True)):
        x, height = 10 + i * 82, 150 * count / most
        label, told = f"{low}\u2013{min(high, 100)}\u00a0%", number(count)
        columns.append(
            f'<rect x="{x}" y="{180 - height:.1f}" width="66" height="{height:.1f}" fill="#0072b2"/>'
            f'<text x="{x + 33}" y="{172 - height:.1f}" text-anchor="middle" font-size="16">{told}</text>'
            f'<text x="{x + 33}" y="202" text-anchor="middle" font-size="15">{label}</text>'
        )
        words.append(f"{label}: {told}")
    alt = escape(_("Trainees by share of the points. {bands}.").format(bands="; ".join(words)))
    caption = escape(_("Share of the points; above each column the number of trainees"))
    return (
        f'<figure><svg viewBox="0 0 424 210" width="424" height="210" role="img" aria-label="{alt}">{"".join(columns)}'
        f'<line x1="4" x2="420" y1="180" y2="180" stroke="#1b2733"/></svg><figcaption>{caption}</figcaption></figure>'
    )


def _people(summary: Summary, roster: Mapping[str, Trainee]) -> list[dict[str, Any]]:
    rows = []
    for result in sorted_results(summary, roster):
        trainee = roster.get(result.trainee)
        place = municipality(trainee.municipality).shown if trainee else ""
        by_task = {task.name: task for task in result.tasks}
        cells = [
            "—" if name not in by_task else "✱" if by_task[name].waiting else number(by_task[name].points, 1)
            for name in (task.name for task in summary.tasks)
        ]
        name = trainee.name if trainee else _("not in the roster")
        rows.append({"code": result.trainee, "name": name, "place": place, "cells": cells,
                     "sum": number(result.points, 1)})  # fmt: skip
    return rows

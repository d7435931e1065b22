"""The class report: one HTML page that needs nothing else, and tables for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aimak.cohort.groups import SMALL
from aimak.cohort.paper import fill
from aimak.cohort.results import Result
from aimak.cohort.roster import Trainee
from aimak.cohort.summary import BANDS, Summary, TaskSummary
from aimak.data import municipality
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class ReportFiles:
    """Where the report lies."""

    page: Path
    workbook: Path
    table: Path


def write_report(summary: Summary, roster: dict[str, Trainee], folder: Path) -> ReportFiles:
    """Write the page, the workbook and the CSV into ``folder``; each appears whole or not at all."""
    stem = f"{summary.assignment}-shareable" if summary.shareable else summary.assignment
    files = ReportFiles(folder / f"{stem}.html", folder / f"{stem}.xlsx", folder / f"{stem}.csv")
    write_whole(files.page, page(summary, roster))
    header, rows = _table(summary, roster)
    sheets = {_("Groups"): _group_rows(summary), _("Tasks"): _task_rows(summary)}
    write_whole(files.workbook, _workbook(header, rows, sheets))
    write_whole(files.table, _csv(header, rows))
    return files


def page(summary: Summary, roster: dict[str, Trainee]) -> str:
    """The report as one HTML page without scripts and without any address of another file."""
    from markupsafe import Markup

    shares = [result.points / result.most for result in summary.results]
    middle = percent(sum(shares) / len(shares), 0) if shares else "—"
    cards = [
        (_("invited"), summary.invited),
        (_("graded"), len(summary.results)),
        (_("passed so far") if summary.waiting else _("passed"), summary.passed),
        (_("wait for hand marking"), summary.waiting),
        (_("reached on average"), middle),
    ]
    title = _("Class report: {assignment}").format(assignment=summary.assignment)
    return fill(
        "report.html",
        s=summary,
        bar=_bar,
        title=title,
        made=_("Made on {day}.").format(day=f"{date.today():%d.%m.%Y}"),
        cards=cards,
        next=_next_steps(summary),
        chart=Markup(distribution(summary)),
        tasks=sorted(summary.tasks, key=_hardness),
        words=_words(),
        columns=[task.name for task in summary.tasks],
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


def _words() -> dict[str, str]:
    return {
        "oblast": _("Oblast"), "municipality": _("Municipality"), "language": _("Language"),
        "sex": _("Sex"), "age": _("Age"), "role": _("Role"),
        "f": _("women"), "m": _("men"), "ky": _("Kyrgyz"), "ru": _("Russian"), "en": _("English"),
        "accountant": _("accountant"), "head": _("head"), "deputy": _("deputy"), "specialist": _("specialist"),
    }  # fmt: skip


def _next_steps(summary: Summary) -> list[str]:
    steps = []
    if summary.set_aside and not summary.shareable:
        steps.append(_("{count} files were set aside: see the end of this page.").format(count=len(summary.set_aside)))
    if summary.waiting:
        steps.append(
            _("{count} answers wait to be marked by hand: run nbgrader formgrader.").format(count=summary.waiting)
        )
    missing = summary.invited - len(summary.results)
    if missing > 0:
        steps.append(_("{count} trainees have no graded hand-in yet.").format(count=missing))
    marked = [task for task in summary.tasks if task.mean_share is not None and task.mean_share < 1]
    for task in sorted(marked, key=_hardness)[:2]:
        told = _(" Most often: {hint}").format(hint=task.hints[0][0]) if task.hints else ""
        share = percent(_hardness(task), 0)
        steps.append(_("Talk about “{task}”: {share} of its points.").format(task=task.title, share=share) + told)
    return steps or [_("Nothing: everybody has all points.")]


def _hardness(task: TaskSummary) -> float:
    """Hardest first; a task that nobody's hand has marked yet comes last."""
    return 2.0 if task.mean_share is None else task.mean_share


def distribution(summary: Summary) -> str:
    """The score distribution as SVG: a column for each band, with its count."""
    most = max([*summary.bands, 1])
    columns, words = [], []
    for i, ((low, high), count) in enumerate(zip(BANDS, summary.bands, strict=True)):
        x, height = 20 + i * 104, 150 * count / most
        label = f"{low}–{min(high, 100)} %"
        columns.append(
            f'<rect x="{x}" y="{180 - height:.1f}" width="80" height="{height:.1f}" fill="#0072b2"/>'
            f'<text x="{x + 40}" y="{172 - height:.1f}" text-anchor="middle" font-size="16">{count}</text>'
            f'<text x="{x + 40}" y="202" text-anchor="middle" font-size="15">{label}</text>'
        )
        words.append(f"{label}: {count}")
    alt = escape(_("Trainees by share of the points. {bands}.").format(bands="; ".join(words)))
    return (
        f'<svg viewBox="0 0 540 236" width="540" height="236" role="img" aria-label="{alt}">{"".join(columns)}'
        f'<line x1="10" x2="530" y1="180" y2="180" stroke="#1b2733"/><text x="270" y="228" text-anchor="middle" '
        f'font-size="15">{escape(_("Share of the points; above each column the number of trainees"))}</text></svg>'
    )


def _people(summary: Summary, roster: dict[str, Trainee]) -> list[dict[str, Any]]:
    rows = []
    for result in summary.results:
        trainee = roster.get(result.trainee)
        place = municipality(trainee.municipality).name if trainee else ""
        by_name = {task.name: task for task in result.tasks}
        cells = [
            "—" if name not in by_name else "✱" if by_name[name].waiting else number(by_name[name].points, 1)
            for name in (task.name for task in summary.tasks)
        ]
        name = trainee.name if trainee else _("not in the roster")
        rows.append({"code": result.trainee, "name": name, "place": place, "cells": cells,
                     "sum": number(result.points, 1)})  # fmt: skip
    return rows


def _table(summary: Summary, roster: dict[str, Trainee]) -> tuple[list[str], list[list[object]]]:
    """One row a hand-in. In a shareable version codes, names, municipalities and ages are left out."""
    who = [] if summary.shareable else [_("Code"), _("Name"), _("Municipality"), _("Sex"), _("Age"), _("Role")]
    header = [*who, *(task.name for task in summary.tasks), _("Sum"), _("Waits for hand marking")]
    rows: list[list[object]] = []
    for result in summary.results:
        trainee = roster.get(result.trainee)
        first: list[object] = []
        if not summary.shareable:
            place = municipality(trainee.municipality).name if trainee else ""
            first = [result.trainee, trainee.name if trainee else "", place]
            first += [trainee.sex, trainee.age, trainee.role] if trainee else ["", "", ""]
        rows.append([*first, *_points(result, summary), result.points, _("yes") if result.waiting else _("no")])
    if summary.shareable and len(rows) < SMALL:
        rows.clear()  # so few that everybody in the room knows who is who
    if summary.shareable:  # in the order of the roster a reader could still tell who is who
        rows.sort(key=lambda row: -float(str(row[-2])))
    return header, rows


def _points(result: Result, summary: Summary) -> list[object]:
    by_name = {task.name: task for task in result.tasks}
    return [by_name[t.name].points if t.name in by_name else None for t in summary.tasks]


def _group_rows(summary: Summary) -> list[list[object]]:
    rows: list[list[object]] = [[_("Group"), "", _("Invited"), _("Graded"), _("Passed"), _("Mean share")]]
    for name, groups in summary.groups.items():
        for g in groups:
            numbers = [_("not shown")] if g.hidden else [g.invited, g.handed_in, g.passed, g.mean_share]
            rows.append([_words().get(name, name), _words().get(g.name, g.name), *numbers])
    return rows


def _task_rows(summary: Summary) -> list[list[object]]:
    rows: list[list[object]] = [[_("Task"), _("Points"), _("Mean share"), _("Full points"), _("Told"), _("Chosen")]]
    for task in summary.tasks:
        told, chosen = ("; ".join(f"{text} ({times})" for text, times in some) for some in (task.hints, task.wrong))
        rows.append([task.title, task.most, task.mean_share, task.full, told, chosen])
    return rows


def _workbook(
    header: list[str], rows: list[list[object]], more: Mapping[str, list[list[object]]] | None = None
) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Report"
    _fill(sheet, header, rows)
    for name, (first, *others) in (more or {}).items():
        _fill(book.create_sheet(name), first, others)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _harmless(value: object) -> object:
    """A cell without what a workbook cannot hold. Text that begins like a formula is text: a name typed by a stranger
    must not run in Excel. A class's report must not fail over one trainee's odd character either."""
    if not isinstance(value, str):
        return value
    text = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in value)
    return "'" + text if text[:1] in set("=+-@") else text


def _fill(sheet: Any, header: Sequence[object], rows: list[list[object]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(header))
    for row in rows:
        sheet.append([_harmless(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number_of, name in enumerate(header, start=1):
        cells = [row[number_of - 1] for row in rows if len(row) >= number_of]
        width = max([len(str(name)), *(len(str(cell or "")) for cell in cells)])
        sheet.column_dimensions[get_column_letter(number_of)].width = min(width + 2, 60)
    sheet.freeze_panes = "A2"


def _csv(header: list[str], rows: list[list[object]]) -> str:
    """CSV that a double click opens right in Excel of a Russian or Kyrgyz locale: a byte order mark for ң ө ү,
    semicolons between fields, and the decimal comma that such an Excel reads as a number."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([str(v).replace(".", ",") if isinstance(v, float) else _harmless(v) for v in row])
    return "\ufeff" + out.getvalue()

"""What the lesson `planning` reads for one municipality or several, and what it lets people try: another ceiling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from aimak.data.planning import assessment, group_labels, measure_labels, plan, proposed, valued
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, thousands
from aimak.lesson.sliders import linked_slider
from aimak.lesson.tables import show_table
from aimak.municipal.planning import FocusGroup, fit_ceiling


def say(text: str) -> None:
    """Show a sentence as a paragraph, which wraps on a phone."""
    from IPython.display import display

    display({"text/html": f"<p>{escape(text)}</p>", "text/plain": text}, raw=True)


Lists = Mapping[str, tuple[FocusGroup, ...]]
#: Changes of the ceiling that the slider can take and that the printed table shows, in per cent.
CHANGES = tuple(range(-40, 50, 10))
PRINTED_CHANGES = (-20, 0, 20)


def lists_of(codes: Sequence[str], year: int) -> Lists:
    """The focus groups of each municipality that held a needs assessment in the year."""
    found = {code: assessment(code, year) for code in codes}
    return {code: groups for code, groups in found.items() if groups}


def pooled(lists: Lists) -> tuple[FocusGroup, ...]:
    """All groups of several municipalities, as if they sat in one hall."""
    if len(lists) == 1:
        return next(iter(lists.values()))
    return tuple(replace(g, key=f"{code} {g.key}") for code, groups in lists.items() for g in groups)


def by_kind(lists: Lists) -> tuple[FocusGroup, ...]:
    """Who came and how many there are, added up over the municipalities; without lists."""
    added: dict[str, FocusGroup] = {}
    for groups in lists.values():
        for g in groups:
            so_far = added.get(g.key)
            added[g.key] = replace(
                g,
                ranking=(),
                approved=0,
                present=g.present + (so_far.present if so_far else 0),
                stands_for=g.stands_for + (so_far.stands_for if so_far else 0),
            )
    return tuple(added[key] for key in group_labels() if key in added)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fits under the ceilings of one or several municipalities; whole som, people who asked and are reached."""

    ceiling: int
    cost: int
    kept: int
    proposed: int
    people: int
    left_out: tuple[str, ...]


def outcome(lists: Lists, change: int) -> Outcome:
    """The best sets of measures if every ceiling changes by so many per cent.

    :raises ValueError: if no municipality held a needs assessment.
    """
    if not lists:
        raise ValueError("lists: there is no needs assessment")
    fits = []
    for code, groups in lists.items():
        measures = valued(proposed(code), groups)
        least = sum(m.cost for m in measures if m.mandatory)
        ceiling = max(least, plan(code).ceiling * (100 + change) // 100)
        fits.append((ceiling, len(measures), fit_ceiling(measures, ceiling)))
    labels = measure_labels()
    return Outcome(
        sum(ceiling for ceiling, _count, _fit in fits),
        sum(fit.cost for _ceiling, _count, fit in fits),
        sum(len(fit.kept) for _ceiling, _count, fit in fits),
        sum(count for _ceiling, count, _fit in fits),
        sum(fit.value for _ceiling, _count, fit in fits),
        tuple(labels[key] for key in fits[0][2].dropped) if len(fits) == 1 else (),
    )


def signed(change: int) -> str:
    """A change in per cent with its sign: ``+10 %``, ``−10 %``, ``0 %``."""
    return f"{'+' if change > 0 else ''}{number(change)}\u00a0%"


def ceiling_table(lists: Lists) -> None:
    """The printed form: three ceilings side by side, and for one municipality what each leaves out."""
    found = [outcome(lists, change) for change in PRINTED_CHANGES]
    rows: list[list[object]] = [
        [_("Ceiling, thousand som"), *(thousands(one.ceiling, 0) for one in found)],
        [_("Measures that fit"), *(number(one.kept) for one in found)],
        [_("People who asked and are reached"), *(number(one.people) for one in found)],
    ]
    if len(lists) == 1:
        labels = measure_labels()
        for one in proposed(next(iter(lists))):
            name = labels[one.measure]
            rows.append([name, *("—" if name in fit.left_out else "+" for fit in found)])
    columns = [_("Change of the ceiling"), *(signed(change) for change in PRINTED_CHANGES)]
    show_table(_("If the ceiling changes (+ fits, — left out)"), columns, rows)


def ceiling_slider(lists: Lists) -> None:
    """A slider for the change of the ceiling, and a list for the keyboard, with the outcome below."""
    linked_slider(
        _("Change of the ceiling"),
        [(signed(change), _said(outcome(lists, change))) for change in CHANGES],
        CHANGES.index(0),
    )


def _said(one: Outcome) -> str:
    text = plural(
        "Ceiling {ceiling} thousand som: {kept} of {all} measure fits. {people} people who asked are reached.",
        "Ceiling {ceiling} thousand som: {kept} of {all} measures fit. {people} people who asked are reached.",
        one.kept,
    ).format(
        ceiling=thousands(one.ceiling, 0), kept=number(one.kept), all=number(one.proposed), people=number(one.people)
    )
    if one.left_out:
        text += " " + _("Left out: {measures}.").format(measures="; ".join(one.left_out))
    return f"<p>{text}</p>"

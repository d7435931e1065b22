"""What answers at once in the unit `participation`: who would come, what seats are drawn, and the tables of a case."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape
from math import ceil, floor

from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent, thousands
from aimak.lesson.cases.participation import ParticipationCase
from aimak.lesson.cases.participation_draw import STRATA, TRAITS, Lot
from aimak.lesson.hearing_html import BAD, GOOD, strong
from aimak.lesson.participation_clauses import amendment_labels, clause_text, topic_label
from aimak.lesson.participation_words import (
    fault_labels,
    group_label,
    measure_labels,
    stratum_label,
)
from aimak.lesson.tables import table_html
from aimak.municipal.participation import Presence, room_interval


def held_html(case: ParticipationCase) -> str:
    """What the training data know of the municipality's meetings, and what is missing there."""
    said = plural(
        "{name} had {count} meeting in 2023 to 2025.", "{name} had {count} meetings in 2023 to 2025.", len(case.held)
    )
    lines = [said.format(name=case.municipality.shown, count=number(len(case.held)))]
    if not any(one.year == 2025 for one in case.held):
        lines.append(_("In 2025 nobody was invited to any meeting. The figures below are for practice."))
    else:
        lines.append(_("The meeting below is for practice; the inhabitants are those of the training data."))
    for people in (one.people for one in case.held if one.people < 10):
        text = plural(
            "To one of them {count} person came. A share of so few says nothing.",
            "To one of them {count} people came. A share of so few says nothing.",
            people,
        )
        lines.append(text.format(count=number(people)))
    if case.has_one_village:
        lines.append(_("There is one village only. The far streets stand for a far village here."))
    return f"<p>{escape(' '.join(lines))}</p>"


def room_html(case: ParticipationCase) -> str:
    """Each group among the inhabitants and in the room."""
    rows = [
        (group_label(key, case.has_one_village), number(one.members), _in_room(one), _range(one))
        for key, one in case.groups.items()
    ]
    heads = [_("Group"), _("Inhabitants"), _("In the room"), _("Range of the share, %")]
    young = case.groups["youth"]
    caption = _("{people} inhabitants, {room} people in the room").format(
        people=number(case.municipality.population), room=number(case.room)
    )
    notes = []
    if young.unknown == young.room:
        notes.append(_("Nobody was asked for the age."))
    elif young.unknown:
        text = plural(
            "Of {count} person nobody knows the age. Young people were counted among the others.",
            "Of {count} people nobody knows the age. Young people were counted among the others.",
            young.unknown,
        )
        notes.append(text.format(count=number(young.unknown)))
    if case.groups["minorities"].present is None:
        notes.append(_("Nobody counted ethnic minorities."))
    return table_html(caption, heads, rows) + (f"<p>{escape(' '.join(notes))}</p>" if notes else "")


def _in_room(one: Presence) -> str:
    return "—" if one.present is None or not one.known else number(one.present)


def _range(one: Presence) -> str:
    """The range of the share in the room, in whole per cent, rounded outwards."""
    if not one.is_counted:
        return "—"
    ends = room_interval(one)
    return _("{low} to {high}").format(low=number(floor(100 * ends.low)), high=number(ceil(100 * ends.high)))


def measures_html(case: ParticipationCase) -> str:
    """What each measure costs and whom it brings; on a phone the figures stand beside the name."""
    labels = measure_labels()
    rows = []
    for one in case.measures:
        parts = [
            _("{group}: {count}").format(group=group_label(group, case.has_one_village), count=number(people))
            for group, people in one.reaches.items()
        ]
        rows.append((f"{labels[one.key]}. {'; '.join(parts) or _('Nobody new')}", thousands(one.cost)))
    money = _("Money: {amount} thousand som").format(amount=thousands(case.money))
    table = table_html(
        _("Measures, and how many more would come (figures for training)"), [_("Measure"), _("Thousand som")], rows
    )
    return strong(money, GOOD) + table


def measures_board(case: ParticipationCase, chosen: Collection[str]) -> str:
    """What the chosen measures cost, and how many more of each group would come."""
    taken = [one for one in case.measures if one.key in chosen]
    left = case.money - sum(one.cost for one in taken)
    state = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    rows = [
        (
            group_label(group, case.has_one_village),
            f"+{number(sum(one.reaches.get(group, 0) for one in taken))}",
        )
        for group in case.groups
    ]
    colour = GOOD if left >= 0 else BAD
    return strong(state.format(amount=thousands(abs(left))), colour) + table_html(
        _("They would bring"), [_("Group"), _("More people")], rows
    )


def lot_html(lot: Lot) -> str:
    """Inhabitants, fair seats and volunteers of each stratum, and the rules."""
    fair = lot.fair
    rows = [
        (stratum_label(name), f"{number(lot.members[name])} → {number(fair[name])}", number(lot.volunteers[name]))
        for name in STRATA
    ]
    table = table_html(
        _("A group of {size}").format(size=number(lot.size)),
        [_("Part"), _("Inhabitants → fair seats"), _("Volunteers")],
        rows,
    )
    rules = _("Rules: at least {women} women, at least {young} young people. No part is more than one seat from fair.")
    return table + f"<p>{escape(rules.format(women=lot.rules[0].least, young=lot.rules[1].least))}</p>"


def seats_of(amounts: Mapping[str, float] | None) -> dict[str, int] | None:
    """Whole seats; None where nothing was given."""
    return None if amounts is None else {name: round(amounts[name]) for name in STRATA}


def lot_board(lot: Lot, amounts: Mapping[str, float]) -> str:
    """At once: whether the seats fill the group, what they give to each rule, and the chance of each volunteer."""
    seats = seats_of(amounts)
    assert seats is not None
    total = sum(seats.values())
    lines = [(_("Seats: {count} of {size}").format(count=number(total), size=number(lot.size)), total == lot.size)]
    names = {"woman": _("Women: {count}, at least {least}"), "young": _("Young people: {count}, at least {least}")}
    for rule in lot.rules:
        count = sum(n for name, n in seats.items() if rule.trait in TRAITS[name])
        lines.append((names[rule.trait].format(count=number(count), least=number(rule.least)), count >= rule.least))
    for name in STRATA:
        have = lot.volunteers[name]
        if seats[name] > have:
            text = _("{part}: seats {seats}, but volunteers {count}")
            lines.append((text.format(part=stratum_label(name), seats=number(seats[name]), count=number(have)), False))
        elif have:
            text = _("{part}: each volunteer has a chance of {chance}")
            lines.append((text.format(part=stratum_label(name), chance=percent(seats[name] / have, 0)), True))
    items = "".join(
        f'<li style="color:{GOOD if good else BAD}">{"✔" if good else "✘"} {escape(text)}</li>' for text, good in lines
    )
    return f'<div class="aimak-panel"><ul style="list-style:none;margin:0;padding-left:.2rem">{items}</ul></div>'


def lot_brief(lot: Lot, amounts: Mapping[str, float]) -> str:
    """The same in a line."""
    seats = seats_of(amounts)
    assert seats is not None
    text = _("Seats: {count} of {size}").format(count=number(sum(seats.values())), size=number(lot.size))
    return f"<small>{escape(text)}</small>"


def list_html(lot: Lot) -> str:
    """The list that somebody made by hand."""
    rows = []
    for one in lot.by_hand:
        traits = [_("woman") if "woman" in one.volunteer.traits else _("man")]
        if "young" in one.volunteer.traits:
            traits.append(_("young"))
        if one.is_deputy:
            traits.append(_("deputy"))
        rows.append((", ".join(traits), number(one.household), "—" if one.number is None else number(one.number)))
    return table_html(
        _("The list that the secretary wrote by hand"), [_("Who"), _("Household No."), _("Volunteer No.")], rows
    )


def fault_options() -> tuple[tuple[str, str], ...]:
    """The faults that can be ticked."""
    return tuple(fault_labels().items())


def charters_html(case: ParticipationCase) -> str:
    """The clauses of two invented charters, topic by topic: one below the other, so that a phone shows them.

    Plain paragraphs: Jupyter floats the terms of a definition list beside each other.
    """
    parts = []
    for one, other in zip(case.charters.first, case.charters.second, strict=True):
        parts.append(
            f"<p><strong>{escape(topic_label(one.topic))}</strong><br>"
            f"A: {escape(clause_text(one.topic, one.openness))}<br>"
            f"B: {escape(clause_text(other.topic, other.openness))}</p>"
        )
    rows = []
    labels = amendment_labels()
    for amendment in case.charters.amendments:
        note = "" if amendment.ours else " " + _("Lawyer: a charter cannot decide this.")
        rows.append((f"{labels[amendment.key]}.{note}", thousands(amendment.cost)))
    money = _("Money for it: {amount} thousand som a year").format(amount=thousands(case.charters.money))
    table = table_html(_("Amendments that were proposed"), [_("Amendment"), _("Thousand som a year")], rows)
    return f"{''.join(parts)}{strong(money, GOOD)}{table}"

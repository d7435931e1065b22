"""Who is heard: groups in the room beside groups in the population, a drawn group, levels, and charters."""

from aimak.municipal.participation.charters import Amendment, Clause, differences, more_open, worth_adopting
from aimak.municipal.participation.drawing import (
    Rule,
    Volunteer,
    broken_rules,
    can_be_met,
    chance,
    draw_order,
    fair_seats,
    replacements,
    stratified_draw,
)
from aimak.municipal.participation.groups import (
    FEW_PEOPLE,
    Presence,
    Ratio,
    Verdict,
    disparity_ratio,
    people_to_gain,
    room_interval,
    together,
    verdict,
)
from aimak.municipal.participation.levels import Level, PlannedEvent, iap2_level, may_promise, seats_for_women

__all__ = [
    "FEW_PEOPLE",
    "Amendment",
    "Clause",
    "Level",
    "PlannedEvent",
    "Presence",
    "Ratio",
    "Rule",
    "Verdict",
    "Volunteer",
    "broken_rules",
    "can_be_met",
    "chance",
    "differences",
    "disparity_ratio",
    "draw_order",
    "fair_seats",
    "iap2_level",
    "may_promise",
    "more_open",
    "people_to_gain",
    "replacements",
    "room_interval",
    "seats_for_women",
    "stratified_draw",
    "together",
    "verdict",
    "worth_adopting",
]

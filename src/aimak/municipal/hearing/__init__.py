"""The unit `hearing`: a hearing, its papers, its register of proposals, who is heard, and the citizen budget.

Costs are whole som (see :mod:`aimak.municipal.money`), times of speaking are minutes, counts are people.
"""

from aimak.municipal.hearing.citizen import (
    PAGE_STEP,
    CitizenBudget,
    CitizenRow,
    MoneyIn,
    citizen_budget,
    does_not_add_up,
)
from aimak.municipal.hearing.halls import draw_hall
from aimak.municipal.hearing.indicators import (
    SMALL,
    accepted,
    answered,
    days_to_answer,
    per_hearing,
    per_hundred_people,
    per_thousand,
    share,
    women_share,
)
from aimak.municipal.hearing.papers import Minutes, Notice, fits_the_day, missing
from aimak.municipal.hearing.records import Hearing, Kind, Proposal, Reason, Status, Topic, checked_register
from aimak.municipal.hearing.register import (
    Decision,
    Fault,
    Finding,
    best_choice,
    decide,
    faults,
    fixed_reason,
)
from aimak.municipal.hearing.rounds import (
    TABLE,
    WORD,
    Moderation,
    Outcome,
    Speaker,
    round_order,
    simulate,
    tables_of,
)

__all__ = [
    "PAGE_STEP",
    "SMALL",
    "TABLE",
    "WORD",
    "CitizenBudget",
    "CitizenRow",
    "Decision",
    "Fault",
    "Finding",
    "Hearing",
    "Kind",
    "Minutes",
    "Moderation",
    "MoneyIn",
    "Notice",
    "Outcome",
    "Proposal",
    "Reason",
    "Speaker",
    "Status",
    "Topic",
    "accepted",
    "answered",
    "best_choice",
    "checked_register",
    "citizen_budget",
    "days_to_answer",
    "decide",
    "does_not_add_up",
    "draw_hall",
    "faults",
    "fits_the_day",
    "fixed_reason",
    "missing",
    "per_hearing",
    "per_hundred_people",
    "per_thousand",
    "round_order",
    "share",
    "simulate",
    "tables_of",
    "women_share",
]

"""What people say, and what is true: surveys with their margin, gaps by service, and the register of messages.

Money is whole som; shares lie between 0 and 1; perception and performance run from 0 to 100.
"""

from aimak.municipal.feedback.gap import (
    LINE,
    Answer,
    Corner,
    Repair,
    View,
    answers,
    best_repairs,
    corner,
    gap,
)
from aimak.municipal.feedback.month import MonthPage, month_end, month_page
from aimak.municipal.feedback.register import (
    Message,
    Open,
    answer_times,
    best_week,
    counted,
    days_waited,
    last_day,
    undated,
)
from aimak.municipal.feedback.survey import (
    FEW_ON_A_SIDE,
    Group,
    Reading,
    Z,
    changed,
    effective_size,
    margin_of_error,
    quick_margin,
    read_survey,
    weights,
)

__all__ = [
    "FEW_ON_A_SIDE",
    "LINE",
    "Answer",
    "Corner",
    "Group",
    "Message",
    "MonthPage",
    "Open",
    "Reading",
    "Repair",
    "View",
    "Z",
    "answer_times",
    "answers",
    "best_repairs",
    "best_week",
    "changed",
    "corner",
    "counted",
    "days_waited",
    "effective_size",
    "gap",
    "last_day",
    "margin_of_error",
    "month_end",
    "month_page",
    "quick_margin",
    "read_survey",
    "undated",
    "weights",
]

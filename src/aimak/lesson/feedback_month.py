"""The public page of a month, as the lesson makes it from the register; and shares of surveys that are too small."""

from __future__ import annotations

from aimak.data.feedback import READ_ON, SERVICES
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.feedback_story import DAYS_OFF, Story, asked, corner_of
from aimak.lesson.feedback_words import service_label
from aimak.municipal.feedback import MonthPage, Reading, View, month_end, month_page
from aimak.municipal.newservice import FEW_ANSWERS

__all__ = ["last_month", "page_figures", "page_topics", "range_row", "range_text", "share_text", "what_to_do"]


def last_month(told: Story) -> int | None:
    """The last month of 2025 in which a message came; None without any that has a day."""
    return max((one.received.month for one in told.register if one.received is not None), default=None)


def _page(told: Story, month: int, topic: str | None = None) -> MonthPage:
    own = [one for one in told.register if topic in (None, one.topic)]
    return month_page(own, month_end(READ_ON.year, month), DAYS_OFF)


def page_figures(told: Story, month: int) -> list[list[str]]:
    """The figures of the page of a month, with their names."""
    whole = _page(told, month)
    rows = [
        (_("Messages that came"), whole.received),
        (_("Messages that were answered"), whole.answered),
        (_("of these within 14 working days"), whole.in_time),
        (_("Open on the last day of the month"), whole.still_open),
        (_("of these beyond the term"), whole.open_late),
        (_("Open, day not known"), whole.undated),
    ]
    return [[name, number(count)] for name, count in rows]


def page_topics(told: Story, month: int) -> list[list[str]]:
    """Topic, came, answered, open; topics without any are left out."""
    rows = []
    for topic in (*SERVICES, "not_ours"):
        one = _page(told, month, topic)
        if one.received or one.answered or one.still_open:
            rows.append([service_label(topic), number(one.received), number(one.answered), number(one.still_open)])
    return rows


def _is_small(reading: Reading) -> bool:
    return reading.asked < FEW_ANSWERS


def range_row(name: str, reading: Reading) -> tuple[str, float | None, float, float]:
    """A row of the chart of ranges in per cent; no single figure where too few answered."""
    return name, None if _is_small(reading) else 100 * reading.share, 100 * reading.low, 100 * reading.high


def range_text(name: str, reading: Reading) -> str:
    """What a row of that chart shows, in words."""
    low, high = number(100 * reading.low, 1), number(100 * reading.high, 1)
    if _is_small(reading):
        return _("{name}: from {low} to {high} %").format(name=name, low=low, high=high)
    share = number(100 * reading.share, 1)
    return _("{name}: {share} %, from {low} to {high} %").format(name=name, share=share, low=low, high=high)


def share_text(reading: Reading, share: float) -> str:
    """A share of a survey for a table; only the range where too few answered."""
    if not _is_small(reading):
        return percent(share)
    return f"{number(100 * reading.low)}–{percent(reading.high, 0)}"


def what_to_do(told: Story, code: str, view: View) -> str:
    """What the corner of a service asks for; where too few were asked, the corner is not known."""
    return _("ask more people") if asked(code, told.year) < FEW_ANSWERS else corner_of(view)

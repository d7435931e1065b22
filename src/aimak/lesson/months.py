"""Months of the calendar in the reader's language; 1 is January."""

from __future__ import annotations

from aimak.i18n import translate as _


def month_name(month: int) -> str:
    """The name of a month, as it stands alone.

    :raises KeyError: if it is none of 1 to 12.
    """
    return {
        1: _("January"),
        2: _("February"),
        3: _("March"),
        4: _("April"),
        5: _("May"),
        6: _("June"),
        7: _("July"),
        8: _("August"),
        9: _("September"),
        10: _("October"),
        11: _("November"),
        12: _("December"),
    }[month]


def month_short(month: int) -> str:
    """A month in three letters or so, for charts and narrow columns.

    :raises KeyError: if it is none of 1 to 12.
    """
    return {
        1: _("Jan"),
        2: _("Feb"),
        3: _("Mar"),
        4: _("Apr"),
        5: _("May"),
        6: _("Jun"),
        7: _("Jul"),
        8: _("Aug"),
        9: _("Sep"),
        10: _("Oct"),
        11: _("Nov"),
        12: _("Dec"),
    }[month]

"""Names of what the unit `newservice` talks about, in the reader's language."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import thousands
from aimak.lesson.cases.newservice_cash import Remedy
from aimak.municipal.newservice import Bearer, Way


def service_label(service: str) -> str:
    """The name of one of the three services."""
    return {
        "veterinary_service": _("Veterinary service"),
        "youth_clubs": _("Sports and after-school clubs"),
        "waste_removal": _("Waste removal"),
    }[service]


def group_label(group: str) -> str:
    """The name of a group of children."""
    return {
        "girls": _("Girls"),
        "boys": _("Boys"),
        "near": _("Central village"),
        "far": _("Far village"),
        "poor": _("Poor families"),
        "other": _("Other families"),
    }[group]


def whose_label(sex: str, village: str, income: str) -> str:
    """A group of one sex, village and income, in a few words."""
    return {
        ("girls", "near", "poor"): _("Girls, central village, poor"),
        ("girls", "near", "other"): _("Girls, central village, other"),
        ("girls", "far", "poor"): _("Girls, far village, poor"),
        ("girls", "far", "other"): _("Girls, far village, other"),
        ("boys", "near", "poor"): _("Boys, central village, poor"),
        ("boys", "near", "other"): _("Boys, central village, other"),
        ("boys", "far", "poor"): _("Boys, far village, poor"),
        ("boys", "far", "other"): _("Boys, far village, other"),
    }[sex, village, income]


def slot_label(key: str) -> str:
    """A time of the hall: two days a week, the hour, and for whom."""
    return {
        "mon_thu_14": _("Monday and Thursday 14:00, girls and boys"),
        "tue_fri_15": _("Tuesday and Friday 15:00, girls’ hours"),
        "wed_sat_15": _("Wednesday and Saturday 15:00, girls and boys"),
        "mon_thu_16": _("Monday and Thursday 16:00, girls’ hours"),
        "tue_fri_17": _("Tuesday and Friday 17:00, boys"),
        "wed_sat_17": _("Wednesday and Saturday 17:00, girls’ hours"),
        "mon_thu_18": _("Monday and Thursday 18:00, boys"),
        "tue_fri_19": _("Tuesday and Friday 19:00, boys"),
    }[key]


def measure_label(key: str) -> str:
    """Something that brings left-out children in."""
    return {
        "girls_hours": _("A woman coach for girls’ hours"),
        "home_visits": _("Visits to families at home"),
        "clothes": _("Sports clothes to lend"),
        "free_places": _("More free places"),
        "holiday_week": _("An open week in the holidays"),
        "bus": _("A bus from the far village, twice a week"),
        "far_school": _("Training in the school of the far village"),
    }[key]


def way_label(way: Way) -> str:
    """Who runs the service."""
    return {
        Way.OWN_STAFF: _("Own staff"),
        Way.MUNICIPAL_ENTERPRISE: _("Municipal enterprise"),
        Way.SOCIAL_ORDER: _("Social order"),
        Way.PARTNERSHIP: _("Partnership"),
    }[way]


def bearer_label(bearer: Bearer) -> str:
    """Who pays first if fewer come."""
    return {
        Bearer.BUDGET: _("The local budget: wages are due, whoever comes"),
        Bearer.ENTERPRISE: _("The municipal enterprise, and so in the end its owner"),
        Bearer.CONTRACTOR: _("The contractor, who is paid for each child"),
        Bearer.BOTH: _("Both partners, as their agreement says"),
    }[bearer]


def remedy_label(remedy: Remedy) -> str:
    """What can be done where money is short, with the amount that the case gives it."""
    early = _("Agree with the finance department: {amount} thousand som of the second sum come in September")
    return {
        "early": early.format(amount=thousands(max(remedy.other))),
        "in_parts": _("Pay the equipment in three parts"),
        "half_later": _("Buy half of the equipment in February"),
        "fee_first": _("Collect the fee at the start of the month, 4 % cheaper"),
        "coach_waits": _("Pay the coach for two months in January only"),
        "strings": _("Take 60 thousand som of the kindergarten’s special means until March"),
    }[remedy.key]

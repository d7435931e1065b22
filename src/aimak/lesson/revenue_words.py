"""Names of the unit `revenue` in the reader's language: levers, economies, payers, debtors, actions, steps, wishes."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.i18n.numbers import thousands
from aimak.municipal.revenue import Lever, Method, Weakness


def lever_words(lever: Lever) -> str:
    """What moves a source, in a sentence."""
    return {
        Lever.DECISION: _("The municipality sets the amount itself"),
        Lever.EFFORT: _("Others set the rate; our lists and our collecting move it"),
        Lever.SHARE: _("Employers pay it; others set the share that stays here"),
        Lever.OTHERS: _("Another budget decides on it"),
    }[lever]


def method_label(method: Method) -> str:
    """A method of forecasting."""
    return {
        Method.LAST_YEAR: _("As much as last year"),
        Method.MEAN_GROWTH: _("Last year and the mean growth"),
    }[method]


def economy_label(economy: str) -> str:
    """What most people of a municipality live by."""
    return {
        "farming": _("Farming"),
        "herding": _("Herding"),
        "trade": _("Trade"),
        "sewing": _("Sewing"),
        "mining": _("Mining"),
        "resort": _("Holiday guests"),
        "power_station": _("A power station"),
    }[economy]


def payer_label(payer: str) -> str:
    """An employer that pays much income tax."""
    return {
        "dairy": _("a dairy"),
        "farm_enterprise": _("a farm enterprise"),
        "guest_house": _("a guest house"),
        "mine": _("a mine"),
        "power_station": _("a power station"),
        "sewing_workshop": _("a sewing workshop"),
        "trading_house": _("a trading house"),
    }[payer]


def group_label(group: str) -> str:
    """Who owes property and land tax."""
    return {
        "forgot": _("Forgot, or had no bill"),
        "short_of_money": _("Cannot pay at once"),
        "wrong_list": _("Mistakes in the list"),
        "enterprise": _("Enterprises"),
        "old_debt": _("Old debts"),
    }[group]


def action_label(action: str) -> str:
    """What staff can do about arrears."""
    return {
        "list": _("Correct the mistakes in the list"),
        "reminder": _("Take a reminder to those who forgot"),
        "instalments": _("Agree on instalments with those who cannot pay at once"),
        "visits": _("Visit the enterprises"),
        "court": _("Take the old debts to court"),
    }[action]


def step_label(step: str) -> str:
    """A step that could bring more revenue."""
    return {
        "list": _("Put plots and houses on the tax list that are missing there"),
        "lease": _("Lease out municipal plots by open bidding"),
        "collection": _("Raise the collection of property and land tax"),
        "transfer": _("Ask for a larger levelling transfer"),
    }[step]


def wish_label(wish: str) -> str:
    """Something permanent that the head would like to pay."""
    return {
        "lamp_keeper": _("Somebody who keeps the street lamps"),
        "club_leader": _("A leader for the children's club"),
        "night_guard": _("A night guard for the school"),
    }[wish]


def weakness_text(weakness: Weakness, amount: int) -> str:
    """What is wrong with a plan of own revenue, with the amount in thousand som."""
    return {
        Weakness.TOO_MUCH: _("The plan is {amount} thousand som above the expected own revenue."),
        Weakness.IDLE: _("{amount} thousand som too much stay unplanned while services wait."),
        Weakness.SERVICES_STOP: _("Running services are {amount} thousand som short: some of them stop."),
        Weakness.NOT_PAID_AFTER_LOSS: _(
            "When the largest payer closes, {amount} thousand som of the permanent costs cannot be paid."
        ),
        Weakness.RESERVE_TOO_SMALL: _("The reserve is {amount} thousand som too small for the months of change."),
        Weakness.WORKS_TOO_SMALL: _("The smallest useful work needs {amount} thousand som more."),
    }[weakness].format(amount=thousands(amount))

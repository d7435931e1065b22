"""Indicators of a local budget. Shares are fractions of one; amounts are whole som; the rest says its unit."""

from __future__ import annotations

from aimak.municipal.budget.records import OWN_REVENUE, TRANSFERS, Budget, RevenueSource


def _share(part: float, whole: float, what: str) -> float:
    if whole <= 0:
        raise ValueError(f"{what} must be above zero, not {whole}")
    return part / whole


def own_revenue_share(budget: Budget) -> float:
    """Taxes and non-tax revenue as a share of all revenue.

    Worked example: Tort-Kul 2011, 917 of 19,421.7 thousand som is 4.7 % (vap.kg, press release 60).

    :raises ValueError: if the budget has no revenue.
    """
    return _share(budget.received(OWN_REVENUE), budget.total_revenue, "revenue")


def transfer_dependence(budget: Budget) -> float:
    """All transfers from other budgets as a share of all revenue.

    :raises ValueError: if the budget has no revenue.
    """
    return _share(budget.received(TRANSFERS), budget.total_revenue, "revenue")


def source_share(budget: Budget, source: RevenueSource) -> float:
    """One source as a share of all revenue.

    Worked example: levelling in Kazan-Kuigan 2019, 5,115.2 of 6,597.0 thousand som is 77.5 %.

    :raises ValueError: if the budget has no revenue.
    """
    return _share(budget.revenue.get(source, 0), budget.total_revenue, "revenue")


def per_capita(amount: int, population: int) -> float:
    """Som for each inhabitant.

    :raises ValueError: if the population is not above zero.
    """
    return _share(amount, population, "population")


def execution_rate(actual: int, planned: int) -> float:
    """Actual as a share of the plan.

    Worked example: Zhazy, ten months of 2022, 19,432.0 of 13,055.0 thousand som is 148.8 %.

    :raises ValueError: if nothing was planned: there is no rate to name then.
    """
    return _share(actual, planned, "the planned amount")


def variance(actual: Budget, planned: Budget) -> dict[str, int]:
    """Actual less plan by spending line, whole som; a line that stands on one side only counts as zero there.

    :raises ValueError: if the two budgets are not of the same year.
    """
    if actual.year != planned.year:
        raise ValueError(f"plan and actual must be of one year, not {planned.year} and {actual.year}")
    keys = dict.fromkeys([*(li.key for li in planned.spending), *(li.key for li in actual.spending)])
    return {key: actual.line(key) - planned.line(key) for key in keys}


def change(later: int, earlier: int) -> float:
    """Change from one year to the next as a share of the earlier amount: 0.10 is ten per cent more.

    :raises ValueError: if the earlier amount is not above zero.
    """
    return _share(later, earlier, "the earlier amount") - 1


def in_real_terms(amount: int, deflator: float) -> float:
    """Som of a later year in prices of the base year.

    :param deflator: price level of the later year over the base year: 1.08 after a rise of eight per cent.
    :raises ValueError: if the deflator is not above zero.
    """
    return _share(amount, deflator, "the deflator")


def free_to_decide(budget: Budget, protected: int, earmarked: int) -> int:
    """Whole som left for a free decision once protected lines and earmarked money are taken away.

    :param protected: what the protected lines need from money without strings, whole som.
    :param earmarked: money with strings, whole som.
    """
    return budget.total_revenue + budget.opening_balance - protected - earmarked

"""The rows of the tables of the unit `revenue` as frozen records. Amounts are whole som; shares are fractions."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.municipal.budget import RevenueSource
from aimak.municipal.revenue import Arrears


@dataclass(frozen=True, slots=True)
class TaxShare:
    """The share of a tax that stays in local budgets in a year, a fraction.

    :param published: False for a figure for training.
    """

    year: int
    share: float
    published: bool
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class TaxBase:
    """What lies behind a source in a year.

    :param base: wages in thousand som (income tax), plots and houses, sellers, or contracts and fees.
    :param rate: a fraction of wages (income tax), else som for each.
    :param share: what stays in the local budget, a fraction.
    :param arrears: what was due, paid and owed, whole som.
    """

    item: RevenueSource
    base: float
    rate: float
    share: float
    arrears: Arrears


@dataclass(frozen=True, slots=True)
class Economy:
    """The economy behind the tax base in a year.

    :param largest_share: the fraction of the income tax that the largest employer pays.
    :param unlisted_plots: plots and houses that the tax list lacks.
    :param free_plots: municipal plots that could be leased out.
    """

    economy: str
    employers: int
    largest_payer: str
    largest_share: float
    unlisted_plots: int
    free_plots: int


@dataclass(frozen=True, slots=True)
class Debtors:
    """A group that owes property and land tax: ``amount`` whole som, most of it due ``age`` years ago."""

    group: str
    age: int
    debtors: int
    amount: int

"""A local budget as frozen records. Amounts are whole som; codes are text, as GFS and COFOG print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar


class RevenueSource(StrEnum):
    """Where the money comes from. The values are the codes of the data package."""

    INCOME_TAX = "income_tax"
    PROPERTY_AND_LAND_TAX = "property_and_land_tax"
    PATENT = "patent"
    NON_TAX = "non_tax"
    SPECIAL_MEANS = "special_means"
    LEVELLING_TRANSFER = "levelling_transfer"
    STIMULATING_GRANT = "stimulating_grant"
    TARGETED_TRANSFER = "targeted_transfer"
    DELEGATED_POWERS = "delegated_powers"


#: Own revenue: taxes and non-tax revenue. Special means are shown apart, as published budgets show them.
OWN_REVENUE = frozenset(
    {
        RevenueSource.INCOME_TAX,
        RevenueSource.PROPERTY_AND_LAND_TAX,
        RevenueSource.PATENT,
        RevenueSource.NON_TAX,
    }
)
#: Money from other budgets.
TRANSFERS = frozenset(
    {
        RevenueSource.LEVELLING_TRANSFER,
        RevenueSource.STIMULATING_GRANT,
        RevenueSource.TARGETED_TRANSFER,
        RevenueSource.DELEGATED_POWERS,
    }
)
#: Money with strings: it may be spent on its purpose only.
EARMARKED = frozenset(
    {
        RevenueSource.SPECIAL_MEANS,
        RevenueSource.STIMULATING_GRANT,
        RevenueSource.TARGETED_TRANSFER,
        RevenueSource.DELEGATED_POWERS,
    }
)


class Function(StrEnum):
    """GFS functions of government: «7» and the UN COFOG division."""

    GENERAL_SERVICES = "701"
    DEFENCE = "702"
    PUBLIC_ORDER = "703"
    ECONOMIC_AFFAIRS = "704"
    ENVIRONMENT = "705"
    HOUSING_AND_COMMUNITY = "706"
    HEALTH = "707"
    RECREATION_AND_CULTURE = "708"
    EDUCATION = "709"
    SOCIAL_PROTECTION = "710"


class EconomicClass(StrEnum):
    """GFS economic classes of spending, at the level that is safe to teach (see docs/arithmetic.md)."""

    COMPENSATION_OF_EMPLOYEES = "21"
    GOODS_AND_SERVICES = "22"
    SUBSIDIES = "25"
    GRANTS = "26"
    SOCIAL_BENEFITS = "27"
    OTHER = "28"
    NON_FINANCIAL_ASSETS = "31"


Code = TypeVar("Code", bound=StrEnum)


def _sums(parts: Iterable[tuple[Code, int]]) -> dict[Code, int]:
    """Add up amounts by code, in the order of the codes."""
    sums: dict[Code, int] = {}
    for code, amount in sorted(parts, key=lambda part: part[0].value):
        sums[code] = sums.get(code, 0) + amount
    return sums


@dataclass(frozen=True, slots=True)
class SpendingLine:
    """One line of spending: ``amount`` whole som, under a short ``key`` that stays the same over the years."""

    key: str
    function: Function
    economic_class: EconomicClass
    amount: int

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError(f"spending line {self.key!r}: an amount cannot be negative ({self.amount} som)")


@dataclass(frozen=True, slots=True)
class Budget:
    """One year of a local budget, as planned or as carried out.

    :param year: the fiscal year, 1 January to 31 December.
    :param revenue: whole som by source; a source that is missing is zero.
    :param spending: the lines, each key once.
    :param opening_balance: whole som on the account on 1 January that may be spent in the year.
    :raises ValueError: if an amount is negative or a line's key stands twice.
    """

    year: int
    revenue: Mapping[RevenueSource, int]
    spending: tuple[SpendingLine, ...]
    opening_balance: int = 0

    def __post_init__(self) -> None:
        for source, amount in self.revenue.items():
            if amount < 0:
                raise ValueError(f"revenue {source.value!r}: an amount cannot be negative ({amount} som)")
        if self.opening_balance < 0:
            raise ValueError(f"opening balance cannot be negative ({self.opening_balance} som)")
        keys = [line.key for line in self.spending]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"spending lines stand twice: {', '.join(twice)}")
        object.__setattr__(self, "revenue", MappingProxyType(dict(self.revenue)))

    @property
    def total_revenue(self) -> int:
        """All revenue of the year, whole som, without the opening balance."""
        return sum(self.revenue.values())

    @property
    def total_spending(self) -> int:
        """All spending of the year, whole som."""
        return sum(line.amount for line in self.spending)

    @property
    def balance(self) -> int:
        """Revenue less spending, whole som: below zero is a deficit."""
        return self.total_revenue - self.total_spending

    def received(self, sources: Iterable[RevenueSource]) -> int:
        """Whole som received from ``sources`` together."""
        return sum(self.revenue.get(source, 0) for source in set(sources))

    def line(self, key: str) -> int:
        """Whole som on the line ``key``; zero if there is no such line."""
        return next((line.amount for line in self.spending if line.key == key), 0)

    def by_function(self) -> dict[Function, int]:
        """Whole som by function, in the order of the codes; functions without spending are left out."""
        return _sums((line.function, line.amount) for line in self.spending)

    def by_economic_class(self) -> dict[EconomicClass, int]:
        """Whole som by economic class, in the order of the codes; classes without spending are left out."""
        return _sums((line.economic_class, line.amount) for line in self.spending)

    def with_amounts(self, amounts: Mapping[str, int]) -> Budget:
        """The same budget with other amounts (whole som) on the named lines.

        :raises KeyError: if a name is not a line of this budget.
        """
        known = {line.key for line in self.spending}
        for key in amounts:
            if key not in known:
                raise KeyError(key)
        lines = tuple(
            SpendingLine(li.key, li.function, li.economic_class, amounts.get(li.key, li.amount)) for li in self.spending
        )
        return Budget(self.year, self.revenue, lines, self.opening_balance)

    def with_revenue(self, changes: Mapping[RevenueSource, int]) -> Budget:
        """The same budget with other amounts (whole som) from the named sources."""
        return Budget(self.year, {**self.revenue, **changes}, self.spending, self.opening_balance)


@dataclass(frozen=True, slots=True)
class MediumTermBudget:
    """The year and the two forecast years, as a kenesh approves them.

    :raises ValueError: if the three years do not follow one another.
    """

    year: Budget
    forecast: tuple[Budget, Budget]

    def __post_init__(self) -> None:
        years = [self.year.year, *(b.year for b in self.forecast)]
        if years != list(range(years[0], years[0] + 3)):
            raise ValueError(f"a budget and its two forecast years must follow one another, not {years}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal of a public budget hearing: ``cost`` in whole som, on the spending line ``line``."""

    key: str
    line: str
    cost: int
    people: int
    promised: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What a budget has to keep to.

    :param protected: whole som that each protected line needs (wages, contributions, and what the case lists).
    :param purposes: for each earmarked source the lines it may pay for.
    :param reserve_line: the key of the reserve.
    :param reserve_shares: the least and the most that the reserve may be, as shares of all spending.
    :param ceiling: whole som that spending may reach; None if only the balance limits it.
    :param proposals: the proposals of the hearing.
    """

    protected: Mapping[str, int] = field(default_factory=dict)
    purposes: Mapping[RevenueSource, frozenset[str]] = field(default_factory=dict)
    reserve_line: str = "reserve"
    reserve_shares: tuple[float, float] = (0.0, 1.0)
    ceiling: int | None = None
    proposals: tuple[Proposal, ...] = ()

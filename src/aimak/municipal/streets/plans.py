"""Which road in which year: a plan under a ceiling for each year, solved exactly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aimak.municipal.streets.refuse import whole
from aimak.municipal.streets.roads import PASSABLE, Prices, Road, after_work, work_cost, work_needed, worn


@dataclass(frozen=True, slots=True)
class Option:
    """A project done in one of the plan's years (0 is the first): its cost in whole som, and what it gains."""

    year: int
    cost: int
    gain: int

    def __post_init__(self) -> None:
        whole("year", self.year)
        whole("cost", self.cost, 1)
        whole("gain", self.gain)


@dataclass(frozen=True, slots=True)
class Project:
    """Something that is done in one of several years, or not at all.

    :raises ValueError: if a year stands twice.
    """

    key: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        years = [option.year for option in self.options]
        if len(set(years)) != len(years):
            raise ValueError(f"project {self.key!r}: a year stands twice")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done when.

    :param years: key -> the plan's year; what waits is not in it.
    :param spent: whole som by year.
    :param gain: all gains together.
    """

    years: dict[str, int]
    spent: tuple[int, ...]
    gain: int


def untouched(condition: int, years: int) -> tuple[int, ...]:
    """The condition at the start of each year if nothing is ever done."""
    made = [whole("condition", condition, 0, 100)]
    while len(made) < years:
        made.append(worn(made[-1]))
    return tuple(made[:years])


def passable_years(road: Road, done: int | None, horizon: int) -> int:
    """Years of the horizon in which a road is passable if work is done once, in year ``done`` (0 is the first)."""
    condition, count = road.condition, 0
    for year in range(horizon):
        if year == done:
            condition = after_work(condition, work_needed(condition))
        count += condition >= PASSABLE
        condition = worn(condition)
    return count


def road_project(road: Road, prices: Prices, years: int, horizon: int) -> Project:
    """A road as a project: in each year of the plan it costs what it then needs, and gains household-years.

    ``gain = households × (passable years with the work − passable years without)`` over the horizon. A road that falls
    below :data:`~aimak.municipal.streets.roads.PASSABLE` in the meantime must be rebuilt, so waiting can make it dear.

    :raises ValueError: if the horizon is shorter than the plan.
    """
    if horizon < whole("years", years, 1):
        raise ValueError(f"horizon must be at least the plan's {years} years, not {horizon}")
    without = passable_years(road, None, horizon)
    options = []
    for year, condition in enumerate(untouched(road.condition, years)):
        gain = road.households * (passable_years(road, year, horizon) - without)
        options.append(Option(year, work_cost(road.metres, work_needed(condition), prices), gain))
    return Project(road.key, tuple(options))


def best_plan(projects: Sequence[Project], ceilings: Sequence[int], must: Collection[str] = ()) -> Plan | None:
    """The plan with the most gain within each year's ceiling; of several, the cheapest. Exact: branch and bound.

    :param ceilings: whole som by year; money that is left does not move to the next year.
    :param must: keys of projects that have to be in the plan.
    :returns: None if what must be in the plan does not fit. With nothing that fits, an empty plan.
    :raises ValueError: if a key stands twice, a ceiling is negative, or ``must`` names no project.
    """
    keys = [project.key for project in projects]
    if len(set(keys)) != len(keys):
        raise ValueError("projects: a key stands twice")
    if not set(must) <= set(keys):
        raise ValueError(f"must names no project: {', '.join(sorted(set(must) - set(keys)))}")
    left = [whole("ceilings", ceiling) for ceiling in ceilings]
    return _Search(projects, left, frozenset(must)).run()


class _Search:
    """Depth first, dearest gain for the som first, so that a good plan is found early and the bound cuts much."""

    def __init__(self, projects: Sequence[Project], left: list[int], must: frozenset[str]) -> None:
        self.left, self.must = left, must
        useful = [p for p in projects if any(o.gain for o in p.options) or p.key in must]
        self.order = sorted(useful, key=lambda p: (-_most(p) / _least(p), p.key))
        self.best: tuple[int, int] | None = None
        self.found: dict[str, int] = {}

    def run(self) -> Plan | None:
        ceilings = tuple(self.left)
        spent_before = sum(ceilings)
        self._go(0, 0, {})
        if self.best is None:
            return None
        # Tell what each year costs by the options that were chosen.
        spent = [0] * len(ceilings)
        for project in self.order:
            if project.key in self.found:
                option = next(o for o in project.options if o.year == self.found[project.key])
                spent[option.year] += option.cost
        assert sum(self.left) == spent_before
        return Plan(dict(sorted(self.found.items())), tuple(spent), self.best[0])

    def _go(self, at: int, gain: int, chosen: dict[str, int]) -> None:
        if self.best is not None and gain + self._bound(at) < self.best[0]:
            return
        if at == len(self.order):
            value = (gain, sum(self.left))
            if self.best is None or value > self.best:
                self.best, self.found = value, dict(chosen)
            return
        project = self.order[at]
        for option in sorted(project.options, key=lambda o: (-o.gain, o.cost, o.year)):
            if option.year < len(self.left) and option.cost <= self.left[option.year]:
                self.left[option.year] -= option.cost
                chosen[project.key] = option.year
                self._go(at + 1, gain + option.gain, chosen)
                del chosen[project.key]
                self.left[option.year] += option.cost
        if project.key not in self.must:
            self._go(at + 1, gain, chosen)

    def _bound(self, at: int) -> int:
        """No rest of a plan gains more: all money in one purse, and a part of a project may be bought."""
        money, gain = sum(self.left), 0
        for project in self.order[at:]:
            cost, most = _least(project), _most(project)
            if cost > money:
                return gain + most * money // cost
            money, gain = money - cost, gain + most
        return gain


def _most(project: Project) -> int:
    return max(option.gain for option in project.options)


def _least(project: Project) -> int:
    return min(option.cost for option in project.options)


def worst_first(roads: Sequence[Road], projects: Sequence[Project], ceilings: Sequence[int]) -> Plan:
    """What a rule of thumb gives: the road in the worst condition first, each in the first year that can pay for it.

    :param roads: each with a project of its key.
    """
    by_key = {project.key: project for project in projects}
    left, years, gain = list(ceilings), {}, 0
    for road in sorted(roads, key=lambda road: (road.condition, road.key)):
        fits = (o for o in by_key[road.key].options if o.year < len(left) and o.cost <= left[o.year] and o.gain)
        option = min(fits, key=lambda o: o.year, default=None)
        if option is not None:
            left[option.year] -= option.cost
            years[road.key], gain = option.year, gain + option.gain
    spent = tuple(had - has for had, has in zip(ceilings, left, strict=True))
    return Plan(dict(sorted(years.items())), spent, gain)

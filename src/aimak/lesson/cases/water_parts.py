"""Parts of the water case: a price list with one wrong charge, steps against losses, a calculation with holes."""

from __future__ import annotations

import random
from dataclasses import dataclass

from aimak.data.water import WaterYear
from aimak.municipal.money import printed
from aimak.municipal.water import FullCost, WaterBalance, charge_by_norm

#: A kenesh rounds a charge, as in Sary-Oi. What differs by more than this share does not follow from the tariff.
ROUNDED = 0.1


@dataclass(frozen=True, slots=True)
class PriceList:
    """The printed charges of two kinds of users, som for one person and month.

    :param tariff: som for one m³; ``old_tariff`` held until 2023.
    :param litres: norm, litres a day for one person, by kind: ``street`` and ``yard``.
    :param people: how many people use it, by kind.
    :param printed: the charge on the printed list, by kind; one of them does not follow from the tariff.
    """

    tariff: float
    old_tariff: float
    litres: dict[str, int]
    people: dict[str, int]
    printed: dict[str, int]

    def exact(self, kind: str) -> float:
        """The charge that follows from norm and tariff, som for one person and month."""
        return charge_by_norm(self.litres[kind], self.tariff)


def price_list(year: WaterYear, people: tuple[int, int], draw: random.Random) -> PriceList:
    """A list on which one charge was worked out with the old tariff, or with the norm of the other tap."""
    litres = {"street": year.litres[0], "yard": year.litres[1]}
    old = round(2 * year.tariff * draw.uniform(0.58, 0.76)) / 2
    printed = {}
    for kind, norm in litres.items():
        exact = charge_by_norm(norm, year.tariff)
        rounded = round(exact * draw.uniform(0.93, 0.99))
        printed[kind] = rounded if abs(rounded - exact) <= ROUNDED * exact else round(exact)
    wrong = draw.choice(["street", "yard"])
    other = "yard" if wrong == "street" else "street"
    if draw.random() < 0.6:
        printed[wrong] = round(charge_by_norm(litres[wrong], old))
    else:
        printed[wrong] = round(charge_by_norm(litres[other], year.tariff))
    return PriceList(year.tariff, old, litres, {"street": people[0], "yard": people[1]}, printed)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be done about lost water.

    :param price: whole som, once (for the collector: a year's pay).
    :param freed: m³ in a year that no longer leak away and can reach the far village.
    :param added: m³ in a year that get a bill from now on.
    :param points: by how many points of 100 the collection rate rises.
    """

    key: str
    price: int
    freed: int = 0
    added: int = 0
    points: int = 0


def steps(balance: WaterBalance, bills: int, draw: random.Random) -> tuple[tuple[Step, ...], int, int]:
    """Five steps, the money for them (whole som), and the m³ that the far village lacks in a year.

    :param bills: all bills of a year, whole som.
    """
    lost = balance.non_revenue

    def volume(low: float, high: float) -> int:
        return round(lost * draw.uniform(low, high) / 10) * 10

    main, branch = volume(0.22, 0.30), volume(0.10, 0.17)
    made = (
        Step("main_leak", printed(bills * draw.uniform(0.20, 0.30)), freed=main),
        Step("old_branch", printed(bills * draw.uniform(0.14, 0.19)), freed=branch),
        Step("register", printed(bills * draw.uniform(0.05, 0.08)), added=volume(0.09, 0.15)),
        Step("big_meters", printed(bills * draw.uniform(0.07, 0.12)), added=volume(0.06, 0.10)),
        Step("collector", printed(bills * draw.uniform(0.05, 0.09)), points=draw.randint(4, 9)),
    )
    needs_main = draw.random() < 0.5
    needed = round((0.93 * main if needs_main else 0.93 * branch) / 10) * 10
    leak = made[0] if needs_main else made[1]
    rest = sum(one.price for one in made[2:])
    # Enough for the leak that matters and about two of the three other steps.
    return made, printed(leak.price + rest * draw.uniform(0.62, 0.9)), needed


@dataclass(frozen=True, slots=True)
class Calculation:
    """Last year's calculation of the tariff, as the operator printed it.

    :param parts: name -> whole som; what was forgotten is not in it.
    :param divisor: the m³ that it divides by: billed, or by mistake produced.
    """

    parts: dict[str, int]
    divisor: int

    @property
    def tariff(self) -> float:
        """The tariff that comes out, som for one m³."""
        return sum(self.parts.values()) / self.divisor


def calculation(cost: FullCost, balance: WaterBalance, draw: random.Random) -> Calculation:
    """A calculation that forgot one or two parts, and perhaps divides by the wrong water."""
    holes = [("reserve",), ("reserve", "contributions"), ("reserve", "testing"), ("contributions", "testing")]
    forgotten = {*draw.choice(holes), "loan"}
    divisor = draw.choice([balance.billed, balance.produced])
    return Calculation({name: amount for name, amount in cost.parts().items() if name not in forgotten}, divisor)

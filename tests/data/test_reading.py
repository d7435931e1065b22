import pytest

from aimak.data import (
    OBLASTS,
    budget,
    budget_lines,
    causes,
    municipalities,
    municipality,
    published_budgets,
    years,
)
from aimak.errors import UserError
from aimak.municipal.budget import OWN_REVENUE, Limits, RevenueSource, check, own_revenue_share


def test_there_are_fifty_municipalities_and_they_add_up_to_the_programme() -> None:
    places = municipalities()
    assert [place.code for place in places] == [f"M{n:02}" for n in range(1, 51)]
    assert sum(place.joined == "partner" for place in places) == 32
    assert sum(place.trained for place in places) == 1126
    assert sum(place.hearings for place in places) == 62
    assert sum(place.hearing_people for place in places) == 3298
    assert sum(place.hearings > 0 for place in places) == 16


def test_every_oblast_has_its_municipalities() -> None:
    assert sum(len(municipalities(oblast)) for oblast in OBLASTS) == 50
    assert municipalities("naryn") == municipalities("Naryn")
    with pytest.raises(UserError, match="no oblast 'Talas'.*Take one of: Jalal-Abad, Issyk-Kul, Naryn, Osh"):
        municipalities("Talas")


def test_a_municipality_is_found_by_code_and_by_name_in_three_languages() -> None:
    place = municipality("m02")
    assert municipality(place.name) == municipality(place.name_ru) == municipality(place.name_ky) == place


def test_an_unknown_municipality_is_told_with_near_names() -> None:
    with pytest.raises(UserError, match="Did you mean Kumush-Dobo"):
        municipality("Kumush-Doba")


def test_a_year_without_data_is_told_with_the_years_that_are_there() -> None:
    with pytest.raises(UserError, match="no budget of M07 for 2022. There are: 2023, 2024, 2025"):
        budget("M07", 2022)
    with pytest.raises(UserError, match="no stage 'draft'"):
        budget("M07", 2023, "draft")


@pytest.mark.parametrize("place", municipalities(), ids=lambda place: place.code)
def test_plans_keep_to_the_rules_and_money_is_never_spent_twice(place) -> None:  # type: ignore[no-untyped-def]
    purposes = {li.earmarked_source: frozenset({li.line}) for li in budget_lines() if li.earmarked_source}
    for year in years():
        plan, actual = budget(place.code, year), budget(place.code, year, "actual")
        protected = {li.line: plan.line(li.line) for li in budget_lines() if li.protected}
        assert not check(plan, Limits(protected, purposes, "reserve", (0.01, 0.05)))
        assert plan.total_spending == plan.total_revenue + plan.opening_balance
        assert actual.balance + actual.opening_balance >= 0
        assert all(plan.revenue[source] > 0 for source in {*OWN_REVENUE, RevenueSource.LEVELLING_TRANSFER})


def test_mountains_depend_more_on_others_than_valleys() -> None:
    shares: dict[str, list[float]] = {"mountain": [], "valley": []}
    for place in municipalities():
        shares[place.kind].append(own_revenue_share(budget(place.code, 2023)))
    assert max(shares["mountain"]) < sum(shares["valley"]) / len(shares["valley"])


def test_every_municipality_has_a_cause() -> None:
    assert {cause.municipality for cause in causes()} == {place.code for place in municipalities()}


def test_every_published_figure_names_its_source() -> None:
    assert all(figure.source for figure in published_budgets())
    zhazy = {(f.stage, f.item): f.amount for f in published_budgets() if f.aimak == "Zhazy"}
    assert zhazy["actual", "total"] - zhazy["actual", "taxes"] - zhazy["actual", "non_tax"] == pytest.approx(0.4)

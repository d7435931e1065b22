import pytest

from aimak.data import municipalities
from aimak.errors import UserError
from aimak.lesson.subject import add_up, checked_year, peer_values, subject
from aimak.municipal.budget import own_revenue_share


def test_an_oblast_is_the_sum_of_its_municipalities() -> None:
    naryn = subject("", "Naryn")
    assert naryn.population == sum(place.population for place in municipalities("Naryn"))
    total = sum(subject(place.code, "Naryn").budget(2024).total_revenue for place in municipalities("Naryn"))
    assert naryn.budget(2024).total_revenue == total
    assert len(naryn.peers) == 3


def test_peers_are_of_the_same_kind_and_never_itself() -> None:
    place = subject("M27", "Naryn")
    kinds = {other.code: other.kind for other in municipalities()}
    assert {kinds[peer.codes[0]] for peer in place.peers} == {kinds["M27"]}
    assert "M27" not in {peer.codes[0] for peer in place.peers}
    values = peer_values(place, lambda one: own_revenue_share(one.budget(2025)))
    assert values == sorted(values)


def test_a_municipality_of_another_oblast_is_refused_with_the_right_one() -> None:
    with pytest.raises(UserError, match="lies in Naryn oblast, not in Osh"):
        subject("M27", "Osh")


def test_a_year_without_budgets_is_refused() -> None:
    with pytest.raises(UserError, match="no budgets for 2019"):
        checked_year(2019)


def test_budgets_of_different_years_are_not_added() -> None:
    place = subject("M27", "Naryn")
    with pytest.raises(ValueError, match="one year"):
        add_up([place.budget(2023), place.budget(2024)])

"""Numbers and dates as each language writes them."""

import datetime

import pytest

from aimak.i18n import speaking
from aimak.i18n.numbers import date, number, percent, thousands

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "6,597.0"), ("ru", f"6{NO_BREAK}597,0"), ("ky", f"6{NO_BREAK}597,0")],
)
def test_thousands_and_decimals(code: str, said: str) -> None:
    with speaking(code):
        assert thousands(6_597_000) == said
        assert number(6597, 1) == said


@pytest.mark.parametrize(("code", "said"), [("en", "29.5"), ("ru", "29,5"), ("ky", "29,5")])
def test_per_cent_stays_on_its_line(code: str, said: str) -> None:
    with speaking(code):
        assert percent(0.295) == f"{said}{NO_BREAK}%"


def test_a_minus_is_a_minus_and_nought_has_none() -> None:
    assert number(-12.5, 1) == "\u221212.5"
    assert number(-0.04, 1) == "0.0"


def test_a_date_is_the_same_in_every_language() -> None:
    day = datetime.date(2026, 11, 24)
    for code in ("en", "ru", "ky"):
        with speaking(code):
            assert date(day) == "24.11.2026"

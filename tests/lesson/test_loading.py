"""A cell that needs a library which is not there is not run, and says why; every other cell is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from aimak.lesson import loading


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Libraries that are not there until they are fetched."""
    there: set[str] = set()
    monkeypatch.setattr(loading, "find_spec", lambda name: name if name in there else None)
    return there.add


def fetched(code: str, load: Callable[[str], None]) -> str:
    async def loading_package(name: str) -> None:
        load(name)

    return settled(loading.fetch_first(code.splitlines(keepends=True), loading_package))


def settled(waiting: Coroutine[Any, Any, list[str]]) -> str:
    """What a coroutine gives that never really waits; a loop may run already, as the browser tests' does."""
    try:
        waiting.send(None)
    except StopIteration as done:
        return "".join(done.value)
    raise AssertionError("it waits for something")


@pytest.mark.parametrize(
    ("code", "library"),
    [
        ("import pandas as pd\n", "pandas"),
        ("x = 1\nbudgets = budgets_frame()\n", "pandas"),
        ("import matplotlib.pyplot as plt\n", "matplotlib"),
        ("from numpy import array\n", "numpy"),
    ],
)
def test_what_a_cell_needs_is_fetched_first(code: str, library: str, absent: Callable[[str], None]) -> None:
    asked: list[str] = []

    def load(name: str) -> None:
        asked.append(name)
        absent(name)

    assert fetched(code, load) == code
    assert asked == [library]


@pytest.mark.parametrize(
    "code", ["charts = 1\n", "# charts and pandas\n", "from aimak.lesson import charts\n", "x = 'budgets_frame'\n"]
)
def test_other_cells_fetch_nothing(code: str, absent: Callable[[str], None]) -> None:
    asked: list[str] = []
    assert fetched(code, asked.append) == code
    assert asked == []


@pytest.mark.parametrize("there", [True, False])
def test_a_lessons_chart_is_drawn_where_the_site_has_the_library_and_asks_no_other_site(
    there: bool, absent: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = "charts.show(charts.bars('a', 'b', {}))\n", []

    async def load(name: str) -> None:
        asked.append(name)
        absent(name)

    made = settled(loading.fetch_first([code], load, lambda _name: there))
    if there:
        assert (made, asked) == (code, ["matplotlib"])
    else:
        exec(made)
        assert asked == []
        assert "It stands on the page of the lesson" in capsys.readouterr().out


def test_without_internet_the_cell_says_so_in_words(
    absent: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_name: str) -> None:
        raise OSError("Failed to fetch")

    exec(fetched("import pandas\n1 / 0\n", broken))
    assert "This cell needs “pandas”" in capsys.readouterr().out
    exec(fetched("import pandas\n1 / 0\n", lambda _name: None))  # it was fetched, they say, and is not there
    assert "was not run" in capsys.readouterr().out


def test_outside_a_browser_nothing_is_watched() -> None:
    loading.watch_cells()

"""Translators' commands as they run them."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from aimak.project import Project
from tests.cli.test_cli import aimak
from tests.translation.conftest import small

__all__ = ["small"]


@pytest.fixture
def kit(small: Project) -> Path:
    """A small project that commands take for the course kit."""
    (small.root / "_config.yml").touch()
    (small.root / "exercises").mkdir()
    return small.root


def test_statistics_count_and_end_with_1_while_a_language_is_not_complete(kit: Path) -> None:
    done = aimak("i18n", "statistics", "--json", cwd=kit)
    assert done.returncode == 1
    counted = {one["catalog"]: one for one in json.loads(done.stdout)["catalogs"]}
    assert (counted["aimak"]["texts"], counted["aimak"]["translated"], counted["aimak"]["awaiting"]) == (3, 1, 2)
    assert counted["book/intro"]["fuzzy"] == 1
    assert "Not complete: ky aimak" in done.stderr


def test_a_table_goes_out_and_comes_back_with_what_was_refused(kit: Path) -> None:
    assert aimak("i18n", "table", "--for", "ky", "--out", "texts.xlsx", cwd=kit).returncode == 0
    book = load_workbook(kit / "texts.xlsx")
    book.worksheets[0]["E2"].value = "Сактоо"
    book.save(kit / "texts.xlsx")
    done = aimak("i18n", "read", "texts.xlsx", "--json", cwd=kit)
    assert done.returncode == 1
    assert "texts.xlsx, row 2: The name {name} is missing" in done.stderr
    assert json.loads(done.stdout)["taken"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract",), "has no src/aimak"),
        (("table", "--for", "ky", "--out", "texts.ods"), "a table is .xlsx or .csv"),
        (("sheet", "book/intro", "--out", "sheet.gif"), "a sheet is .png or .html"),
        (("sheet", "book/intro", "--out", "sheet.png"), "run: aimak site build"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(kit: Path, words: tuple[str, ...], said: str) -> None:
    done = aimak("i18n", *words, cwd=kit)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2

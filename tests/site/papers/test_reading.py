"""A source that cannot be used is named with what is wrong, before anybody fills the paper in."""

from __future__ import annotations

from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.papers import papers_folder, read_papers
from aimak.site.papers.formulas import Places

SOURCE = """
title = "T"
about = "A"
who = "W"
check = "C"
unit = "hearing"
files = ["xlsx"]
{rest}
"""
TABLE = '[[part]]\nkind = "table"\nkey = "t"\n[[part.column]]\nkey = "a"\nlabel = "A"\n'


def read(tmp_path: Path, source: str) -> None:
    folder = papers_folder(Project(tmp_path))
    folder.mkdir(parents=True)
    (folder / "one.toml").write_text(source, encoding="utf-8")
    read_papers(Project(tmp_path))


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ('[[part]]\nkind = "poem"\n', "poem"),
        (TABLE + 'list = "words"\n', "no list “words”"),
        (TABLE + 'format = "prose"\n', "“prose” is no format"),
        (TABLE.replace('key = "t"', 'key = "t"\nrows = [["x", "y"]]'), "more cells"),
        ('[[part]]\nkind = "text"\ntext = "x"\nsheet = "Other"\n', "no sheet “Other”"),
        ('[[part]]\nkind = "table"\n', "key"),
    ],
)
def test_a_mistake_is_told_with_its_file(tmp_path: Path, rest: str, what: str) -> None:
    with pytest.raises(UserError, match=rf"templates/one\.toml.*{what}"):
        read(tmp_path, SOURCE.format(rest=rest))


def test_a_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"one\.toml.*line 1"):
        read(tmp_path, "title = \n")


def test_names_in_a_formula_become_places_cells_of_the_row_and_words() -> None:
    places = Places({"status": ["Yes", 'No "never"']})
    places.put("t.money", "Plan's", "$B$2:$B$9")
    assert places.resolve("SUM({t.money})") == "=SUM('Plan''s'!$B$2:$B$9)"
    assert places.resolve("{amount}*2", {"amount": "C4"}) == "=C4*2"
    assert places.resolve("COUNTIF({t.money},{status:2})").endswith(',"No ""never""")')
    with pytest.raises(KeyError):
        places.resolve("{nobody}")

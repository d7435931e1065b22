"""The trainer's guide: its commands exist, its times add up, and each hand-marked task has a yardstick."""

import re
import shlex
from pathlib import Path

import click
import pytest

from aimak.cli.app import app
from aimak.course.units import UNITS
from tests.conftest import ROOT
from tests.content.test_paths import rows, section

GUIDE = ROOT / "book" / "trainers" / "guide.md"
MARKING = ROOT / "book" / "trainers" / "marking.md"
PAGES = (GUIDE, MARKING, ROOT / "book" / "forum.md", ROOT / "book" / "authors.md")
NAMES = [unit.name for unit in UNITS]


def commands(path: Path) -> list[str]:
    """Every line of a page's blocks of code that starts our command."""
    blocks = re.findall(r"^```sh\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.startswith("aimak ")]


@pytest.mark.parametrize("line", sorted({line for path in PAGES for line in commands(path)}))
def test_a_command_of_the_guide_exists_with_its_options_and_values(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LIST.xlsx", "texts.xlsx"):
        (tmp_path / name).touch()
    (tmp_path / "FOLDER").mkdir()
    words = shlex.split(line)[1:]
    command: click.Command = app
    context = click.Context(app)
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None, line
        command = found
    # Parsing refuses an unknown option, a value that cannot be, and a word too many; nothing runs.
    with click.Context(command, info_name=line) as context:
        command.parse_args(context, [*words, "--project", str(ROOT)])


def test_options_that_the_guide_speaks_of_are_in_its_commands() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for option in re.findall(r"`(--[a-z]+)", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)):
            assert any(option in line for line in commands(path)), option


def test_pages_that_begin_something_have_three_steps() -> None:
    for path in (ROOT / "book" / "how-to-use.md", GUIDE, ROOT / "book" / "forum.md", ROOT / "book" / "authors.md"):
        text = section(path.read_text(encoding="utf-8"), "Start here")
        assert len(re.findall(r"^\d\. ", text, flags=re.MULTILINE)) == 3, path


def test_five_laptops_serve_thirty_people_in_the_time_that_is_told() -> None:
    text = section(GUIDE.read_text(encoding="utf-8"), "Five laptops for thirty people")
    told = rows(text)
    assert f"That is {sum(int(row[0]) for row in told)} minutes." in text
    for pair in (1, 2, 3):
        assert [row[pair] for row in told].count("laptop") == 1
    assert all([row[pair] for pair in (1, 2, 3)].count("laptop") in (0, 1) for row in told)


@pytest.mark.parametrize("unit", NAMES)
def test_a_task_marked_by_hand_has_its_yardstick_and_two_graded_examples(unit: str) -> None:
    source = (ROOT / "exercises" / f"{unit}.md").read_text(encoding="utf-8")
    (points,) = re.findall(r'^\+\+\+ \{"by_hand": "\w+", "points": (\d+)\}', source, flags=re.MULTILINE)
    page = (ROOT / "book" / "trainers" / f"{unit}.md").read_text(encoding="utf-8")
    yardstick = section(page, "Marking the last task by hand")
    numbers = {"4": "Four points"}
    (asked,) = [line for line in re.split(r"\n\s*\n", yardstick) if numbers[points] in line]
    assert len(re.findall(r"\bone for\b", asked)) == int(points)
    assert re.search(r"^Example for four points: “", yardstick, flags=re.MULTILINE)
    assert re.search(r"^Example for one point: “", yardstick, flags=re.MULTILINE)
    listed = [row[-1] for row in rows(MARKING.read_text(encoding="utf-8")) if f"/{unit}.md)" in row[0]]
    assert listed == [points]


def test_the_worked_examples_of_marking_add_up() -> None:
    text = section(MARKING.read_text(encoding="utf-8"), "Two examples, step by step")
    points = [int(found) for found in re.findall(r"\| (\d) \|$", text, flags=re.MULTILINE)]
    assert len(points) == 10
    assert sum(points[:4]) == points[4]
    assert sum(points[5:9]) == points[9]

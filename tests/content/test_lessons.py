"""Every lesson runs for municipalities of every kind and for a whole oblast, and its charts speak to everybody."""

from __future__ import annotations

import html as markup
import re
import warnings
from pathlib import Path

import nbformat
import papermill
import pytest

from aimak.course.lessons import build_lessons
from aimak.course.units import UNITS
from aimak.data import municipality
from aimak.forum.run import to_html
from aimak.project import Project
from tests.content.places import places

UNIT_NAMES = [unit.name for unit in UNITS]
RUNS = [(unit, place) for unit in UNIT_NAMES for place in (*places(unit), "Issyk-Kul")]


@pytest.fixture(scope="session")
def lessons(checkout: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built lessons."""
    project = Project(tmp_path_factory.mktemp("lessons"))
    for name in ("notebooks", "book", "exercises", "datasets"):
        (project.root / name).symlink_to(checkout.root / name)
    return build_lessons(project)[0].parent


def run(lesson: Path, out: Path, place: str) -> nbformat.NotebookNode:
    code = "" if place == "Issyk-Kul" else place
    oblast = municipality(code).oblast if code else place
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        papermill.execute_notebook(
            str(lesson), str(out), {"oblast": oblast, "municipality": code, "year": 2025, "language": "en"},
            engine_name="aimak", progress_bar=False, cwd=str(out.parent),
        )  # fmt: skip
    return nbformat.read(out, as_version=4)


@pytest.mark.parametrize(("unit", "place"), RUNS)
def test_a_lesson_runs_and_its_charts_have_alternatives_with_figures(
    lessons: Path, tmp_path: Path, unit: str, place: str
) -> None:
    done = run(lessons / f"{unit}.ipynb", tmp_path / "done.ipynb", place)
    outputs = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    page = to_html((tmp_path / "done.ipynb").read_text(encoding="utf-8"), "Lesson", "en")
    assert page.count("<img") == page.count('<img alt="')
    alternatives = [markup.unescape(one) for one in re.findall(r'<img alt="([^"]*)"', page)]
    shown = re.sub(r"<style.*?</style>|<[^>]+>|data:image[^\"]*", " ", page, flags=re.DOTALL)
    # Where there is nothing to draw, the lesson says so.
    assert len(alternatives) >= 2 or re.search(r"\bno\b|\bnobody\b|\bnot\b", shown)
    for alternative in alternatives:
        assert re.search(r"\d", alternative), alternative
        assert len(alternative) > 30, alternative
    for rest in (r"\bnan\b", r"\bNone\b", r"\{[a-z_]+\}", r"\binf\b", "Traceback"):
        assert not re.search(rest, shown), re.search(rf".{{30}}{rest}.{{30}}", shown)
        assert not any(re.search(rest, alternative) for alternative in alternatives)

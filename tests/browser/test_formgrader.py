"""nbgrader's own formgrader opens the gradebook and shows the task that is marked by hand."""

import json
import urllib.request
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from aimak.cohort.grading import How, grade
from aimak.course import stock
from aimak.course.player import play_designed
from aimak.course.source import read_source
from aimak.project import Project
from tests.cohort.conftest import ANALYST, solved, submit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_hand_marked_task_is_shown_and_a_mark_is_kept(
    class_project: Project, jupyter: Callable[[Path], str], open_page
) -> None:  # type: ignore[no-untyped-def]
    course = class_project.exercises
    played = play_designed(read_source(class_project, "budget"), "M07", lambda d, case: d.solution(case))
    path = course / "submitted" / "AB234" / "budget" / "budget.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(nbformat.writes(played.notebook), encoding="utf-8")
    assert not stock.autograde(course, "budget", "AB234").problem

    url = jupyter(course)
    with urllib.request.urlopen(
        f"{url}/formgrader/api/submitted_notebooks/budget/budget?token=t", timeout=30
    ) as answer:
        (submission,) = json.load(answer)
    assert submission["needs_manual_grade"]
    page = open_page(f"{url}/lab?token=t").page  # signs this browser in
    page.goto(f"{url}/formgrader/submissions/{submission['id']}")
    page.get_by_text("The road repair waits, because the levelling transfer is smaller.").first.wait_for(timeout=30_000)
    score = page.locator("input.score[id='budget-by-hand-explain']")
    page.wait_for_load_state("networkidle")
    score.fill("3")
    with page.expect_response(lambda response: "/formgrader/api/grade/" in response.url, timeout=20_000) as saved:
        score.press("Tab")
    assert saved.value.ok
    with Gradebook(stock.db_url(course)) as book:
        assert book.find_grade("budget-by-hand-explain", "budget", "budget", "AB234").manual_score == 3


def test_no_script_of_a_trainees_runs_in_the_trainers_browser(
    class_project: Project, jupyter: Callable[[Path], str], open_page
) -> None:  # type: ignore[no-untyped-def]
    """Formgrader's page has the rights of the trainer's own Jupyter: a script in it could run anything."""
    course = class_project.exercises
    notebook = solved(class_project)
    attack = (
        "<script>window.reached = 1</script><img src=x onerror='window.reached = 2'><svg onload='window.reached = 3'>"
    )
    place = next(i for i, cell in enumerate(notebook.cells) if "task-variance" in str(cell.metadata))
    shows = f"from IPython.display import HTML, Javascript\ndisplay(HTML({attack!r}), Javascript('window.reached = 4'))"
    notebook.cells[place + 1 : place + 1] = [
        nbformat.v4.new_markdown_cell(f"my own cell {attack}"),
        nbformat.v4.new_code_cell(shows),
        nbformat.v4.new_raw_cell(attack),
    ]
    submit(class_project, "AB234", notebook, ANALYST)
    assert [one.state for one in grade(course, (ANALYST,), How())] == ["graded"]
    url = jupyter(course)
    asked = f"{url}/formgrader/api/submitted_notebooks/{ANALYST}/{ANALYST}?token=t"
    with urllib.request.urlopen(asked, timeout=30) as answer:
        (submission,) = json.load(answer)
    page = open_page(f"{url}/lab?token=t").page
    page.goto(f"{url}/formgrader/submissions/{submission['id']}")
    page.get_by_text("my own cell").first.wait_for(timeout=30_000)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.reached") is None
    assert "variance" in page.content()
    page.locator("input.score").first.wait_for()

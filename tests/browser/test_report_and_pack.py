"""Class report, feedback page and forum pack in Chromium: accessible, narrow enough, asking nothing of others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.cohort.collect import collect
from aimak.cohort.feedback import feedback
from aimak.cohort.grading import grade
from aimak.cohort.report import write_report
from aimak.cohort.results import results
from aimak.cohort.roster import FILE, read_roster
from aimak.cohort.sample import sample
from aimak.cohort.summary import summarise
from aimak.course.source import read_source
from aimak.forum.pack import pack
from aimak.project import Project
from tests.browser.conftest import DESKTOP, PHONE, Watched
from tests.conftest import copy_built

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def papers(built: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("papers") / "kit"
    copy_built(built, root)
    project = Project(root)
    course = project.exercises
    sample(project, "budget", 3, seed=9)
    roster = read_roster(course / FILE)
    collect(course / "inbox", course, roster, ("budget",))
    grade(course, ("budget",))
    page = feedback(project, ("budget",))[0].page
    assert page is not None
    said = summarise(read_source(project, "budget"), course, roster, results(course, ("budget",)))
    files = write_report(said, roster, project.build / "report")
    done = pack(project, "Issyk-Kul", project.build / "pack", chosen=("M20",))
    return {
        "report": files.page, "feedback": page, "pack index": done.index,
        "pack page": next(done.index.parent.glob("M20*/budget.html")),
        "oblast page": done.index.parent / "Issyk-Kul-oblast" / "budget.html",
    }  # fmt: skip


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ["report", "feedback", "pack index", "pack page", "oblast page"])
def test_a_paper_asks_nothing_of_others_and_is_accessible(
    open_page: Callable[..., Watched], papers: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    watched = open_page(papers[name].as_uri(), size)
    assert watched.strangers() == []
    assert watched.errors == []
    assert watched.overflow() <= 0
    assert watched.serious() == []

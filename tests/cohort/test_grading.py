"""Grading: the marks of stock nbgrader cell by cell, and what happens where things go wrong."""

from __future__ import annotations

import json
from types import SimpleNamespace

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from aimak.cohort.grading import How, grade, run
from aimak.cohort.grading.pool import local_workers
from aimak.cohort.grading.run import LOG
from aimak.cohort.ledger import FILE, Ledger
from aimak.cohort.sample import sample
from aimak.course import stock
from aimak.errors import UserError
from aimak.execution import fence
from aimak.project import Project
from tests.cohort.conftest import ANALYST, FOREIGN, build_foreign, left_behind, solved, submit

pytestmark = pytest.mark.fence


def task(name: str) -> str:
    return f"{ANALYST}-task-{name}"


def with_code(project: Project, **code: str) -> NotebookNode:
    """The solved analyst's notebook with other code in some tasks; ``{solved}`` in it stands for the solution."""
    notebook = solved(project)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        for name, source in code.items():
            if grade_id == task(name):
                cell.source = source.replace("{solved}", cell.source)
    return notebook


#: Honest notebooks that follow the contract and are awkward all the same: code by task.
AWKWARD: dict[str, dict[str, str]] = {
    "solved": {},
    "index": {"own_share": "{solved}\nown_share.index = own_share.index + 100"},
    "index by year": {"own_share": "{solved}\nown_share = own_share.set_index('year')"},
    "year as float": {"own_share": "{solved}\nown_share['year'] = own_share['year'].astype('float64')"},
    "year as text": {"own_share": "{solved}\nown_share['year'] = own_share['year'].astype(str)"},
    "small floats": {"own_share": "{solved}\nown_share['share'] = own_share['share'].astype('float32')"},
    "nullable": {"own_share": "{solved}\nown_share = own_share.convert_dtypes()"},
    "NaN": {"own_share": "{solved}\nown_share.loc[0, 'own'] = float('nan')"},
    "NA": {"own_share": "{solved}\nown_share = own_share.convert_dtypes()\nown_share.loc[0, 'share'] = None"},
    "category": {"peers": "{solved}\npeers['code'] = peers['code'].astype('category')"},
    "object": {"variance": "{solved}\nvariance = variance.astype(object)"},
    "a column more": {"variance": "{solved}\nvariance['more'] = 1"},
    "a column less": {"variance": "{solved}\ndel variance['actual']"},
    "a column twice": {"variance": "{solved}\nimport pandas as pd\nvariance = pd.concat([variance, variance], axis=1)"},
    "assigned again later": {"variance": "{solved}\nown_share = None"},
    "assigned too late": {"own_share": "pass", "variance": "{solved}\nown_share = variance"},
    "changed in place later": {"peers": "{solved}\nown_share.drop(own_share.index, inplace=True)"},
    "empty": {"peers": "{solved}\npeers = peers.head(0)"},
    "a list": {"peers": "{solved}\npeers = peers.to_dict('records')"},
    "an error": {"variance": "1 / 0"},
    "a typing error": {"variance": "variance = ("},
    "names of Python": {"own_share": "{solved}\nsum = 0\nlen = 3\nabs = None\nsorted = list"},
    "names of the course": {"own_share": "{solved}\nbudget = 1\nright = 2\nlook_at = 3\nmunicipalities_ = 4"},
    "loops": {"own_share": "for _ in range(3):\n    pass\n{solved}"},
    "years": {"own_share": "{solved}\nyears = [2023, 2024, 2025]"},
    "magics": {
        "own_share": "%matplotlib inline\n%config InlineBackend.figure_format = 'retina'\n{solved}\nown_share.plot();",
        "variance": "%load_ext autoreload\n%autoreload 2\n{solved}",
        "peers": "%%time\n{solved}",
    },
    "files": {"peers": "import os\nos.makedirs('out', exist_ok=True)\n{solved}\npeers.to_csv('out/peers.csv')"},
    "prints": {"peers": "{solved}\nprint('done')\nimport sys\nprint('careful', file=sys.stderr)\npeers.head()"},
}


def edited(notebook: NotebookNode, kind: str) -> NotebookNode:
    if kind == "own cells":
        notebook.cells.insert(3, nbformat.v4.new_code_cell("mine = 1\nmine"))
    elif kind == "twice":
        found = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == task("variance"))
        again = nbformat.from_dict(json.loads(json.dumps(found)))
        again.id = "again"
        notebook.cells.insert(3, again)
    elif kind == "checks rewritten":
        for cell in notebook.cells:
            if "-check-" in cell.metadata.get("nbgrader", {}).get("grade_id", ""):
                cell.source, cell.metadata.nbgrader.points = "4.0", 400
    return notebook


def test_marks_are_those_of_stock_nbgrader_cell_by_cell(class_project: Project) -> None:
    sample(class_project, "budget", 14, seed=5)
    course = class_project.exercises
    given: list[tuple[str, str]] = []
    for number, path in enumerate(sorted((course / "inbox").glob("*.ipynb"))):
        submit(class_project, f"F{number:02}", path)
        given.append((f"F{number:02}", "budget"))
    for number, code in enumerate(AWKWARD.values()):
        submit(class_project, f"A{number:02}", with_code(class_project, **code), ANALYST)
        given.append((f"A{number:02}", ANALYST))
    for kind in ("own cells", "checks rewritten"):
        submit(class_project, kind[:3], edited(solved(class_project), kind), ANALYST)
        given.append((kind[:3], ANALYST))
    assert len(given) >= 40
    for trainee, name in given:
        assert stock.autograde(course, name, trainee).problem == ""
    expected = {one: stock.points(course, one[1], one[0]) for one in given}
    done = grade(course, ("budget", ANALYST), How(workers=2))
    assert {one.state for one in done} == {"graded"}
    found = {one: stock.points(course, one[1], one[0]) for one in given}
    names = dict(zip((one for one in given if one[0].startswith("A")), AWKWARD, strict=True))
    assert {names.get(one, one): found[one] for one in given} == {names.get(one, one): expected[one] for one in given}
    assert len({sum(points.values()) for points in found.values()}) > 8


def test_a_cell_that_stands_twice_is_graded_although_stock_nbgrader_gives_up(class_project: Project) -> None:
    submit(class_project, "T0", edited(solved(class_project), "twice"), ANALYST)
    assert "old version" in stock.autograde(class_project.exercises, ANALYST, "T0").log
    assert [one.state for one in grade(class_project.exercises, (ANALYST,))] == ["graded"]
    assert sum(stock.points(class_project.exercises, ANALYST, "T0").values()) == pytest.approx(12.0)


def test_what_is_handed_in_twice_is_graded_once_and_again_when_it_changed(class_project: Project) -> None:
    course = class_project.exercises
    submit(class_project, "T0", solved(class_project, "budget"))
    assert [one.state for one in grade(course, ("budget",))] == ["graded"]
    made = course / "autograded" / "T0" / "budget" / "budget.ipynb"
    before = made.read_bytes()
    assert [one.state for one in grade(course, ("budget",))] == ["unchanged"]
    submit(class_project, "T0", nbformat.read(course / "release" / "budget" / "budget.ipynb", as_version=4))
    assert [one.state for one in grade(course, ("budget",))] == ["graded"]
    assert sum(stock.points(course, "budget", "T0").values()) == 0
    assert made.read_bytes() != before
    (course / "gradebook.db").unlink()
    with pytest.raises(UserError, match="not built"):
        grade(course, ("budget",))
    assert stock.release(course, "budget").problem == ""
    # A new gradebook knows nothing yet, whatever the ledger says.
    assert [one.state for one in grade(course, ("budget",))] == ["graded"]


def test_marks_and_comments_given_by_hand_survive_a_regrade(class_project: Project) -> None:
    course = class_project.exercises
    submit(class_project, "T0", solved(class_project, "budget"))
    grade(course, ("budget",))
    with Gradebook(stock.db_url(course), stock.COURSE_ID) as book:
        mark = book.find_grade("budget-by-hand-explain", "budget", "budget", "T0")
        assert mark.needs_manual_grade
        mark.manual_score, mark.extra_credit, mark.needs_manual_grade = 3, 0.5, False
        book.find_comment("budget-by-hand-explain", "budget", "budget", "T0").manual_comment = "Clear."
        book.db.commit()
    assert [one.state for one in grade(course, ("budget",), How(force=True))] == ["graded"]
    with Gradebook(stock.db_url(course), stock.COURSE_ID) as book:
        mark = book.find_grade("budget-by-hand-explain", "budget", "budget", "T0")
        assert (mark.manual_score, mark.extra_credit, mark.needs_manual_grade) == (3, 0.5, True)
        assert book.find_comment("budget-by-hand-explain", "budget", "budget", "T0").comment == "Clear."


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos._exit(0)",
        "import sys\nsys.exit(0)",
        "import aimak.lesson.exercise as e\ne.Exercise.score = lambda *a: 4.0",
        "import aimak.lesson.capture as c\nc.hand_over = c.plain_rows = lambda *a: [{}]",
        "class Same:\n    __eq__ = __le__ = __ge__ = lambda *a: True\n    __hash__ = None\nvariance = Same()",
        "import pandas as pd\nclass Frame(pd.DataFrame): pass\nvariance = Frame(budgets)",
        "import pandas as pd\npd.DataFrame.__getitem__ = lambda *a: 1",
        "import ast\nclass Four(ast.NodeTransformer):\n    def visit(self, node): return ast.parse('4.0')\n"
        "get_ipython().ast_transformers.append(Four())",
        "get_ipython().input_transformers_cleanup.append(lambda lines: ['4.0\\n'])",
        "get_ipython().events.register('post_run_cell', lambda *a: print(4.0))",
        "from IPython.display import display\n"
        "display({'application/vnd.aimak.table+json': {'name': 'variance', 'rows': 4.0}}, raw=True)",
        "exercise = type('E', (), {'__getattr__': lambda s, n: lambda *a, **k: 4.0})()",
        "variance = __import__('gc').get_objects()",
    ],
)  # fmt: skip
def test_what_is_done_to_the_checks_earns_nothing(class_project: Project, code: str) -> None:
    notebook = with_code(class_project, variance=code, peers="pass")
    submit(class_project, "T0", notebook, ANALYST)
    (done,) = grade(class_project.exercises, (ANALYST,))
    assert (done.state, done.ran, done.same_process) == ("graded", "fenced", False)
    points = stock.points(class_project.exercises, ANALYST, "T0")
    assert points[f"{ANALYST}-check-own_share"] == pytest.approx(4.0)
    assert points[f"{ANALYST}-check-variance"] == points[f"{ANALYST}-check-peers"] == 0


def test_a_notebook_that_ends_its_kernel_is_graded_as_far_as_it_came_and_told_so(class_project: Project) -> None:
    submit(class_project, "T0", with_code(class_project, peers="import os\nos._exit(0)"), ANALYST)
    (done,) = grade(class_project.exercises, (ANALYST,))
    assert "ended its own interpreter" in done.notes[0]
    points = stock.points(class_project.exercises, ANALYST, "T0")
    assert sum(points.values()) == pytest.approx(8.0)
    assert "ended its own interpreter" in (class_project.exercises / LOG).read_text(encoding="utf-8")


def test_without_a_fence_code_is_not_run_and_forms_are_graded(
    class_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fence, "obstacle", lambda: "bubblewrap is missing. Install it: sudo apt install bubblewrap")
    course = class_project.exercises
    for name in ("budget", ANALYST):
        submit(class_project, "T0", solved(class_project, name), name)
    done = grade(course, (ANALYST, "budget"))
    assert [(one.assignment, one.state) for one in done] == [(ANALYST, "failed"), ("budget", "graded")]
    assert "sudo apt install bubblewrap" in done[0].problem
    assert not (course / "autograded" / "T0" / ANALYST).exists()
    done = grade(course, (ANALYST,), How(unfenced=True))
    assert [(one.state, one.ran) for one in done] == [("graded", "unfenced")]
    assert "ran without the fence" in (course / LOG).read_text(encoding="utf-8")
    with Ledger(course / FILE) as ledger:
        assert ledger.graded([ANALYST])["T0", ANALYST].ran == "unfenced"


def test_a_cluster_may_have_the_fence_that_this_machine_lacks(
    class_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(class_project, "T0", solved(class_project), ANALYST)
    monkeypatch.setattr(run, "fence", SimpleNamespace(obstacle=lambda: "no fence on this machine"))
    assert [one.state for one in grade(class_project.exercises, (ANALYST,))] == ["failed"]
    elsewhere = grade(class_project.exercises, (ANALYST,), workers=local_workers(1))
    assert [one.state for one in elsewhere] == ["graded"]


def test_foreign_notebooks_run_whole_inside_the_fence_and_are_marked_so(class_project: Project) -> None:
    build_foreign(class_project)
    place = class_project.exercises / "release" / FOREIGN / f"{FOREIGN}.ipynb"
    release = nbformat.read(place, as_version=4)
    for trainee, body in (("good", "return x + x"), ("bad", "return x"), ("exits", "import os; os._exit(0)")):
        release.cells[0].source = f"def double(x):\n    {body}"
        submit(class_project, trainee, release, FOREIGN)
    how = How(ours=frozenset({"budget", ANALYST}))
    done = {one.trainee: one for one in grade(class_project.exercises, (FOREIGN,), how)}
    assert {one.ran for one in done.values()} == {"fenced"}
    assert all(one.same_process for one in done.values())
    earned = {name: stock.points(class_project.exercises, FOREIGN, name)["check"] for name in done}
    assert earned == {"good": 3, "bad": 0, "exits": 0}


def test_workers_change_nothing_in_the_result(class_project: Project) -> None:
    sample(class_project, "budget", 9, seed=2)
    course = class_project.exercises
    for number, path in enumerate(sorted((course / "inbox").glob("*.ipynb"))):
        submit(class_project, f"F{number}", path)
    results = []
    for workers in (1, 3):
        grade(course, ("budget",), How(workers=workers, force=True))
        results.append(left_behind(course, ("budget",)))
    assert results[0] == results[1]


def test_an_output_that_no_notebook_can_hold_costs_only_what_comes_after_it(class_project: Project) -> None:
    shows = "display({'text/html': {'a': 1}}, raw=True)"
    submit(class_project, "AB234", with_code(class_project, variance=shows), ANALYST)
    (done,) = grade(class_project.exercises, (ANALYST,), How())
    assert (done.state, "cannot be kept in a notebook" in done.notes[0]) == ("graded", True)
    earned = stock.points(class_project.exercises, ANALYST, "AB234")
    assert earned == {f"{ANALYST}-check-own_share": 4, f"{ANALYST}-check-variance": 0, f"{ANALYST}-check-peers": 0}

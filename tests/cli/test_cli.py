"""The commands as people run them: exit codes, one-line errors, JSON on stdout and everything else on stderr."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aimak.project import Project
from tests.conftest import ROOT


def aimak(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aimak", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)


def test_help_names_every_noun() -> None:
    done = aimak("--help")
    assert done.returncode == 0
    for noun in ("data", "exercises", "cohort", "forum", "site", "doctor", "course"):
        assert noun in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forum", "pack", "--oblast", "Talas", "--out", "pack"), "There is no oblast 'Talas'"),
        (("forum", "pack", "--oblast", "Osh", "--municipality", "M99", "--out", "pack"), "no municipality 'M99'"),
        (("forum", "pack", "--oblast", "Osh", "--year", "2019", "--out", "pack"), "There are no budgets for 2019"),
        (("exercises", "build", "nothing"), "There is no exercise 'nothing'"),
        (("cohort", "collect", "nowhere"), "There is no roster"),
        (("cohort", "grade"), "is not built, so nothing can be graded. Run: aimak exercises build"),
        (("cohort", "sample", "--trainees", "0"), "cannot be made"),
        (("site", "serve"), "There is no built site"),
        (("site", "build"), "Run: aimak exercises build"),
        (("data", "check", "book"), "holds no datapackage.json"),
    ],
)
def test_bad_input_ends_in_one_line_and_exit_2(project: Project, words: tuple[str, ...], said: str) -> None:
    before = sorted(project.root.rglob("*"))
    done = aimak(*words, cwd=project.root)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
    assert [path for path in sorted(project.root.rglob("*")) if "_build" not in path.parts] == before


@pytest.mark.parametrize("words", [("forum", "pack"), ("nonsense",), ("site", "serve", "--port", "x")])
def test_wrong_usage_exits_2(words: tuple[str, ...]) -> None:
    assert aimak(*words).returncode == 2


def test_outside_the_kit_the_mend_is_told(tmp_path: Path) -> None:
    done = aimak("data", "check", cwd=tmp_path)
    assert done.returncode == 2
    assert "name it with --project" in done.stderr


def test_json_stands_alone_on_stdout() -> None:
    done = aimak("data", "check", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"problems": []}
    assert done.stderr.strip() == "No problems."


def test_problems_exit_1(project: Project) -> None:
    path = project.datasets / "municipalities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("valley", "desert", 1), encoding="utf-8")
    done = aimak("data", "check", "--json", cwd=project.root)
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"][0]["field"] == "kind"


def test_a_port_in_use_is_told_with_another(project: Project) -> None:
    import socket

    (project.site).mkdir(parents=True)
    (project.site / "index.html").write_text("here")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = aimak("site", "serve", "--port", str(port), cwd=project.root)
    assert done.returncode == 2
    assert f"Port {port} is in use. Take another: aimak site serve --port {port + 1}" in done.stderr


def test_a_disk_that_is_full_is_told_in_one_line(project: Project) -> None:
    # A file where a folder has to be: the same kind of error of the system as a full disk.
    (project.exercises / "source").write_text("in the way")
    done = aimak("exercises", "build", "budget", cwd=project.root)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Free some space or check the permissions" in done.stderr


def test_the_core_without_the_kit_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['papermill'] = None; sys.modules['click'] = None; import aimak.__main__ as m; m.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "aimak[kit]" in done.stderr


def test_a_class_so_small_that_people_could_be_recognised_gets_no_shareable_report(class_project: Project) -> None:
    for words in (("sample", "--trainees", "4"), ("collect",), ("grade",)):
        assert aimak("cohort", *words, cwd=class_project.root).returncode == 0
    done = aimak("cohort", "report", "--shareable", "--json", cwd=class_project.root)
    assert (done.returncode, json.loads(done.stdout)) == (1, {})
    assert "Not written: budget" in done.stderr
    assert not list(class_project.build.glob("report/*shareable*"))
    assert aimak("cohort", "report", cwd=class_project.root).returncode == 0

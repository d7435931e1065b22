"""Which language a command speaks."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from aimak.i18n.choice import chosen, of_locale
from aimak.project import Project
from tests.cli.test_cli import aimak
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ("--language ru cohort grade", {"AIMAK_LANG": "ky"}, "ru"),
        ("cohort grade --language ru", {"AIMAK_LANG": "ky"}, "ru"),
        ("cohort grade --language=ky", {}, "ky"),
        ("--language ru doctor --language ky", {}, "ky"),
        ("doctor --language", {"AIMAK_LANG": "ky"}, "ky"),
        ("cohort roster import -- --language=ru", {}, "en"),
        ("doctor --language de", {"AIMAK_LANG": "ru"}, "ru"),
        ("doctor", {"AIMAK_LANG": "ru", "LANG": "ky_KG.UTF-8"}, "ru"),
        ("doctor", {"AIMAK_LANG": "de", "LANG": "ky_KG.UTF-8"}, "en"),
        ("doctor", {"AIMAK_LANG": "", "LANG": "ky_KG.UTF-8"}, "ky"),
        ("doctor", {"LC_ALL": "ru_RU.UTF-8", "LC_MESSAGES": "ky_KG", "LANG": "C"}, "ru"),
        ("doctor", {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ("doctor", {"LC_ALL": "", "LC_MESSAGES": "ky_KG.UTF-8@x", "LANG": "ru_RU"}, "ky"),
        ("doctor", {"LANG": "de_DE.UTF-8"}, "en"),
        ("doctor", {}, "en"),
    ],
)
def test_the_language_asked_for_goes_before_the_variable_and_that_before_the_system(
    words: str, environment: Mapping[str, str], language: str
) -> None:
    assert chosen(words.split(), environment, lambda: "") == language


def test_a_system_without_such_variables_is_asked_itself() -> None:
    assert chosen((), {}, lambda: "ky_KG") == "ky"
    assert chosen((), {"LANG": "ru_RU"}, lambda: "ky_KG") == "ru"


@pytest.mark.parametrize(("name", "code"), [("ru_RU.UTF-8", "ru"), ("KY-kg", "ky"), ("rus", "en"), ("C", "en")])
def test_a_locale_is_read_by_its_language(name: str, code: str) -> None:
    assert of_locale(name) == code


@pytest.mark.parametrize("words", [("--language", "qps", "site", "serve"), ("site", "serve", "--language", "qps")])
def test_an_error_is_told_in_the_language_asked_for(project: Project, words: tuple[str, ...]) -> None:
    done = aimak(*words, cwd=project.root)
    assert done.returncode == 2
    assert done.stderr.startswith("aimak: ⟦Théré ís ñö büílt síté íñ ")


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    done = aimak("doctor", "--language", "de")
    assert done.returncode == 2
    assert "'de' is not one of en, ru, ky." in done.stderr


def test_an_unknown_language_in_the_variable_means_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AIMAK_LANG", "de")
    done = aimak("data", "check", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not inside the course kit" in done.stderr


def test_the_language_of_the_command_is_not_handed_to_children_by_accident() -> None:
    code = (
        "import sys, os; sys.argv = ['aimak', '--language', 'ru', 'data', '--help']\n"
        "import aimak.__main__ as m\n"
        "try:\n    m.main()\n"
        "finally:\n    print(os.environ['AIMAK_LANG'], os.environ.get('LANGUAGE'), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "en None"


def test_what_programs_read_is_the_same_in_every_language(project: Project) -> None:
    path = project.datasets / "municipalities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("valley", "desert", 1), encoding="utf-8")
    done = aimak("data", "check", "--json", "--language", "qps", cwd=project.root)
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert {"file": "municipalities.csv", "field": "kind"}.items() <= problem.items()
    assert list(problem) == ["file", "row", "field", "what", "mend"]
    assert problem["what"].startswith("⟦“desert” ís ñöt állöwéd héré.")
    said = done.stderr.splitlines()
    assert said[0].startswith("⟦municipalities.csv, röw ")
    assert said[1].startswith("⟦1 pröblém. ")


def test_a_roster_is_made_for_readers_of_another_language_than_the_command_speaks(project: Project) -> None:
    words = ("cohort", "roster", "new", "--trainees", "2", "--for", "ru", "--language", "qps")
    done = aimak(*words, cwd=project.root)
    assert done.returncode == 0
    assert done.stderr.startswith("⟦2 çödés íñ ")
    rows = (project.exercises / "roster.csv").read_text(encoding="utf-8").splitlines()
    assert [row.rpartition(",")[2] for row in rows] == ["language", "ru", "ru"]

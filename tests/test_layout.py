"""The house keeps its shape: arrows go down, modules stay small, nothing of a machine stands in the repository."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "aimak"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__main__.py")
#: Rooms from the ground up: each may use what stands below it.
FLOORS = (
    {"errors", "files", "municipal"},
    {"i18n", "project", "doctor"},
    {"data"},
    {"lesson"},
    {"course", "execution"},
    {"cohort", "forum", "site", "translation"},
    {"cli"},
)
#: The standard library, and what a browser kernel has.
LIGHT = {"ipywidgets", "IPython", "aimak"} | set(sys.stdlib_module_names)


def room(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


def floor(name: str) -> int:
    return next((i for i, rooms in enumerate(FLOORS) if name in rooms), 0)


def name_of(path: Path) -> str:
    return "aimak." + ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def imports(path: Path, *, top_level: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level else list(ast.walk(tree))
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_arrows_go_down_only(path: Path) -> None:
    here = room(name_of(path))
    for used in imports(path):
        if used.startswith("aimak.") and room(used) != here:
            assert floor(room(used)) <= floor(here), f"{name_of(path)} uses {used}"


@pytest.mark.parametrize("path", [p for p in MODULES if room(name_of(p)) == "municipal"], ids=name_of)
def test_the_arithmetic_uses_the_standard_library_only(path: Path) -> None:
    for used in imports(path):
        assert used.split(".")[0] in sys.stdlib_module_names or used.startswith("aimak.municipal"), used


@pytest.mark.parametrize("path", [p for p in MODULES if room(name_of(p)) in {"lesson", "data", "i18n"}], ids=name_of)
def test_what_runs_in_a_browser_imports_nothing_heavy_at_once(path: Path) -> None:
    for used in imports(path, top_level=True):
        assert used.split(".")[0] in LIGHT, f"{name_of(path)} imports {used} when it is loaded"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{name_of(path)}: {node.name}"


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name]


def test_lock_files_name_versions_and_no_addresses() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+", line), line
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, about in lock["packages"].items() if "resolved" in about]


def test_nothing_built_and_nothing_of_a_machine_is_tracked() -> None:
    for path in tracked():
        assert path.suffix != ".ipynb", path
        assert "_build" not in path.parts, path
        if path.suffix in {".py", ".md", ".toml", ".yml", ".txt", ".json", ".csv", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert str(ROOT.parent) + "/" not in text, path

"""The browser app is built once, and again when something that it is made from changed."""

from pathlib import Path

import pytest

from aimak.project import Project
from aimak.site.kept import kept_app


class Builder:
    """Builds an app of one file, and counts."""

    def __init__(self) -> None:
        self.built = 0
        self.breaks = False

    def __call__(self, folder: Path) -> str:
        self.built += 1
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"build {self.built}")
        if self.breaks:
            raise OSError("no room")
        return "https://large.example/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "node_modules" / "pyodide").mkdir(parents=True)
    (tmp_path / "node_modules" / "pyodide" / "package.json").write_text("{}")
    (tmp_path / "budget.ipynb").write_text("one")
    return Project(tmp_path)


def put(project: Project, name: str, build: Builder, pyodide: str = "") -> str:
    target = project.root / name
    address = kept_app(project, target, [project.root / "budget.ipynb"], pyodide, build)
    assert address == "https://large.example/"
    return (target / "index.html").read_text()


def test_an_app_is_built_again_only_when_its_parts_changed(project: Project) -> None:
    build = Builder()
    assert put(project, "first", build) == put(project, "second", build) == "build 1"
    (project.root / "budget.ipynb").write_text("two")
    assert put(project, "third", build) == "build 2"
    (project.root / "node_modules" / "pyodide" / "package.json").write_text('{"version": "2"}')
    assert put(project, "fourth", build) == "build 3"
    assert put(project, "fifth", build, "https://other.example/") == "build 4"
    assert len(list((project.build / "lite").iterdir())) == 1


def test_a_build_that_broke_off_is_not_taken_for_a_whole_one(project: Project) -> None:
    build = Builder()
    build.breaks = True
    with pytest.raises(OSError, match="no room"):
        put(project, "first", build)
    build.breaks = False
    assert put(project, "second", build) == "build 2"


def test_with_a_folder_of_libraries_nothing_is_kept(project: Project, tmp_path: Path) -> None:
    build = Builder()
    for name in ("first", "second"):
        put(project, name, build, str(tmp_path))
    assert build.built == 2

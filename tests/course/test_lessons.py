import nbformat
import pytest

from aimak.course.lessons import build_lessons
from aimak.errors import UserError
from aimak.project import Project


def test_a_built_lesson_is_valid_and_left_alone_when_nothing_changed(project: Project) -> None:
    paths = build_lessons(project)
    for path in paths:
        nbformat.validate(nbformat.read(path, as_version=4))
    before = [path.stat().st_mtime_ns for path in paths]
    assert build_lessons(project) == paths
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_a_lesson_has_parameters_for_papermill(project: Project) -> None:
    for path in build_lessons(project):
        cells = nbformat.read(path, as_version=4).cells
        (parameters,) = [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]
        for name in ("oblast", "municipality", "year", "language"):
            assert f"{name} = " in parameters.source


def test_a_source_that_cannot_be_read_is_named(project: Project) -> None:
    path = project.notebooks / "budget.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace(":tags: [parameters", ":tags: [[parameters", 1), encoding="utf-8"
    )
    with pytest.raises(UserError, match="budget.md: cannot be read as MyST Markdown"):
        build_lessons(project)

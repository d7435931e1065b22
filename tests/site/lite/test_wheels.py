"""Wheels for the browser: the same bytes each time, without what no notebook imports."""

from __future__ import annotations

import ast
import gettext
import io
import zipfile
from collections.abc import Iterator

import pytest

from aimak.course.cells import grade_id
from aimak.course.source import exercise_names, read_source
from aimak.course.units import UNITS
from aimak.errors import UserError
from aimak.project import Project
from aimak.site.lite.parts import PARTS, STAND_INS, Part
from aimak.site.lite.wheels import (
    Wheel,
    catalog_languages,
    chosen,
    from_installed,
    from_ourselves,
    of_catalogs,
    packed,
    stand_in,
    unpacked,
)
from tests.conftest import ROOT


def test_the_same_files_give_the_same_bytes_whatever_their_order() -> None:
    one = packed({"a.py": b"1", "b/c.py": b"2" * 1000})
    assert one == packed({"b/c.py": b"2" * 1000, "a.py": b"1"})
    assert unpacked(one) == {"a.py": b"1", "b/c.py": b"2" * 1000}
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_wheel_names_itself_and_what_it_is_imported_by() -> None:
    wheel = Wheel("my-part", "1.2", {"my_part/__init__.pyc": b"", "lone.py": b"", "my_part-1.2.dist-info/x.py": b""})
    assert wheel.file_name == "my_part-1.2-py3-none-any.whl"
    assert wheel.imports == ["lone", "my_part"]
    assert wheel.digest != Wheel("my-part", "1.3", wheel.files).digest


def test_what_is_left_out_may_be_kept_by_name() -> None:
    assert chosen(["p/a.py", "p/b.py", "q.py"], ["p/*"], ["p/b.py"]) == ["p/b.py", "q.py"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_an_installed_part_is_packed_without_tests_and_traces_of_this_machine(part: Part) -> None:
    wheel = from_installed(part)
    assert any(path.endswith("METADATA") for path in wheel.files)
    assert not [path for path in wheel.files if "/tests/" in path or path.startswith("..") or path.endswith("RECORD")]
    for pattern in part.keep:  # a rule that names a file that is gone keeps nothing
        assert pattern in wheel.files, pattern


def test_licences_travel_with_the_parts() -> None:
    for part in PARTS:
        files = from_installed(part).files
        assert any("licen" in path.lower() or "copying" in path.lower() for path in files), part.name


def test_a_part_that_is_not_installed_is_told() -> None:
    with pytest.raises(UserError, match="no-such-part is missing. Run: make setup"):
        from_installed(Part("no-such-part"))


def test_our_own_wheel_holds_what_a_notebook_imports_and_no_more() -> None:
    files = from_ourselves().files
    assert {"aimak/lesson/exercise.py", "aimak/municipal/money.py", "aimak/datasets/budgets.csv"} <= set(files)
    rooms = {path.split("/")[1] for path in files if path.startswith("aimak/")}
    assert not rooms & {"cohort", "course", "execution", "forum", "site", "cli"}


def own_imports(code: str | bytes) -> Iterator[str]:
    """Modules of ours that code imports when it is loaded."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aimak"):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("aimak"))


def test_whatever_the_browser_loads_finds_there_what_it_imports() -> None:
    files = from_ourselves().files
    wanted = {(path, name) for path in files if path.endswith(".py") for name in own_imports(files[path])}
    project = Project(ROOT)
    for exercise in exercise_names(project):
        cells = [one for one in read_source(project, exercise).notebook.cells if "-setup" in grade_id(one)]
        wanted |= {(exercise, name) for cell in cells for name in own_imports(cell.source)}
    assert len({name for _path, name in wanted}) > 50
    there = {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in files}
    assert [f"{path} imports {name}" for path, name in sorted(wanted) if name not in there] == []


def test_stand_ins_bear_their_names() -> None:
    assert {stand_in(one).name for one in STAND_INS} == {"jedi", "micropip", "piplite"}
    assert stand_in(STAND_INS[0]).imports == []


def test_a_wheel_of_texts_holds_one_language_and_nothing_that_no_notebook_says() -> None:
    assert catalog_languages() == ["ky", "ru"]
    for language in catalog_languages():
        wheel = of_catalogs(language)
        assert wheel.file_name.startswith(f"aimak_texts_{language}-")
        held = [path for path in wheel.files if path.endswith(".mo")]
        assert all(path.startswith(f"aimak/i18n/locale/{language}/") for path in held)
        names = {path.rsplit("/", 1)[-1].removesuffix(".mo") for path in held}
        assert {unit.name for unit in UNITS} | {"aimak"} <= names
        assert not {"click", "library"} & names


def test_the_minute_in_which_catalogs_are_packed_does_not_show() -> None:
    packed_texts = [content for path, content in of_catalogs("ky").files.items() if path.endswith(".mo")]
    assert packed_texts
    for content in packed_texts:
        assert gettext.GNUTranslations(io.BytesIO(content)).info()["pot-creation-date"].startswith("1980-01-01")

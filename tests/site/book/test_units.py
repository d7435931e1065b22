"""A unit that is not complete in a language: its pages are English there, and only its pages."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from aimak.course import units
from aimak.course.units import Unit
from aimak.project import Project
from aimak.site.book.catalogs import write_catalogs
from aimak.site.book.units import lessons_shown_in, shown_in, unit_of
from aimak.site.languages.shown import say_shown_in
from tests.site.book.conftest import write_catalog


@pytest.fixture
def _new_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "UNITS", (Unit("budget", ("en", "ru", "ky")), Unit("water", ("en", "ru"))))


def test_the_pages_of_a_unit_are_known_by_their_place() -> None:
    assert unit_of("book/chapters/water") == unit_of("notebooks/water") == unit_of("book/trainers/water") == "water"
    assert unit_of("book/how-to-use") == ""


@pytest.mark.usefixtures("_new_unit")
def test_its_pages_are_english_where_it_is_not_declared(tmp_path: Path) -> None:
    assert shown_in("book/chapters/water", "ky") == "en"
    assert shown_in("book/chapters/water", "ru") == "ru"
    assert shown_in("book/chapters/budget", "ky") == shown_in("book/intro", "ky") == "ky"
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "water.md").write_text("# Water\n")
    assert lessons_shown_in(Project(tmp_path), "ky") == {"water": "en"}


@pytest.mark.usefixtures("_new_unit")
def test_a_begun_translation_is_not_shown_by_halves(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for page in ("book/chapters/water", "book/intro", "exercises/budget"):
        write_catalog(tmp_path, "ky", page, {"Water": "Суу"})
    root = write_catalogs(project, "ky", tmp_path / "book" / "locale")
    folder = root / "ky" / "LC_MESSAGES"
    (folder / "book" / "gone.mo").write_bytes(b"")
    assert write_catalogs(project, "ky", tmp_path / "book" / "locale") == root
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.?o")] == ["book/intro.po"]


@pytest.mark.usefixtures("_new_unit")
def test_one_line_in_the_readers_language_says_so_and_the_rest_is_marked_as_english() -> None:
    app = SimpleNamespace(config=SimpleNamespace(language="ky"))
    context = {"body": "<h1>Water</h1>"}
    say_shown_in(app, "book/chapters/water", "page.html", context, None)  # type: ignore[arg-type]
    line, marked = context["body"].split('<div lang="en">')
    assert 'class="admonition note aimak-untranslated"' in line
    assert "<h1>Water</h1>" in marked
    context = {"body": "<h1>Бюджет</h1>"}
    say_shown_in(app, "book/chapters/budget", "page.html", context, None)  # type: ignore[arg-type]
    assert context["body"] == "<h1>Бюджет</h1>"

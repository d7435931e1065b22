"""When a lesson runs again: when its texts changed, and not when a sentence of the book or of a command did."""

from pathlib import Path

import pytest

from aimak.project import Project
from aimak.site.book.outputs import output_caches, texts_digest

KIT = """#: src/aimak/lesson/charts.py
msgid "thousand som"
msgstr "{chart}"

#: src/aimak/cli/site.py
msgid "Stopped."
msgstr "{command}"
"""
UNIT = '#: notebooks/budget.md\nmsgid "Year"\nmsgstr "{unit}"\n'
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def digest(
    folder: Path, chart: str = "миң сом", command: str = "Токтоду.", unit: str = "Жыл", language: str = "ky"
) -> str:
    place = folder / "ky" / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    (place / "aimak.po").write_text(HEAD + KIT.format(chart=chart, command=command), encoding="utf-8")
    (place / "budget.po").write_text(HEAD + UNIT.format(unit=unit), encoding="utf-8")
    (place / "water.po").write_text(HEAD + UNIT.format(unit="Суу"), encoding="utf-8")
    return texts_digest(folder, "budget", language)


def test_its_own_texts_and_the_librarys_count(tmp_path: Path) -> None:
    before = digest(tmp_path)
    assert digest(tmp_path) == before
    assert digest(tmp_path, unit="Жылы") != before
    assert digest(tmp_path, chart="миң") != before


def test_a_text_that_no_lesson_says_does_not(tmp_path: Path) -> None:
    assert digest(tmp_path, command="Бүттү.") == digest(tmp_path)


def test_each_language_keeps_its_outputs_and_forgets_older_ones(tmp_path: Path) -> None:
    project = Project(tmp_path)
    kept = project.build / ".jupyter_cache"
    for name in ("ky-budget-old", "ru-budget-old", "ky-water-old"):
        (kept / name).mkdir(parents=True)
    found = output_caches(project, {"budget": "ky"}, "ky")
    assert list(found) == ["budget"]
    assert Path(found["budget"]).name.startswith("ky-budget-")
    assert {path.name for path in kept.iterdir()} == {"ru-budget-old", "ky-water-old"}
    assert output_caches(project, {"budget": "ru"}, "ru") != found


def test_books_that_are_built_at_the_same_time_never_write_into_one_folder(tmp_path: Path) -> None:
    project = Project(tmp_path)
    folders = [output_caches(project, {"water": "en"}, reader)["water"] for reader in ("en", "ru", "ky")]
    assert len(set(folders)) == 3


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_lesson_of_each_language_has_texts_of_its_own(language: str) -> None:
    from aimak.i18n.catalogs import LOCALES

    assert texts_digest(LOCALES, "budget", language) != texts_digest(LOCALES, "budget", "en")

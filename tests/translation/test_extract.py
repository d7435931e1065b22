"""All texts of the project are gathered, the same way each time."""

import pytest

from aimak.project import Project
from aimak.translation.extract import TARGETS, Extracted, extract, read_catalogs
from aimak.translation.message import catalog_path


@pytest.mark.usefixtures("gathered")
def test_every_kind_of_source_gives_texts(sources: Project) -> None:
    catalogs = read_catalogs(sources, "ru")
    places = {place for one in catalogs.values() for entry in one.entries.values() for place in entry.places}
    for place in (
        "src/aimak/lesson/form.py",
        "src/aimak/cohort/templates/report.html",
        "src/aimak/site/lite/words.js",
        "notebooks/budget.md",
        "exercises/budget.md",
        "datasets/causes.csv",
        "book/chapters/budget.md",
    ):
        assert place in places
    assert {"aimak", "budget", "book/intro", "notebooks/budget", "exercises/budget-analyst"} <= set(catalogs)


@pytest.mark.usefixtures("gathered")
def test_the_glossarys_words_are_not_for_translation(sources: Project) -> None:
    assert "aiyl kenesh" not in read_catalogs(sources, "ru")["book/library/glossary"].entries


def test_a_changed_sentence_reaches_its_catalogs_and_nothing_else_is_written(
    sources: Project, gathered: Extracted
) -> None:
    assert gathered.messages > 900
    before = {path: path.stat().st_mtime_ns for path in sources.root.rglob("*.po")}
    page = sources.root / "book" / "how-to-use.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence that no page had.\n", encoding="utf-8")
    changed = extract(sources).changed
    assert set(changed) == {catalog_path(sources, language, "book/how-to-use") for language in TARGETS}
    assert {path for path in before if path.stat().st_mtime_ns != before[path]} == set(changed)
    for language in TARGETS:
        found = read_catalogs(sources, language)["book/how-to-use"].entries["A sentence that no page had."]
        assert found.awaits == (language == "ky")

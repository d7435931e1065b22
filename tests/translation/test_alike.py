"""One English text of the programs is said in one way."""

from aimak.project import Project
from aimak.translation.gate import alike
from aimak.translation.pofile import Entry
from tests.translation.conftest import write_catalog


def entry(*said: str, texts: tuple[str, ...] = ("Group",), fuzzy: bool = False) -> Entry:
    return Entry(texts, said, fuzzy=fuzzy)


def test_a_later_catalog_that_says_a_text_in_another_way_is_named_with_what_wins(small: Project) -> None:
    write_catalog(small, "ru", "aimak", entry("Группа"))
    write_catalog(small, "ru", "budget", entry("Категория"))
    (found,) = alike(small, "ru")
    assert (found.place, found.text) == ("budget", "Group")
    assert "aimak" in found.what
    assert "Группа" in found.what


def test_what_is_alike_empty_or_a_guess_is_no_finding(small: Project) -> None:
    write_catalog(small, "ru", "aimak", entry("Группа"), entry("Дом", texts=("House",)))
    write_catalog(small, "ru", "budget", entry("Группа"), entry("", texts=("House",)))
    write_catalog(small, "ru", "water", entry("Категория", fuzzy=True))
    assert alike(small, "ru") == []


def test_pages_may_differ_because_each_has_its_own_catalog(small: Project) -> None:
    write_catalog(small, "ru", "aimak", entry("Группа"))
    write_catalog(small, "ru", "book/intro", entry("Категория"))
    assert alike(small, "ru") == []

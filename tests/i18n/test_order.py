"""The alphabet of the reader's language, and letters that people write in two ways."""

import pytest

from aimak.i18n.order import fold, sort_key


@pytest.mark.parametrize(
    ("code", "ordered"),
    [
        ("ky", ["нан", "ңыз", "оор", "өгүз", "пил", "тур", "түр", "уста", "үй", "фонд"]),
        ("ky", ["ел", "ёлка", "жер"]),
        ("ru", ["ёлка", "ель", "ещё", "жук"]),
        ("ru", ["сбор", "собрание", "сход"]),
        ("ru", ["2024", "aimak", "аймак"]),
        ("en", ["aiyl aimak", "aiyl kenesh", "annex"]),
    ],
)
def test_words_stand_as_in_a_dictionary_of_the_language(code: str, ordered: list[str]) -> None:
    assert sorted(sorted(ordered, key=len), key=lambda word: sort_key(word, code)) == ordered


def test_capitals_spaces_and_signs_count_for_nothing() -> None:
    assert sort_key("Айыл өкмөтү", "ky") == sort_key("айыл-өкмөтү", "ky")


def test_folded_letters_are_those_that_people_type() -> None:
    assert fold("Өкмөттүн кеңеши, ёлка") == "Окмоттун кенеши, елка"
    assert fold("окмоту") == fold("өкмөтү")

"""The language in force, plural forms, and texts that no catalog has."""

import pytest

from aimak.i18n import LANGUAGES, NAMES, is_language, language, plural, speaking, translate, use_language
from aimak.i18n.pseudo import PSEUDO
from aimak.translation.pofile import Catalog, Entry
from tests.i18n.conftest import made_catalog


def test_english_is_the_source_and_every_language_has_its_own_name() -> None:
    assert LANGUAGES[0] == "en"
    assert set(NAMES) == set(LANGUAGES)


def test_a_variable_gives_the_language_until_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aimak.i18n._current", [])
    monkeypatch.setenv("AIMAK_LANG", "ky")
    assert language() == "ky"
    monkeypatch.setenv("AIMAK_LANG", "fr")
    assert language() == "en"
    use_language("ru")
    assert language() == "ru"


def test_speaking_lasts_as_long_as_its_block_even_if_that_fails() -> None:
    use_language("ru")
    with pytest.raises(RuntimeError), speaking("ky"):
        assert language() == "ky"
        raise RuntimeError
    assert language() == "ru"
    with speaking("fr"):
        assert language() == "en"


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="fr"):
        use_language("fr")
    assert not is_language("fr")
    assert is_language(PSEUDO)


def test_a_text_that_no_catalog_has_is_shown_as_it_is() -> None:
    with speaking("ky"):
        assert translate("No catalog has this sentence.") == "No catalog has this sentence."
        assert translate("") == ""


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "файл"), (2, "файла"), (5, "файлов"), (11, "файлов"), (21, "файл"), (22, "файла"), (100, "файлов")],
)
def test_russian_takes_the_form_of_the_number(count: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry(("{n} file", "{n} files"), ("{n} файл", "{n} файла", "{n} файлов"))
    with made_catalog(Catalog("ru", {"{n} file": entry}), monkeypatch), speaking("ru"):
        assert plural("{n} file", "{n} files", count).format(n=count) == f"{count} {said}"


@pytest.mark.parametrize(("count", "said"), [(1, "file"), (0, "files"), (2, "files"), (21, "files")])
def test_english_has_two_forms(count: int, said: str) -> None:
    assert plural("file", "files", count) == said

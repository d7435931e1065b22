"""The forms and spellings of a word share a stem, and Python and the page agree on it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from aimak.site.search import SEARCH_LANGUAGES, PageSearch
from aimak.site.search.kyrgyz import kyrgyz_stem
from aimak.site.search.spelling import one_spelling
from tests.conftest import ROOT

ENGLISH, RUSSIAN, KYRGYZ = (one({}) for one in SEARCH_LANGUAGES)
#: Each line: forms of one word, as people meet or type them.
KYRGYZ_WORDS = """
өкмөтү окмоту өкмөт өкмөтүнүн өкмөттөр өкмөткө өкмөтүнө өкмөтүндө
шаар шаарга шаарларга шаарлардын шаарыбыз
бюджет бюджети бюджетти бюджеттин бюджетке бюджеттен бюджеттер бюджеттик
кеңеш кенеш кеңештин кеңешке кеңештер кеңеши кеңештердин
киреше кирешелер кирешенин кирешелери кирешелердин кирешеге кирешеси
чыгаша чыгашалар чыгашанын чыгашалары
салык салыгы салыктын салыктык салыктар
кызмат кызматтар кызматты кызматтын кызматка кызматтарды
айыл айылдын айылга айылдык айылдар айылдагы айылда
аймак аймагы аймактын аймакта аймактар аймагынын
суу сууга суунун сууну суулар
таштанды таштандылар таштандыны таштандынын
угуу угуулар угууга угуулардын угууда
жыйын жыйынга жыйынды жыйындын
тариф тарифтер тарифти тарифи
көрсөткүч көрсөткүчтөр көрсөткүчү корсоткуч
китеп китеби китептер
облус облусу облусунда облустар облустун
"""
RUSSIAN_WORDS = """
айылный айыльный аильный айылного аильного
окмоту өкмөтү
кенеш кеңеш
бюджет бюджета бюджету бюджеты бюджетов
отчёт отчета отчёты
ползунок ползунки ползунка ползунков
остаток остатка остатки остатков
ошибка ошибки ошибок
"""


def lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.strip().splitlines()]


@pytest.mark.parametrize("forms", lines(KYRGYZ_WORDS), ids=lambda forms: forms[0])
def test_the_forms_of_a_kyrgyz_word_share_a_stem(forms: list[str]) -> None:
    assert {KYRGYZ.stem(form) for form in forms} == {KYRGYZ.stem(forms[0])}


@pytest.mark.parametrize("forms", lines(RUSSIAN_WORDS), ids=lambda forms: forms[0])
def test_the_forms_and_spellings_of_a_russian_word_share_a_stem(forms: list[str]) -> None:
    assert {RUSSIAN.stem(form) for form in forms} == {RUSSIAN.stem(forms[0])}


def test_different_kyrgyz_words_keep_different_stems() -> None:
    stems = [KYRGYZ.stem(forms[0]) for forms in lines(KYRGYZ_WORDS)]
    assert len(set(stems)) == len(stems)


def test_a_stem_is_its_own_stem_and_never_shorter_than_three_letters() -> None:
    for word in (word for forms in lines(KYRGYZ_WORDS) for word in forms):
        stem = kyrgyz_stem(one_spelling(word))
        assert len(stem) >= 3
        assert kyrgyz_stem(stem) == stem


def test_a_place_is_found_by_its_russian_and_its_kyrgyz_name() -> None:
    for language in (ENGLISH, RUSSIAN, KYRGYZ):
        for one, other in (("Джалал", "Жалал"), ("Иссык", "Ысык"), ("Куль", "Көл")):
            assert language.stem(one) == language.stem(other)
        assert language.stem("культура") != language.stem("Көл")


def test_words_without_meaning_are_left_out_however_they_are_typed() -> None:
    assert {"үчүн", "учун", "жана"} <= KYRGYZ.stopwords


def words() -> list[str]:
    """Every word of the glossary, the lessons and the catalogs, and the forms above."""
    sources = [ROOT / "book" / "library", ROOT / "book" / "chapters", ROOT / "book" / "locale", ROOT / "notebooks"]
    texts = [KYRGYZ_WORDS, RUSSIAN_WORDS]
    for folder in sources:
        read = (one for one in sorted(folder.rglob("*")) if one.suffix in (".md", ".po", ".csv"))
        texts += [one.read_text(encoding="utf-8") for one in read]
    return sorted({word for text in texts for word in re.findall(r"\w+", text)})


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN, KYRGYZ], ids=lambda one: str(one.lang))
def test_the_page_stems_every_word_of_the_course_as_the_index_does(language: PageSearch, tmp_path: Path) -> None:
    found = words()
    assert len(found) > 1000
    script = tmp_path / "stems.js"
    script.write_text(
        f"{language.js_stemmer_code}\nconst stemmer = new Stemmer();\n"
        f"const words = {json.dumps(found, ensure_ascii=False)};\n"
        "console.log(JSON.stringify(words.map((word) => stemmer.stemWord(word.toLowerCase()))));\n",
        encoding="utf-8",
    )
    ran = subprocess.run(["node", str(script)], capture_output=True, text=True, timeout=60, check=True)
    in_page = dict(zip(found, json.loads(ran.stdout), strict=True))
    assert {word: stem for word, stem in in_page.items() if stem != language.stem(word).lower()} == {}

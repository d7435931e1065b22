"""The gate passes what is right and names what is wrong, each check in both directions."""

from pathlib import Path

import pytest

from aimak.project import Project
from aimak.translation.gate import CHECKS, check_text
from aimak.translation.gate.figures import numbers
from aimak.translation.gate.leftover import english_left
from aimak.translation.gate.letters import kyrgyz_letters
from aimak.translation.gate.marks import frame
from aimak.translation.gate.problem import fewest
from aimak.translation.gate.terms import Authority, Excuse, has
from aimak.translation.glossary import Term
from aimak.translation.pofile import Entry

RIGHT = [
    ("{count} files in {folder}", "В {folder}: {count} файлов", "ru"),
    ("Press **Save**, then *Run*.", "Нажмите *Выполнить*, потом **Сохранить**.", "ru"),
    (
        "See [the glossary](glossary.md) and https://example.org/a.",
        "См. [словарь](glossary.md), https://example.org/a",
        "ru",
    ),
    ("A share $x_1$ of `budget.ipynb`[^1]", "Доля $x_1$ файла `budget.ipynb`[^1]", "ru"),
    ("`cost = price × (days + 1)`", "`стоимость = цена × (дни + 1)`", "ru"),
    ("<b>Sum</b>: 6,597.0", "<b>Сумма</b>: 6\u00a0597,0", "ru"),
    ("On 20 December 2022", "20.12.2022", "ru"),
    ("On 5 May 2022", "2022-жылдын 5-майында", "ky"),
    ("printed as “6872,0 som”", "«6872,0 сом» деп басылган", "ky"),
    ("Two of three", "Два из трёх", "ru"),
    ("Open it in Excel, over WhatsApp", "Excelде WhatsApp аркылуу ачыңыз", "ky"),
    ("People type Kyrgyz without ң", "Люди пишут без ң", "ru"),
    ("Budget execution", "Бюджеттин аткарылышы", "ky"),
]
WRONG = [
    ("{count} files in {folder}", "{count} файлов", "ru", "{folder}"),
    ("{count} files", "{count} файлов в {folder}", "ru", "{folder}"),
    ("Press **Save**.", "Нажмите Сохранить.", "ru", "**"),
    ("Press **Save**.", "Нажмите **«Сохранить»**те.", "ru", "**"),
    ("Press *Run*.", "Нажмите «Выполнить».", "ru", "*"),
    ("See [the glossary](glossary.md).", "См. [словарь](slovar.md).", "ru", "glossary.md"),
    ("See https://example.org/a", "См. https://example.org/b", "ru", "https://example.org/a"),
    ("A file `budget.ipynb`", "Файл `бюджет.ipynb`", "ru", "`budget.ipynb`"),
    ("`cost = price × days`", "стоимость = цена × дни", "ru", "`… × …`"),
    ("A share $x_1$", "Доля x_1", "ru", "$x_1$"),
    ("A note[^1]", "Сноска", "ru", "[^1]"),
    ("<b>Sum</b>", "<i>Сумма</i>", "ru", "<b>"),
    ("29.5 %", "29,6 %", "ru", "29.5"),
    ("6,597.0 som", "6 597,0 сом", "ru", "6597.0"),
    ("On 20 December 2022", "21.12.2022", "ru", "20"),
    ("Expenditure", "Рaсходы", "ru", "a"),
    ("With money", "c деньгами", "ru", "c"),
    ("Language", "Тіл", "ky", "і"),
    ("Village", "Қыштак", "ky", "Қ"),
    ("Head", "Глава өкмөта", "ru", "ө"),
    ("Press the button", "Нажми на кнопку", "ru", "Нажми"),
    ("Your answer", "Твой ответ", "ru", "Твой"),
    ("Your answer", "Сенин жообуң", "ky", "Сенин"),
    ("You can", "Сактай аласың", "ky", "аласың"),
]


@pytest.mark.parametrize(("source", "translation", "language"), RIGHT)
def test_a_right_translation_passes(source: str, translation: str, language: str) -> None:
    assert list(check_text(source, translation, language)) == []


@pytest.mark.parametrize(("source", "translation", "language", "named"), WRONG)
def test_a_wrong_translation_is_named(source: str, translation: str, language: str, named: str) -> None:
    assert any(named in what for what in check_text(source, translation, language))


@pytest.mark.parametrize(
    ("form", "is_right"), [("{n} значение", True), ("1 значение", True), ("{len} значение", False)]
)
def test_a_form_for_one_may_name_the_number_that_english_leaves_out(form: str, is_right: bool) -> None:
    entry = Entry(("1 file", "{n} files"), (form,) * 3)
    assert (fewest(entry, form, "ru", CHECKS.values()) == []) is is_right


def test_a_date_counts_by_day_and_year_in_every_spelling() -> None:
    assert numbers("20 December 2022", "en") == numbers("20.12.2022", "ru") == numbers("2022-ж. 20-дек.", "ky")


def test_a_text_that_becomes_a_list_is_named() -> None:
    assert list(frame("In 2022 it grew.", "2022. Ал өстү.", "ky"))
    assert not list(frame("In 2022 it grew.", "Ал 2022-жылы өстү.", "ky"))


def test_a_kyrgyz_word_without_its_letters_is_named() -> None:
    stems = frozenset({"өкмөт", "үй"})
    assert list(kyrgyz_letters("Айыл окмотунун башчысы", stems))
    assert not list(kyrgyz_letters("Айыл өкмөтүнүн башчысы, уй", stems))


HEARING = Term({"en": "public hearing", "ru": "общественные слушания (ОС)", "ky": "коомдук угуу"}, is_confirmed=True)
BUDGET_HEARING = Term(
    {"en": "public budget hearing", "ru": "общественные бюджетные слушания", "ky": "коомдук бюджеттик угуулар"},
    is_confirmed=True,
)
LEVY = Term({"en": "levy", "ru": "сбор", "ky": "жыйым"}, is_confirmed=True)
AUTHORITY = Authority((HEARING, BUDGET_HEARING, LEVY))


@pytest.mark.parametrize(
    ("source", "translation", "language"),
    [
        ("At public hearings people ask.", "На общественных слушаниях люди спрашивают.", "ru"),
        ("At public hearings people ask.", "На ОС люди спрашивают.", "ru"),
        ("Public hearings", "Коомдук угууларда", "ky"),
        ("Levies grew.", "Сборы выросли.", "ru"),
        ("Levies grew.", "Жыйымдар өстү.", "ky"),
        ("The public budget hearing", "Общественные бюджетные слушания", "ru"),
    ],
)
def test_an_agreed_term_is_known_in_every_form(source: str, translation: str, language: str) -> None:
    assert AUTHORITY.terms_of(source)
    assert list(AUTHORITY(source, translation, language)) == []


def test_another_word_than_the_agreed_one_is_named_with_it() -> None:
    found = list(AUTHORITY("At public hearings people ask.", "На публичных обсуждениях люди спрашивают.", "ru"))
    assert len(found) == 1
    assert "общественные слушания" in found[0]


def test_a_longer_term_hides_those_within_it() -> None:
    assert AUTHORITY.terms_of("The public budget hearing") == [BUDGET_HEARING]


def test_the_words_of_a_term_must_stand_together() -> None:
    apart = "Слушания назначили на вторник в большом зале сельского дома культуры, потому что общественные дела ждут."
    assert not has(apart, "общественные слушания", "ru")


def test_an_excuse_covers_its_term_in_its_text_only() -> None:
    excused = Authority((LEVY,), (Excuse("levy", "ru", "Levy an army.", "not the fee"),))
    assert not list(excused("Levy an army.", "Набрать войско.", "ru"))
    assert list(excused("The levy grew.", "Налог вырос.", "ru"))
    assert list(excused("Levy an army.", "Аскер жыйноо.", "ky"))


def test_english_that_was_left_on_a_page_is_found_wherever_it_is_read() -> None:
    page = """<html lang="ru"><head><title>Курс</title><script>var a = "Not a text here";</script></head><body>
    <p>Откройте Excel и WhatsApp, потом Jupyter Book.</p><p lang="en">This is marked as English.</p>
    <code>print the code here</code><p>Нажмите Save and check, потом ждите.</p><button>Close</button>
    <img alt="A chart of three years"><a href="#">https://example.org/some/page</a></body></html>"""
    assert english_left(page, ["Jupyter Book"]) == ["Save and check", "Close", "A chart of three years"]


def test_a_name_that_may_stay_is_left_out_as_a_whole_only() -> None:
    assert english_left("<p>Aimak</p>", ["Aimak"]) == []
    assert english_left("<p>Aimaks</p>", ["Aimak"]) == ["Aimaks"]


def test_excuses_need_a_reason(tmp_path: Path) -> None:
    from aimak.errors import UserError
    from aimak.translation.gate.terms import excuses_path, read_excuses

    project = Project(tmp_path)
    excuses_path(project).parent.mkdir(parents=True)
    excuses_path(project).write_text("term,language,text,reason\nlevy,ru,*,\n", encoding="utf-8")
    with pytest.raises(UserError, match="row 2"):
        read_excuses(project)

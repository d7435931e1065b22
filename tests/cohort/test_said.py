"""What is told of a file is kept as a code, so that the next reader may speak another language."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aimak.cohort import retell
from aimak.cohort.ledger import ACCEPTED, SET_ASIDE, Entry, GradedMark, Ledger
from aimak.cohort.retell import retold
from aimak.cohort.said import Said, as_text, from_text, told
from aimak.i18n import catalogs, language, speaking, use_language

#: Catalogs of their own: what a test holds does not change with a translator's wording.
TEXTS = {
    "ru": """
msgid "The reserve is {amount} thousand som too small."
msgstr "Резерв меньше нужного на {amount} тыс. сом."

msgid "“{name}” was promised at the hearing."
msgstr "На слушаниях обещали: «{name}»."

msgid "Street lighting"
msgstr "Освещение улиц"

msgid "{count} {what}"
msgstr "{what}: {count}"

msgid "left out {count} doubled cell"
msgid_plural "left out {count} doubled cells"
msgstr[0] "убрана {count} повторная ячейка"
msgstr[1] "убраны {count} повторные ячейки"
msgstr[2] "убрано {count} повторных ячеек"
""",
    "ky": """
msgid "The reserve is {amount} thousand som too small."
msgstr "Резервге {amount} миң сом жетпейт."

msgid "Street lighting"
msgstr "Көчөнү жарыктандыруу"

msgid "“{name}” was promised at the hearing."
msgstr "Угууда «{name}» убада кылынган."
""",
}
HEAD = """msgid ""
msgstr ""
"Language: {code}\\n"
"Plural-Forms: {forms};\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
FORMS = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
    "ky": "nplurals=2; plural=(n != 1)",
}


@pytest.fixture
def small_catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for code, texts in TEXTS.items():
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "aimak.po").write_text(HEAD.format(code=code, forms=FORMS[code]) + texts, encoding="utf-8")
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path)
    caches = (catalogs.catalog, retell._index, retold)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def test_a_ledger_is_read_in_the_language_of_its_reader(tmp_path: Path) -> None:
    put = Entry("a", "x.ipynb", SET_ASIDE, told("elsewhere", code="48213", chosen="M01", place="M02"))
    mended = Entry("b", "y.ipynb", ACCEPTED, mended=(told("deleted", cell="budget-form-who"), told("doubled", count=2)))
    with speaking("qps"), Ledger(tmp_path / "ledger.db") as ledger:
        ledger.put(put)
        ledger.put(mended)
    with Ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.entries == {"a": put, "b": mended}
        assert ledger.entries["a"].reason.startswith("48213 worked on M01, but the roster says M02. ")
        assert ledger.entries["b"].repairs == ("put back the deleted cell budget-form-who", "left out 2 doubled cells")
        with speaking("qps"):
            assert ledger.entries["a"].reason.startswith("⟦48213 wörkéd öñ M01")
            assert ledger.entries["b"].repairs[0].startswith("⟦püt báçk")


def test_sentences_of_earlier_ledgers_are_shown_as_they_are(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        values = ("a", "x", SET_ASIDE, "This is a PDF. {odd} [", "", "", "", "", "", '["read as UTF-16"]')
        ledger._db.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(values))})", values)
        ledger._db.execute("INSERT INTO graded VALUES ('1', 'budget', 'd', 'none', 0, '[\"It ended.\"]')")
        (entry,) = ledger.entries.values()
        (mark,) = ledger.graded(["budget"]).values()
    assert (entry.reason, entry.repairs) == ("This is a PDF. {odd} [", ("read as UTF-16",))
    assert [note.words() for note in mark.notes] == ["It ended."]


@pytest.mark.parametrize("text", ["", "[", "[1]", '["a"]', '["a", 1]', "[cut off]", "None"])
def test_whatever_stands_in_a_ledger_can_be_read(text: str) -> None:
    assert isinstance(from_text(text).words(), str)


def test_a_reason_keeps_its_values_and_lacks_none_that_a_later_version_asks_for() -> None:
    assert from_text(as_text(told("too large", most=96))) == told("too large", most=96)
    assert as_text(Said()) == ""
    assert "more than ? MB" in Said("too large").words()


def test_notes_of_a_run_are_said_in_the_readers_language(tmp_path: Path) -> None:
    mark = GradedMark("1", "budget", "d", "fenced", False, (told("early", why=["wall", 60, ""]),))
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.note_graded([mark])
        (kept,) = ledger.graded(["budget"]).values()
    assert kept == mark
    assert kept.notes[0].words() == "The run ended before its last cell: the notebook ran longer than 60 seconds."
    with speaking("qps"):
        assert "⟦thé ñötéböök ráñ löñgér" in kept.notes[0].words()


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "убрана 1 повторная ячейка"), (3, "убраны 3 повторные ячейки"), (11, "убрано 11 повторных ячеек")],
)
@pytest.mark.usefixtures("small_catalogs")
def test_russian_has_its_plural_forms(count: int, words: str) -> None:
    use_language("ru")
    assert told("doubled", count=count).words() == words


@pytest.mark.usefixtures("small_catalogs")
def test_a_hint_is_said_again_in_another_language_with_what_stands_in_it() -> None:
    said = "Резерв меньше нужного на 1\u00a0234,5 тыс. сом."
    assert retold(said, "ru", "ky") == "Резервге 1\u00a0234,5 миң сом жетпейт."
    assert retold(said, "ru", "en") == "The reserve is 1\u00a0234,5 thousand som too small."
    promised = "Угууда «Көчөнү жарыктандыруу» убада кылынган."
    assert retold(promised, "ky", "ru") == "На слушаниях обещали: «Освещение улиц»."
    assert retold("“Street lighting” was promised at the hearing.", "en", "ky") == promised
    assert retold(promised, "ky", "qps") == "⟦“⟦Stréét líghtíñg ·····⟧” wás prömíséd át thé héáríñg. ············⟧"


@pytest.mark.usefixtures("small_catalogs")
def test_what_no_catalog_has_stays_as_it_was_said() -> None:
    for text in ("Совсем другое.", "people: 5", "", "The reserve is"):
        assert retold(text, "ru", "en") == text
    # A hint that had no translation was said in English.
    assert retold("The reserve is 5 thousand som too small.", "ky", "ru") == "Резерв меньше нужного на 5 тыс. сом."


def test_a_language_spoken_for_a_while_is_that_of_one_thread() -> None:
    speaks, heard = threading.Event(), threading.Event()

    def grading() -> None:
        with speaking("ky"):
            speaks.set()
            heard.wait(10)

    thread = threading.Thread(target=grading)
    thread.start()
    assert speaks.wait(10)
    assert language() == "en"
    heard.set()
    thread.join()
    with speaking("ru"):
        use_language("ky")
        assert language() == "ky"
    assert language() == "en"

"""What people receive is in their language: report, tables, feedback page, slips, overview."""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
import openpyxl
import pytest

from aimak.cohort.collect import collect
from aimak.cohort.feedback import feedback, message
from aimak.cohort.feedback.page import page
from aimak.cohort.feedback.run import TO_SEND, about_of, in_order
from aimak.cohort.grading import How, grade
from aimak.cohort.overview import trained_people, write_overview
from aimak.cohort.programme import summaries
from aimak.cohort.report import write_report
from aimak.cohort.results import results
from aimak.cohort.roster import FILE, Trainee, read_roster, roster_text
from aimak.cohort.sample import sample
from aimak.cohort.slips import write_slips
from aimak.cohort.tables import SHEET_NAME, Share, csv_text, sheet_name, workbook
from aimak.course.source import read_source
from aimak.data import municipality
from aimak.i18n import speaking, use_language
from aimak.project import Project
from tests.conftest import copy_built

TEMPLATES = Path(__file__).parents[2] / "src" / "aimak" / "cohort" / "templates"


@dataclass(frozen=True)
class Class:
    project: Project
    roster: dict[str, Trainee]


@pytest.fixture(scope="module")
def of_seven(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Seven trainees, whom the checks spoke to in the pseudo-language."""
    root = tmp_path_factory.mktemp("seven") / "kit"
    copy_built(built, root)
    project = Project(root)
    sample(project, "budget", 7, seed=4, awkward=6)
    course = project.exercises
    roster = read_roster(course / FILE)
    collect(course / "inbox", course, roster, ("budget",))
    grade(course, ("budget",), How(languages=dict.fromkeys(roster, "qps")))
    return Class(project, roster)


def written(klass: Class, code: str, folder: Path, *, shareable: bool = False) -> dict[str, Path]:
    """All papers of a class in a language."""
    with speaking(code):
        found = summaries(klass.project, ("budget",), shareable=shareable)
        report = write_report(found[0], klass.roster, folder)
        overview = write_overview(found, trained_people(found), folder)
        slips = write_slips([replace(one, language=code) for one in klass.roster.values()], folder / "slips.html")
    files = {"report": report.page, "workbook": report.workbook, "csv": report.table, "overview": overview}
    return {**files, "slips": slips}


def feedback_page(klass: Class) -> str:
    """The page, and the short text, of a hand-in of which some is right and some is not."""
    about = about_of(klass.project, read_source(klass.project, "budget"))
    usual = sorted(results(klass.project.exercises, ("budget",)), key=lambda one: one.points)
    result = usual[len(usual) // 2]
    path = klass.project.exercises / "autograded" / result.trainee / "budget" / "budget.ipynb"
    result = in_order(result, about.titles)
    notebook = nbformat.read(path, as_version=4)
    return page(result, notebook, about, "—") + message(result, about.titles, about.chapter)


def left_in_english(text: str) -> list[str]:
    """What stands outside the brackets of the pseudo-language, with a word of Latin letters in it."""
    shown = re.sub(r"(?s)<style.*?</style>", "", text)
    kept = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', shown)
    bare = html.unescape("\n".join([re.sub(r"<[^>]+>", "\n", shown), *kept]))
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", "", bare)) != bare:
        bare = less
    # The number of a task is cut out of its title. Data: places, file names, codes.
    bare = re.sub(r"⟦Tásk \d\b|[A-Z][a-z]+-[A-Z][a-z]+|\S+ - [\w ]+\.ipynb|\bM\d\d\b", "", bare)
    return [line.strip() for line in bare.splitlines() if re.search(r"[A-Za-z]{2}", line)]


@pytest.mark.parametrize("shareable", [False, True])
def test_no_paper_holds_a_sentence_that_cannot_be_translated(of_seven: Class, tmp_path: Path, shareable: bool) -> None:
    files = written(of_seven, "qps", tmp_path, shareable=shareable)
    for name in ("report", "overview", "slips", "csv"):
        text = files[name].read_text(encoding="utf-8")
        if name != "csv":
            assert '<html lang="qps">' in text
        assert left_in_english(text) == [], name
    book = openpyxl.load_workbook(files["workbook"])
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert left_in_english("\n".join([*cells, *book.sheetnames])) == []


def test_no_feedback_page_holds_a_sentence_that_cannot_be_translated(of_seven: Class) -> None:
    with speaking("qps"):
        text = feedback_page(of_seven)
    assert "⟦Löök ágáíñ:" in text
    answers = r"(?s)<h3>.*?</section>"  # what was answered is a lesson's own text
    assert left_in_english(re.sub(answers, "", text)) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")) + sorted(TEMPLATES.rglob("*.j2")), ids=str)
def test_no_template_holds_a_word_outside_the_catalogs(path: Path) -> None:
    text = re.sub(
        r"(?s)<style.*?</style>|{% block style %}.*?{% endblock %}|{[{%].*?[}%]}|<!--.*?-->", "", path.read_text()
    )
    spoken = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', text)
    assert [w for part in (re.sub(r"<[^>]*>", " ", text), *spoken) for w in re.findall(r"[A-Za-z]{2,}", part)] == []


def test_what_checks_told_in_several_languages_counts_as_one_hint(of_seven: Class, tmp_path: Path) -> None:
    """Two reports in two languages of the same class tell the same hints, each as often."""
    course = of_seven.project.exercises
    codes = sorted(of_seven.roster)
    mixed = {code: ("en", "ru", "ky")[i % 3] for i, code in enumerate(codes)}
    grade(course, ("budget",), How(languages=mixed))
    try:
        told = {}
        for code in ("en", "ru"):
            with speaking(code):
                (found,) = summaries(of_seven.project, ("budget",))
            told[code] = {task.name: [times for _text, times in task.hints] for task in found.tasks}
            for task in found.tasks:
                for text, _times in task.hints:
                    assert bool(re.search("[А-Яа-я]", text)) == (code == "ru"), text
        assert {name: sum(times) for name, times in told["en"].items()} == {
            name: sum(times) for name, times in told["ru"].items()
        }
    finally:
        grade(course, ("budget",), How(languages=dict.fromkeys(of_seven.roster, "qps")))


def test_places_stand_in_the_readers_language_and_alphabet(of_seven: Class, tmp_path: Path) -> None:
    for code in ("en", "ru", "ky"):
        text = written(of_seven, code, tmp_path / code)["report"].read_text(encoding="utf-8")
        with speaking(code):
            names = [municipality(one.municipality).shown for one in of_seven.roster.values()]
        assert all(name in text for name in names)


@pytest.mark.parametrize("code", ["ky", "ru"])
def test_people_are_sorted_by_the_alphabet_of_their_names(of_seven: Class, tmp_path: Path, code: str) -> None:
    names = ["Оля", "Өскөн", "Павел", "Ольга", "Нурлан", "Үмүт", "Ульяна"]
    roster = {code: replace(one, name=name) for (code, one), name in zip(of_seven.roster.items(), names, strict=True)}
    text = written(Class(of_seven.project, roster), code, tmp_path)["csv"].read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["Нурлан", "Ольга", "Оля", "Өскөн", "Павел", "Ульяна", "Үмүт"]


def test_a_csv_is_written_as_excel_of_that_language_reads_it() -> None:
    rows: list[list[object]] = [["Аты", "Упай"], ["Үмүт; Өмүр, «x»", 12.5], ["Айгүл", None]]
    use_language("ky")
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    assert text.splitlines()[1:] == ['"Үмүт; Өмүр, «x»";12,5', "Айгүл;"]
    assert [row[0] for row in csv.reader(io.StringIO(text[1:]), delimiter=";")] == ["Аты", "Үмүт; Өмүр, «x»", "Айгүл"]
    use_language("en")
    assert csv_text(rows).splitlines()[1:] == ['"Үмүт; Өмүр, «x»",12.5', "Айгүл,"]


def test_a_workbook_holds_numbers_and_shares_whatever_the_language(of_seven: Class, tmp_path: Path) -> None:
    path = written(of_seven, "ru", tmp_path)["workbook"]
    book = openpyxl.load_workbook(path)
    hand_ins, groups, tasks = book.worksheets
    assert isinstance(hand_ins.cell(2, hand_ins.max_column - 1).value, int | float)
    assert {type(hand_ins.cell(row, 1).value) for row in range(2, hand_ins.max_row + 1)} == {str}
    share = groups.cell(2, groups.max_column)
    assert isinstance(share.value, int | float)
    assert share.number_format == "0%"
    assert tasks.cell(2, 1).value.startswith("Задание 1.")
    assert book.properties.language == "ru"
    assert re.search("[А-Яа-я]", path.name)


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    for text in ("Группы: 1/2 [все]?*", "Айыл аймактардын жана айыл өкмөттөрдүн топтору", "'x'"):
        book = openpyxl.load_workbook(io.BytesIO(workbook({text: [["a", "b"], [1, Share(0.5)]]})))
        (name,) = book.sheetnames
        assert len(name) <= SHEET_NAME
        assert not set(name) & set("[]:*?/\\")
    assert sheet_name("Группы: все") == "Группы все"


def test_a_page_to_send_is_called_in_the_trainees_language_and_an_old_name_goes(of_seven: Class) -> None:
    course, folder = of_seven.project.exercises, of_seven.project.build / TO_SEND / "budget"
    made = {one.trainee: one.page for one in feedback(of_seven.project, ("budget",))}
    pages = {re.findall(r"\d{5}", path.stem)[-1]: path for path in folder.iterdir()}
    assert pages.keys() == made.keys()
    for code, path in pages.items():
        page_made, person = made[code], of_seven.roster[code]
        assert page_made is not None
        assert path.read_bytes() == page_made.read_bytes()
        assert person.name in path.name
        assert f'<html lang="{person.language}">' in path.read_text(encoding="utf-8")
        with speaking(person.language):
            assert about_of(of_seven.project, read_source(of_seven.project, "budget")).title in path.name
    kept = (course / FILE).read_bytes()
    try:
        renamed = [replace(one, name=f"Жаңы {one.name}") for one in of_seven.roster.values()]
        (course / FILE).write_text(roster_text(tuple(renamed)), encoding="utf-8")
        feedback(of_seven.project, ("budget",))
        assert all(path.name.startswith("Жаңы ") for path in folder.iterdir())
        assert len(list(folder.iterdir())) == len(made)
    finally:
        (course / FILE).write_bytes(kept)

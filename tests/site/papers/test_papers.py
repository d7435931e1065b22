"""Papers opened again: every text in its language, nothing lost, the same bytes, nothing of a machine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from aimak.i18n import LANGUAGES, speaking
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.library.acts import read_acts
from aimak.site.library.words import cited
from aimak.site.papers import Paper, make, paper_texts, read_papers
from aimak.site.papers.docx import FONT, LOCALES
from aimak.site.papers.source import Column, Field, Fields, Heading, Part, Signatures, Sums, Table
from aimak.site.papers.xlsx_sheet import FONT as SHEET_FONT
from tests.conftest import ROOT

PAPERS = read_papers(Project(ROOT))
FILES = [(paper, kind) for paper in PAPERS for kind in paper.files]
EXPECTED = {
    "notice", "minutes", "register", "service-passport", "action-plan", "citizen-budget", "practice-card",
}  # fmt: skip


def name(value: object) -> str:
    return value.name if isinstance(value, Paper) else str(value)


def made(paper: Paper, kind: str, language: str) -> bytes:
    with speaking(language):
        return make(paper, kind, {act.key: cited(act) for act in read_acts(Project(ROOT))})


def said(parts: tuple[Part, ...], kind: str) -> Iterator[str]:
    """What must stand in the file."""
    for part in parts:
        match part:
            case Heading():
                yield part.text
            case Fields():
                if kind == "xlsx" or not part.workbook_only:
                    yield from (one.label for one in part.fields)
            case Table():
                yield from (column.label for column in part.columns)
                yield from (text for row in part.rows for text in row if text)
            case Sums():
                yield from (one.label for one in part.sums if kind == "xlsx")
            case Signatures():
                yield from part.people


def words_of(content: bytes, kind: str) -> str:
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)
    document = Document(io.BytesIO(content))
    return "\n".join(text.text or "" for text in document.element.body.iter(qn("w:p")) for text in [paragraph(text)])


def paragraph(element: Any) -> Any:
    from docx.text.paragraph import Paragraph

    return Paragraph(element, None)


def test_every_paper_of_the_course_is_there_and_in_the_order_of_its_place() -> None:
    assert {paper.name for paper in PAPERS} == EXPECTED
    assert [paper.name for paper in PAPERS][:2] == ["notice", "minutes"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "kind"), FILES, ids=name)
def test_a_paper_has_every_field_in_its_language(paper: Paper, kind: str, language: str) -> None:
    text = words_of(made(paper, kind, language), kind)
    with speaking(language):
        for one in (paper.title, paper.check, *said(paper.parts, kind)):
            assert _(one) in text
            if language != "en" and re.search("[a-z]{3}", one):
                assert _(one) != one


@pytest.mark.parametrize(("paper", "kind"), FILES, ids=name)
def test_the_same_texts_give_the_same_bytes_and_name_neither_writer_nor_minute(paper: Paper, kind: str) -> None:
    content = made(paper, kind, "ky")
    assert made(paper, kind, "ky") == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert "thumbnail" not in " ".join(archive.namelist())
    assert re.search("<dc:language[^>]*>ky</dc:language>", core)
    assert set(re.findall(r"\d{4}-\d{2}-\d{2}T[^<]*", core)) == {"2026-01-01T00:00:00Z"}
    assert not re.search(r"python|openpyxl", core)
    assert str(ROOT).encode() not in content


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_a4_with_real_headings_repeated_heads_and_the_language_of_its_text(language: str) -> None:
    paper = next(one for one in PAPERS if one.name == "minutes")
    document = Document(io.BytesIO(made(paper, "docx", language)))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    styles = {one.style.name for one in document.paragraphs if one.style is not None}
    assert {"Title", "Heading 1"} <= styles
    marked = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert marked == {LOCALES[language]}
    assert document.styles["Normal"].font.name == FONT
    tables = [one for one in paper.parts if isinstance(one, Table)]
    assert len(list(document.element.body.iter(qn("w:tblHeader")))) == len(tables) + 1  # and the signatures


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_offers_its_words_in_lists_and_keeps_its_head_in_sight(language: str) -> None:
    paper = next(one for one in PAPERS if one.name == "register")
    book = load_workbook(io.BytesIO(made(paper, "xlsx", language)))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes
    assert sheet.print_title_rows
    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    assert len(lists) == len(paper.lists)
    with speaking(language):
        words = {str(cell.value) for row in book.worksheets[-1] for cell in row if cell.value}
        assert words == {_(word) for some in paper.lists.values() for word in some}
        accepted = _("Accepted")
    formulas = [str(cell.value) for row in book.worksheets[1] for cell in row if str(cell.value).startswith("=")]
    assert any(f'"{accepted}"' in formula for formula in formulas)
    assert sheet["A1"].font.name == SHEET_FONT


def test_every_formula_finds_its_places() -> None:
    for paper, kind in FILES:
        if kind == "xlsx":
            text = words_of(made(paper, kind, "en"), kind)
            assert "=" in text
            assert not re.search(r"=.*\{", text)


def test_translators_are_asked_for_texts_and_not_for_names_of_programs() -> None:
    asked = {text for _path, text in paper_texts(Project(ROOT))}
    assert {"Minutes of a public budget hearing", "Not decided", "Summary"} <= asked
    assert not asked & {"docx", "fields", "proposals", "hearing", "COUNTA({proposals.text})", "date", "order-44p-2018"}


def test_fields_and_columns_differ_within_a_paper() -> None:
    for paper in PAPERS:
        keys: list[str] = []
        for part in paper.parts:
            some: tuple[Field | Column, ...] = ()
            if isinstance(part, Fields):
                some = part.fields
            elif isinstance(part, Table):
                some = part.columns
                assert len({column.key for column in part.columns}) == len(part.columns)
            keys += [one.key for one in some if one.key and isinstance(part, Fields)]
        assert len(set(keys)) == len(keys)

"""What printing leaves: whole PDFs that people and screen readers can read, kept until something changes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from aimak.errors import UserError
from aimak.site.print import print_course
from aimak.site.print.make import Task
from aimak.site.print.sheets import page_count
from tests.site.print.conftest import LANGUAGES, Made

pytestmark = pytest.mark.browser
NAMES = ("budget-slides", "budget-handout", "budget-groupwork", "course")


def fonts(reader: PdfReader) -> set[tuple[str, bool]]:
    """The fonts of a PDF, each with whether it is embedded."""
    found = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[union-attr]
            for one in font.get_object().get("/DescendantFonts", [font.get_object()]):
                about = one.get_object().get("/FontDescriptor", {})
                embedded = any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                is_drawn = one.get_object().get("/Subtype") == "/Type3"
                found.add((str(one.get_object().get("/BaseFont")), embedded or is_drawn))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_is_tagged_says_its_language_and_brings_its_fonts(made: Made, name: str, language: str) -> None:
    reader = PdfReader(made.pdf(name, language))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title
    assert fonts(reader)
    assert all(embedded for _name, embedded in fonts(reader))


@pytest.mark.parametrize("name", NAMES)
def test_kyrgyz_letters_can_be_searched_and_copied(made: Made, name: str) -> None:
    text = "".join(page.extract_text() for page in PdfReader(made.pdf(name)).pages)
    assert set("ңөү") <= set(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ("budget-handout", "budget-groupwork"))
def test_a_sheet_is_one_a4_page_and_says_what_it_is(made: Made, name: str, language: str) -> None:
    (page,) = PdfReader(made.pdf(name, language)).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
    assert "CC BY 4.0" in page.extract_text()


def test_slides_are_printed_one_on_a_page(made: Made) -> None:
    source = (made.project.root / "book" / "slides" / "budget.md").read_text(encoding="utf-8")
    assert page_count(made.pdf("budget-slides", "en").read_bytes()) == source.count('"slide_type": "slide"')


def test_the_course_tells_the_page_of_each_part_and_leads_to_it(made: Made) -> None:
    reader = PdfReader(made.pdf("course", "en"))
    pages = [page.extract_text() for page in reader.pages]
    chapter = next(i for i, text in enumerate(pages) if "A morning in the finance department" in text)
    assert f"A budget that holds {chapter + 1}" in pages[1]
    assert [link for link in reader.pages[1]["/Annots"] if "/Dest" in link.get_object() or "/A" in link.get_object()]
    titles = [one["/Title"] for one in reader.outline if not isinstance(one, list)]
    assert {"Contents", "A budget that holds", "Handout: a budget that holds", "Glossary"} <= set(titles)


def test_the_course_has_each_question_and_its_answer_and_no_button(made: Made) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(made.pdf("course", "en")).pages)
    assert text.count("Which of these are own revenue?") == 2
    assert "Answers to the questions" in text
    assert "Open the lesson as a notebook" not in text
    assert "Now you" not in text


def test_the_archive_holds_every_pdf_of_the_language(made: Made) -> None:
    with zipfile.ZipFile(made.site / "ky" / "print" / "aimak-ky.zip") as archive:
        assert sorted(archive.namelist()) == sorted(f"{name}.pdf" for name in NAMES)


def test_a_second_run_keeps_everything_and_needs_no_browser_to_start(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made.first.made == len(NAMES) * len(LANGUAGES)
    monkeypatch.setattr("aimak.site.print.chromium.Printer._start", lambda _self: pytest.fail("a browser started"))
    again = print_course(made.project, made.pages, tmp_path / "site")
    assert (again.made, again.kept) == (0, made.first.made)
    assert again.sizes == made.first.sizes


def test_a_changed_sheet_is_made_again_and_nothing_else(made: Made, tmp_path: Path) -> None:
    page = made.pages["en"] / "book" / "groupwork" / "budget.html"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace("one hundred beans", "a hundred beans"), encoding="utf-8")
    try:
        again = print_course(made.project, {"en": made.pages["en"]}, tmp_path / "site")
    finally:
        page.write_text(before, encoding="utf-8")
    assert (again.made, again.kept) == (1, len(NAMES) - 1)


def test_what_is_stopped_is_carried_on(made: Made, tmp_path: Path) -> None:
    def stopped(tasks: list[Task]) -> list[Task]:
        tasks[0].make()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_course(made.project, made.pages, tmp_path / "site", progress=stopped)
    assert print_course(made.project, {"ky": made.pages["ky"]}, tmp_path / "site").made == 0


def test_without_chromium_the_package_is_named(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("AIMAK_CHROMIUM", raising=False)
    with pytest.raises(UserError, match="needs Chromium, which is not installed. Run: sudo apt-get install chromium"):
        print_course(made.project, made.pages, tmp_path / "site")

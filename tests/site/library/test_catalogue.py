"""The catalogue says what the package says, and its files open right in Excel of each language."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.i18n import LANGUAGES, speaking
from aimak.project import Project
from aimak.site.library.catalogue import read_catalogue
from aimak.site.library.data import tables_table
from aimak.site.library.files import library_files
from tests.conftest import ROOT

DATASETS = ROOT / "datasets"


def test_every_table_says_where_it_comes_from_and_who_uses_it() -> None:
    tables = {one.name: one for one in read_catalogue(DATASETS).tables}
    assert {path.stem for path in DATASETS.glob("*.csv")} == set(tables)
    assert tables["published_budgets"].origin == "published"
    assert tables["hearings"].units == ("hearing",)
    assert "water" in tables["published_figures"].units
    assert tables["budgets"].years == (2023, 2025)
    assert "thousand_som" in tables["budgets"].measures
    with (DATASETS / "hearings.csv").open(encoding="utf-8") as file:
        assert tables["hearings"].rows == len(list(csv.DictReader(file)))


def test_a_table_called_invented_is_not_said_to_be_published() -> None:
    for one in read_catalogue(DATASETS).tables:
        if "(invented)" in one.title:
            assert one.origin in ("invented", "both"), one.name
        if one.origin == "published":
            assert "ublished" in one.title, one.name


@pytest.mark.parametrize(("key", "what"), [("origin", "does not say where"), ("units", "no unit is known")])
def test_a_table_that_does_not_say_it_is_named(tmp_path: Path, key: str, what: str) -> None:
    shutil.copytree(DATASETS, tmp_path / "d")
    path = tmp_path / "d" / "datapackage.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    del description["resources"][0][key]
    path.write_text(json.dumps(description), encoding="utf-8")
    with pytest.raises(UserError, match=f"{what}.*municipalities|municipalities.*{what}"):
        read_catalogue(tmp_path / "d")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_can_be_downloaded_in_the_language_of_the_page(language: str) -> None:
    with speaking(language):
        table = tables_table(read_catalogue(DATASETS), "book/library/data", set())
    html = "".join(node.astext() for node in table.findall() if node.tagname == "raw")
    assert html.count(f'href="../../../downloads/{language}/data/') == len(read_catalogue(DATASETS).tables)


@pytest.mark.parametrize(("language", "separator", "population"), [("en", ",", "."), ("ru", ";", ",")])
def test_files_carry_what_excel_needs(project: Project, language: str, separator: str, population: str) -> None:
    files = library_files(project, language)
    content = files["data/budgets.csv"].read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    before = (DATASETS / "budgets.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(before)
    amount = next(csv.reader([lines[1]], delimiter=separator))[-1]
    assert population in amount
    names = files["data/municipalities.csv"].read_text(encoding="utf-8")
    assert "ө" in names


def test_files_are_made_anew_only_where_something_changed(project: Project) -> None:
    first = library_files(project, "ky")
    paper = first["templates/minutes.docx"]
    paper.write_bytes(b"touched")
    assert library_files(project, "ky")["templates/minutes.docx"].read_bytes() == b"touched"
    source = project.root / "book" / "library" / "templates" / "minutes.toml"
    source.write_text(source.read_text(encoding="utf-8").replace('label = "Question"', 'label = "Ask"'))
    assert library_files(project, "ky")["templates/minutes.docx"].read_bytes() != b"touched"

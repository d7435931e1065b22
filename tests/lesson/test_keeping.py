import json
import re
from base64 import b64decode
from collections.abc import Iterator

import pytest

from aimak.i18n import language
from aimak.lesson import keeping, own_file
from aimak.lesson.answers import Record, records_in
from aimak.lesson.browser import begin
from aimak.lesson.keeping import Place, answers_notebook, kept, place, use_place
from aimak.lesson.own_file import saved_records

RECORDS = {
    "who": Record("demo", "who", "", "1", {"trainee": "482 13", "municipality": "M01"}),
    "sums": Record("demo", "sums", "M01", "2", {"text": "ңөү </a>"}),
}


@pytest.fixture(autouse=True)
def _as_at_the_start(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("VOILA_REQUEST_URL", "VOILA_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    yield
    keeping._told.clear()
    own_file._known.clear()


def test_a_notebook_is_kept_in_its_file_unless_it_is_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert place() is Place.FILE
    assert "Keep the file too" in kept("demo", RECORDS)
    monkeypatch.setenv("VOILA_REQUEST_URL", "http://127.0.0.1/")
    assert place() is Place.VOILA
    use_place(Place.BROWSER)
    assert place() is Place.BROWSER
    assert "Hand in" in kept("demo", RECORDS)


def test_where_nothing_is_kept_the_answers_are_offered_as_a_file() -> None:
    use_place(Place.VOILA)
    said = kept("demo", RECORDS)
    found = re.search(r'href="data:[^,"]*;base64,([^"]*)" download="demo-48213-\d{8}-\d{4}\.ipynb"', said)
    assert found is not None
    assert records_in(json.loads(b64decode(found[1])), "demo") == RECORDS


def test_the_smallest_notebook_is_a_valid_one() -> None:
    import nbformat

    nbformat.validate(nbformat.from_dict(answers_notebook("demo", RECORDS)))


def test_a_page_hands_over_language_and_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    records = [record.as_json() for record in RECORDS.values()]
    begin(json.dumps({"unit": "demo", "language": "ky", "records": [*records, {"schema": 7}]}))
    assert (language(), place()) == ("ky", Place.BROWSER)
    assert saved_records("demo") == RECORDS
    begin(json.dumps({"unit": "demo", "language": "xx", "records": []}))
    assert language() == "ky"
    assert saved_records("demo") == {}

import json

from hypothesis import given
from hypothesis import strategies as st

from aimak.lesson.answers import (
    MIME,
    Record,
    bundle,
    forget_restored,
    read_record,
    records_in,
    restored,
    restoring_source,
)

RECORD = Record("budget", "structure", "M07", "2026-11-20T15:00:00+06:00", {"free": 1.5, "text": "ңөү '\"\\ \u2028"})


def notebook(*bundles: dict[str, object]) -> dict[str, object]:
    outputs = [{"output_type": "display_data", "data": data, "metadata": {}} for data in bundles]
    return {"cells": [{"cell_type": "code", "outputs": outputs}]}


def test_a_record_comes_back_from_a_notebook_as_it_was() -> None:
    made = notebook(bundle(RECORD, [("Free", "1.5")], "Saved"))
    assert records_in(json.loads(json.dumps(made)), "budget") == {"structure": RECORD}


def test_records_of_another_unit_are_not_read() -> None:
    assert records_in(notebook(bundle(RECORD, [], "")), "water") == {}


def test_of_two_saves_of_a_form_the_later_counts() -> None:
    earlier = Record("budget", "structure", "M07", "2026-11-20T14:00:00+06:00", {"free": 0.0})
    made = notebook(bundle(RECORD, [], ""), bundle(earlier, [], ""))
    assert records_in(made, "budget")["structure"].values["free"] == 1.5


def test_the_table_beside_a_record_cannot_carry_markup() -> None:
    html = bundle(RECORD, [("<b>", "<script>alert(1)</script>")], "<i>")["text/html"]
    assert "<script" not in html
    assert "<b>" not in html


def test_a_record_may_be_stored_as_text_or_lines() -> None:
    text = json.dumps(RECORD.as_json())
    assert read_record(text) == read_record([text[:20], text[20:]]) == RECORD


@given(st.recursive(st.none() | st.text() | st.integers(), lambda i: st.lists(i) | st.dictionaries(st.text(), i)))
def test_whatever_stands_in_a_file_reading_never_raises(value: object) -> None:
    read_record(value)
    records_in({"cells": value}, "budget")
    records_in({"cells": [{"outputs": [{"data": {MIME: value}}]}]}, "budget")


def test_the_restoring_cell_puts_every_record_back() -> None:
    namespace: dict[str, object] = {}
    exec(restoring_source("budget", {"structure": RECORD}), namespace)
    try:
        assert restored("budget") == {"structure": RECORD}
    finally:
        forget_restored("budget")
    assert restored("budget") is None


def test_a_record_survives_an_editor_that_drops_what_it_does_not_know() -> None:
    record = Record(
        "budget", "balance", "M07", "2026-11-20T15:00:00+06:00", {"text": 'ң "ө" <ү> & \'', "n": [1.5, None]}
    )
    shown = bundle(record, [("Answer", "x")], "Saved")
    del shown[MIME]
    notebook = {"cells": [{"outputs": [{"data": {"text/html": shown["text/html"].splitlines(keepends=True)}}]}]}
    assert records_in(notebook, "budget") == {"balance": record}

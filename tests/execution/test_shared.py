"""The warm parents of a process: one that does not start says why, once, and is tried again later."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import nbformat
import pytest

from aimak.cohort.grading.one import Marked, Options, grade_one
from aimak.course.original import CODE, Original, SourceCell
from aimak.execution import fence, shared
from aimak.execution.parent import NotStartedError
from aimak.execution.shared import close_shared, warm_parent

pytestmark = pytest.mark.fence


@pytest.fixture
def no_start(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python itself cannot start: its library is not where it is told to look."""
    close_shared()
    monkeypatch.setattr(fence, "ENVIRONMENT", {**fence.ENVIRONMENT, "PYTHONHOME": "/nowhere"})
    yield
    close_shared()


@pytest.mark.usefixtures("no_start")
def test_one_that_does_not_start_says_why_and_is_not_tried_for_every_hand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotStartedError, match="did not start: .+ `aimak doctor`") as first:
        warm_parent()
    assert "encodings" in "".join(first.value.__notes__)
    started = time.monotonic()
    with pytest.raises(NotStartedError) as second:
        warm_parent()
    assert second.value is first.value
    assert time.monotonic() - started < 0.1
    monkeypatch.setattr(shared, "AGAIN", 0.0)
    with pytest.raises(NotStartedError) as third:
        warm_parent()
    assert third.value is not first.value


@pytest.mark.usefixtures("no_start")
def test_a_hand_in_is_then_not_graded_for_that_reason() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="one")])
    cell = SourceCell("one", "code", "1", locked=False, solution=True, points=1.0, checksum="")
    original = Original("own-analyst", CODE, (cell,))
    said = grade_one(original.as_text(), Options().as_text(), json.dumps(notebook).encode())
    assert "did not start" in Marked.from_text(said).problem

import pandas as pd
import pytest

from aimak.lesson.capture import MAX_ROWS, NotATableError, as_meant, plain_rows, taken_over

COLUMNS = {"year": "int", "share": "float", "name": "str"}


def test_a_frame_becomes_plain_rows() -> None:
    frame = pd.DataFrame({"year": [2024, 2025], "share": [0.5, None], "name": ["a", "b"], "more": [1, 2]})
    assert plain_rows("t", COLUMNS, frame) == [
        {"year": 2024, "share": 0.5, "name": "a"},
        {"year": 2025, "share": None, "name": "b"},
    ]


def test_values_of_another_kind_are_none() -> None:
    frame = pd.DataFrame({"year": [2024.5], "share": ["0.5"], "name": [7]})
    assert plain_rows("t", COLUMNS, frame) == [{"year": None, "share": None, "name": None}]


class Pretender(pd.DataFrame):  # noqa: PLW1641
    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return True


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "no table t yet"),
        ([1, 2], "t is a list"),
        (Pretender({"year": [1], "share": [1.0], "name": ["a"]}), "t is a Pretender"),
        (pd.DataFrame({"year": [1]}), "no column 'share'"),
        (pd.DataFrame([[1, 1, 1.0, "a"]], columns=["year", "year", "share", "name"]), "column twice"),
        (pd.DataFrame({"year": [1] * (MAX_ROWS + 1), "share": 1.0, "name": "a"}), "rows"),
    ],
)
def test_what_is_no_such_table_is_refused_in_words(value: object, words: str) -> None:
    with pytest.raises(NotATableError, match=words):
        plain_rows("t", COLUMNS, value)


def test_what_another_process_hands_over_is_not_believed() -> None:
    columns = {"year": "int", "share": "float", "place": "str"}
    rows = [
        {"year": 2024, "share": "0.5", "place": "M01", "more": {"a": 1}},
        {"year": True, "share": 1, "place": ["x"]},
    ]
    assert taken_over("t", columns, {"name": "t", "rows": rows}) == [
        {"year": 2024, "share": None, "place": "M01"},
        {"year": None, "share": 1.0, "place": None},
    ]
    for data in (
        None, 7, {}, {"name": "other", "rows": []}, {"name": "t", "rows": 7}, {"name": "t", "rows": [7]},
        {"name": "t", "rows": [{}] * 10_001}, {"name": "t", "rows": [{"place": "x" * 3000}]},
        {"name": "t", "reason": 5},
    ):  # fmt: skip
        assert isinstance(taken_over("t", columns, data), NotATableError)


def test_checks_see_the_authors_names_whatever_a_trainee_called_alike() -> None:
    space: dict[str, object] = {"years": lambda: (2024, 2025)}
    meant = dict(space)
    exec("def score(): return sum(years()) + helper\nhelper = 1", space)
    space.update(years=5, sum=0)
    assert as_meant(space["score"], meant)() == 4050  # type: ignore[operator, type-var]
    with pytest.raises(TypeError):
        space["score"]()  # type: ignore[operator]


def test_a_whole_number_of_four_hundred_digits_is_a_missing_value() -> None:
    data = {"name": "t", "rows": [{"a": 10**400, "b": -(10**400)}]}
    assert taken_over("t", {"a": "int", "b": "float"}, data) == [{"a": None, "b": None}]

"""The commonest wrong answers, in words that hold for every municipality."""

from __future__ import annotations

from aimak.cohort.choices import choice_labels, commonest_choices
from aimak.course.source import read_source
from aimak.lesson.answers import Record
from aimak.project import Project


def record(form: str, **values: object) -> Record:
    return Record("budget", form, "M01", "", values)


def test_labels_carry_no_figure_of_one_municipality(checkout: Project) -> None:
    labels = choice_labels(read_source(checkout, "budget"))
    assert labels["printed", "kind", "digits"] == "What happened? — Two digits are swapped"
    proposals = {text for (form, _field, _key), text in labels.items() if form == "proposals"}
    assert any("A spare pump for the water supply" in text for text in proposals)
    assert not any(letter.isdigit() for text in proposals for letter in text)


def test_what_several_people_chose_is_counted_and_typed_numbers_are_not(checkout: Project) -> None:
    labels = choice_labels(read_source(checkout, "budget"))
    some = [record("printed", kind="digits", amount=5.0, action="approve")] * 3
    some += [record("printed", kind="twice", action="approve"), record("printed", kind=["x"], action={"a": 1})]
    assert commonest_choices([*some, None], labels) == (
        (labels["printed", "action", "approve"], 4),
        (labels["printed", "kind", "digits"], 3),
    )


def test_lists_of_choices_count_each_of_theirs(checkout: Project) -> None:
    labels = choice_labels(read_source(checkout, "budget"))
    keys = [key for form, field, key in labels if (form, field) == ("proposals", "chosen")][:2]
    told = commonest_choices([record("proposals", chosen=keys)] * 2, labels)
    assert sorted(count for _text, count in told) == [2, 2]


def test_what_those_with_all_points_chose_is_no_wrong_answer(checkout: Project) -> None:
    labels = choice_labels(read_source(checkout, "budget"))
    short = [record("printed", kind="digits", action="approve"), record("printed", kind="twice", action="approve")] * 2
    right = [record("printed", kind="digits", action="approve")] + [record("printed", kind="digits", action="x")] * 2
    told = dict(commonest_choices(short, labels, right))
    assert told == {labels["printed", "kind", "twice"]: 2, labels["printed", "action", "approve"]: 4}

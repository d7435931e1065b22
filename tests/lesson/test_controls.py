from aimak.lesson.controls import control
from aimak.lesson.fields import AmountLine, Amounts, Choice, Choices, Number, PickLine, Picks, Text


def test_every_slider_has_a_box_to_type_in_and_they_follow_each_other() -> None:
    made = control(Amounts("a", "A", (AmountLine("roads", "Roads", 10.3, 1000.0),)))
    row = made.widget.children[1]
    box, slider = row.children
    assert box.description == "Roads"
    slider.value = 500.0
    assert made.get() == {"roads": 500.0}
    box.value = 12.7
    assert slider.value == 12.7
    assert made.get() == {"roads": 12.7}


def test_a_slider_that_snaps_to_its_step_does_not_change_the_amount() -> None:
    made = control(Amounts("a", "A", (AmountLine("roads", "Roads", 10.3, 1000.0),)))
    box, slider = made.widget.children[1].children
    slider.value = 10.0  # what a browser sends when it draws the slider
    assert box.value == 10.3


def test_months_are_set_in_whole_steps_from_the_first() -> None:
    field = Amounts("a", "A", (AmountLine("dig", "Dig", 4.0, 12.0, least=1.0, step=1.0),))
    made = control(field)
    box, slider = made.widget.children[1].children
    assert (box.min, box.step, slider.min, slider.step) == (1.0, 1.0, 1.0, 1.0)
    slider.value = 7
    assert made.get() == {"dig": 7.0}
    assert field.show(made.get()) == "Dig: 7"


def test_the_board_answers_at_once() -> None:
    made = control(
        Amounts("a", "A", (AmountLine("x", "X", 1.0, 9.0),), board=lambda amounts: f"sum {sum(amounts.values())}")
    )
    panel = made.widget.children[1].children[1]
    assert panel.value == "sum 1.0"
    made.put({"x": 5.0})
    assert panel.value == "sum 5.0"


def test_a_line_of_text_follows_every_slider_where_the_board_is_out_of_sight() -> None:
    line = AmountLine("x", "X", 1.0, 9.0)
    made = control(Amounts("a", "A", (line,), brief=lambda amounts: f"left {10 - sum(amounts.values())}"))
    brief = made.widget.children[1].children[2]
    assert brief.value == "left 9.0"
    made.put({"x": 4.0})
    assert brief.value == "left 6.0"


def test_controls_give_back_what_was_put_in() -> None:
    for field, value in (
        (Number("n", "N"), 29.55),
        (Choice("c", "C", (("a", "A"), ("b", "B"))), "b"),
        (Choice("c", "C", tuple((str(i), str(i)) for i in range(20))), "7"),
        (Choices("c", "C", (("a", "A"), ("b", "B"))), ("a",)),
        (Text("t", "T"), "ңөү"),
        (
            Picks("p", "P", (PickLine("x", "X", (("a", "A"),)), PickLine("y", "Y", (("b", "B"),)))),
            {"x": "a", "y": None},
        ),
    ):
        made = control(field)
        made.put(value)
        assert made.get() == value


def test_a_plan_answers_at_once_to_what_is_chosen() -> None:
    def said(chosen: dict[str, str | None]) -> str:
        return " ".join(str(one) for one in chosen.values())

    made = control(Picks("p", "P", (PickLine("x", "X", (("a", "A"),)),), board=said, brief=said))
    panel, row = made.widget.children[1].children[1], made.widget.children[1].children[0].children[0]
    assert (panel.value, row.children[1].value) == ("None", "None")
    made.put({"x": "a"})
    assert (panel.value, row.children[1].value) == ("a", "a")
    made.put(None)
    assert made.get() == {"x": None}

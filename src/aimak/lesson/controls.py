"""Widgets for the fields of a form. Every slider is typable too, and every control has a label of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets

from aimak.i18n import translate as _
from aimak.lesson.fields import AmountLine, Amounts, Choice, Choices, Field, Number, Picks, Text

#: Labels stand above their control and wrap, which is what a phone needs.
STYLE = """<style>
.aimak-form{max-width:60rem}
.aimak-form .aimak-field{display:flex;flex-flow:column;height:auto;align-items:stretch;margin:.35rem 0}
.aimak-form .aimak-field>.widget-label{width:auto;max-width:100%;text-align:left;white-space:normal;
 line-height:1.35;height:auto}
.aimak-form .aimak-field input[type=text],.aimak-form .aimak-field input[type=number]{max-width:14rem;min-height:44px}
.aimak-form .aimak-field select{flex:none;height:44px;max-width:28rem}
.aimak-form .widget-radio-box{height:auto}
.aimak-form .widget-radio-box label{white-space:normal;height:auto;line-height:1.35;margin:0;min-height:44px;
 display:flex;flex-direction:row-reverse;justify-content:flex-end;align-items:center}
.aimak-form .widget-checkbox{height:auto}
.aimak-form .widget-checkbox .widget-label-basic{white-space:normal;height:auto;line-height:1.35;min-height:44px;
 align-items:center}
.aimak-form .aimak-line{border-top:1px solid #d5dbe3;padding:.2rem 0}
.aimak-form .aimak-line .widget-slider{flex:none;height:44px;width:auto;max-width:28rem}
.aimak-form .noUi-handle::after{content:"";position:absolute;inset:-14px;display:block;height:auto;width:auto;
 background:none}
.aimak-form .aimak-game{display:flex;flex-flow:row wrap;gap:0 1.5rem;overflow:visible}
.aimak-form .aimak-inputs{flex:1 1 20rem}
.aimak-form .aimak-board{flex:1 1 20rem;height:auto}
.aimak-form .widget-html-content{line-height:1.4;min-width:0;flex:1 1 auto}
.aimak-form .aimak-board .widget-html-content{position:sticky;top:0}
.aimak-form .aimak-brief{display:none;height:auto}
@media(max-width:760px){.aimak-form .aimak-brief{display:block}.aimak-form .aimak-board{order:-1}}
.aimak-form button{min-height:44px;width:auto;max-width:100%;height:auto;white-space:normal;line-height:1.3;
 padding:.4rem .9rem}
.aimak-form table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.aimak-form caption{text-align:left;font-weight:600;padding:.8rem 0 .3rem;line-height:1.3}
.aimak-form th,.aimak-form td{padding:.15rem .6rem .15rem 0;border-bottom:1px solid #d5dbe3;text-align:left;
 line-height:1.3}
@media(max-width:480px){.aimak-form th,.aimak-form td{padding-right:.4rem}}
.aimak-form tbody th{font-weight:400}
.aimak-form td.n,.aimak-form th.n{text-align:right;white-space:nowrap}
</style>"""


@dataclass(frozen=True, slots=True)
class Control:
    """A field on the screen: the widget to show, and how its value is read, set and watched."""

    widget: Any
    get: Callable[[], Any]
    put: Callable[[Any], None]
    watch: Callable[[Callable[[], None]], None]


def control(field: Field) -> Control:
    """The control for a field."""
    match field:
        case Number():
            return _number(field)
        case Choice():
            return _choice(field)
        case Choices():
            return _choices(field)
        case Text():
            return _text(field)
        case Amounts():
            return _amounts(field)
        case Picks():
            return _picks(field)


def _watch(*controls: Any) -> Callable[[Callable[[], None]], None]:
    def watch(act: Callable[[], None]) -> None:
        for one in controls:
            one.observe(lambda change: act(), names="value")

    return watch


def _labelled(kind: Any, label: str, **traits: Any) -> Any:
    made = kind(description=label, style={"description_width": "auto"}, layout={"width": "auto"}, **traits)
    made.add_class("aimak-field")
    return made


def _number(field: Number) -> Control:
    label = f"{field.label} ({field.unit})" if field.unit else field.label
    # A text box, because a number box cannot be empty and refuses the decimal comma that people type.
    box = _labelled(widgets.Text, label, continuous_update=False)

    def put(value: Any) -> None:
        if value is None:
            box.value = ""
            return
        exact = f"{value:.{field.decimals}f}" if value == round(value, field.decimals) else f"{value:g}"
        box.value = exact.replace(".", _decimal_mark())

    return Control(box, lambda: field.clean(box.value), put, _watch(box))


def _decimal_mark() -> str:
    from aimak.i18n import language

    return "." if language() == "en" else ","


def _choice(field: Choice) -> Control:
    options: list[tuple[str, str | None]] = [(label, key) for key, label in field.options]
    box = _labelled(widgets.RadioButtons, field.label, options=options, value=None)
    if len(options) > 8:  # a long list of radio buttons is hard to use on a phone
        options = [(_("— choose —"), None), *options]
        box = _labelled(widgets.Dropdown, field.label, options=options, value=None)

    def put(value: Any) -> None:
        box.value = value

    return Control(box, lambda: box.value, put, _watch(box))


def _choices(field: Choices) -> Control:
    boxes = {key: widgets.Checkbox(description=label, indent=False, value=False) for key, label in field.options}
    for box in boxes.values():
        box.layout.width = "auto"

    def get() -> tuple[str, ...]:
        return tuple(key for key, box in boxes.items() if box.value)

    def put(value: Any) -> None:
        for key, box in boxes.items():
            box.value = key in (value or ())

    head = widgets.HTML(f"<p>{field.label}</p>")
    whole = _with_board([head, *boxes.values()], field.board, get, list(boxes.values()))
    return Control(whole, get, put, _watch(*boxes.values()))


def _text(field: Text) -> Control:
    if field.rows > 1:
        box = _labelled(widgets.Textarea, field.label, rows=field.rows, continuous_update=False)
    else:
        box = _labelled(widgets.Text, field.label, continuous_update=False)

    def put(value: Any) -> None:
        box.value = value or ""

    return Control(box, lambda: field.clean(box.value), put, _watch(box))


def _amounts(field: Amounts) -> Control:
    # One model with a view in every row: it is updated once, whatever the number of lines.
    brief = widgets.HTML() if field.brief is not None else None
    rows = [_amount_row(line, brief) for line in field.lines]
    boxes = {line.key: box for line, (_row, box) in zip(field.lines, rows, strict=True)}

    def get() -> dict[str, float]:
        return {key: round(float(box.value), 1) for key, box in boxes.items()}

    def put(value: Any) -> None:
        for line in field.lines:
            boxes[line.key].value = line.start if value is None else value[line.key]

    if brief is not None and field.brief is not None:
        brief.add_class("aimak-brief")
        tell = field.brief

        def retell() -> None:
            brief.value = tell(get())

        retell()
        _watch(*boxes.values())(retell)
    parts = [widgets.HTML(f"<p>{field.label}</p>"), *(row for row, _box in rows)]
    whole = _with_board(parts, field.board, get, list(boxes.values()))
    return Control(whole, get, put, _watch(*boxes.values()))


def _amount_row(line: AmountLine, brief: Any) -> tuple[Any, Any]:
    label = f"{line.label} — {line.note}" if line.note else line.label
    box = _labelled(
        widgets.BoundedFloatText,
        label,
        min=line.least,
        max=line.most,
        step=line.step,
        value=line.start,
        continuous_update=False,
    )
    step = max(line.step, round(line.most / 200, 1))
    slider = widgets.FloatSlider(min=line.least, max=line.most, step=step, value=line.start, readout=False)

    def follow(change: Any) -> None:
        if _moved(slider, box):
            box.value = round(change["new"], 1)

    slider.observe(follow, "value")
    box.observe(lambda change: setattr(slider, "value", change["new"]), "value")
    row = widgets.VBox([box, slider] if brief is None else [box, slider, brief])
    row.add_class("aimak-line")
    return row, box


def _moved(slider: Any, box: Any) -> bool:
    # A slider snaps to its step when it is drawn; only a hand moves it by more than half a step.
    return bool(abs(slider.value - box.value) > slider.step / 2 + 1e-6)


def _picks(field: Picks) -> Control:
    brief = widgets.HTML() if field.brief is not None else None
    boxes, rows = {}, []
    for line in field.lines:
        options: list[tuple[str, str | None]] = [(_("— choose —"), None), *((text, key) for key, text in line.options)]
        boxes[line.key] = _labelled(widgets.Dropdown, line.label, options=options, value=None)
        row = widgets.VBox([boxes[line.key]] if brief is None else [boxes[line.key], brief])
        row.add_class("aimak-line")
        rows.append(row)

    def get() -> dict[str, str | None]:
        return {key: box.value for key, box in boxes.items()}

    def put(value: Any) -> None:
        for key, box in boxes.items():
            box.value = (value or {}).get(key)

    if brief is not None and field.brief is not None:
        brief.add_class("aimak-brief")
        tell = field.brief

        def retell() -> None:
            brief.value = tell(get())

        retell()
        _watch(*boxes.values())(retell)
    whole = _with_board([widgets.HTML(f"<p>{field.label}</p>"), *rows], field.board, get, list(boxes.values()))
    return Control(whole, get, put, _watch(*boxes.values()))


def _with_board(
    parts: list[Any], board: Callable[[Any], str] | None, get: Callable[[], Any], watched: list[Any]
) -> Any:
    if board is None:
        return widgets.VBox(parts)
    panel = widgets.HTML(board(get()))

    def redraw() -> None:
        panel.value = board(get())

    _watch(*watched)(redraw)
    # Side by side where there is room, one above the other on a phone.
    panel.add_class("aimak-board")
    inputs = widgets.VBox(parts[1:])
    inputs.add_class("aimak-inputs")
    game = widgets.Box([inputs, panel])
    game.add_class("aimak-game")
    return widgets.VBox([parts[0], game])

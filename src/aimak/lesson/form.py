"""A form: fields on the screen, Save into the cell's own output, and the check that follows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any

from aimak.i18n import translate as _
from aimak.lesson import answers as record_of
from aimak.lesson import hints
from aimak.lesson.fields import Field
from aimak.lesson.hints import Hint

#: Answers of a whole exercise: form -> field -> value.
AllAnswers = Mapping[str, Mapping[str, Any]]
#: A visible check: told all answers and the case, it yields hints.
Look = Callable[[AllAnswers, Any], Iterable[Hint]]


#: The class that a form has on the page while it holds something typed and not saved.
UNSAVED = "aimak-unsaved"


@dataclass(frozen=True, slots=True)
class FormSpec:
    """What a form is made of.

    :param title: the heading, and the caption of the saved table.
    :param fields: the fields, made for a case.
    :param intro: HTML to show above the fields, made for a case: tables, figures, never a text of the trainee's.
    :param look: the visible check.
    :param start: told all answers and the case, gives the values that a form not saved yet starts with.
    :param needs_case: False for the form that asks who the trainee is; all others wait for a municipality.
    :param asks: True for a question of a test: Save keeps the answer and checks nothing.
    """

    name: str
    title: str
    fields: Callable[[Any], Iterable[Field]]
    intro: Callable[[Any], str] | None = None
    look: Look | None = None
    start: Callable[[AllAnswers, Any], Mapping[str, Any]] | None = None
    needs_case: bool = True
    asks: bool = False

    @property
    def save_word(self) -> str:
        """What stands on the button."""
        return _("Save") if self.asks else _("Save and check")


def clean(spec: FormSpec, case: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that the form's fields accept; a field without a usable answer is None."""
    return {one.name: one.clean(values.get(one.name)) for one in spec.fields(case)}


def saved_bundle(spec: FormSpec, case: Any, record: record_of.Record) -> dict[str, Any]:
    """The MIME bundle of a saved form: the record, and a table for people."""
    values = clean(spec, case, record.values)
    rows = [(one.label, one.show(values[one.name])) for one in spec.fields(case)]
    return record_of.bundle(record, rows, _("Saved: {form}").format(form=spec.title))


def look_bundle(spec: FormSpec, answers: AllAnswers, case: Any) -> dict[str, Any]:
    """What the visible check says about the answers, as HTML and plain text. Never raises."""
    if spec.look is None:
        return hints.bundle(spec.title, [hints.note(_("Saved. This answer is read by your trainer."))])
    try:
        lines = list(spec.look(answers, case))
    except Exception as error:  # a trainee must never meet a traceback; the gate runs the checks without this net
        lines = [hints.look_at(_("This answer could not be checked ({reason}).").format(reason=error))]
    return hints.bundle(spec.title, lines)


@dataclass
class LiveForm:
    """A form on the screen of a trainee. Built anew whenever another municipality is chosen."""

    spec: FormSpec
    on_save: Callable[[LiveForm], None]
    show: Callable[[dict[str, Any]], Callable[[dict[str, Any]], None]]
    case: Any = None
    controls: dict[str, Any] = field(default_factory=dict)
    update_output: Callable[[dict[str, Any]], None] | None = None

    def __post_init__(self) -> None:
        import ipywidgets as widgets

        self.box = widgets.VBox([])
        self.box.add_class("aimak-form")
        self.result = widgets.HTML("")
        # What changes after Save is announced to screen readers too.
        self.result.add_class("aimak-result")

    def draw(self, case: Any, values: Mapping[str, Any] | None) -> None:
        """Put the controls for ``case`` on the screen, with ``values`` in them where there are any."""
        import ipywidgets as widgets

        from aimak.lesson.controls import STYLE, control

        self.case = case
        self.controls = {one.name: control(one) for one in self.spec.fields(case)}
        for name, made in self.controls.items():
            if values is not None and values.get(name) is not None:
                made.put(values[name])
            made.watch(self._changed)
        button = widgets.Button(description=self.spec.save_word, button_style="primary", icon="check")
        button.add_class("aimak-save")
        button.on_click(lambda _button: self.save())
        head = STYLE + (self.spec.intro(case) if self.spec.intro else "")
        self.result.value = ""
        self._mark(unsaved=False)
        self.box.children = [widgets.HTML(head), *(c.widget for c in self.controls.values()), button, self.result]

    def wait(self, why: str) -> None:
        """Show a line instead of the controls."""
        import ipywidgets as widgets

        self.controls = {}
        self._mark(unsaved=False)
        self.box.children = [widgets.HTML(f"<p>{escape(why)}</p>")]

    def values(self) -> dict[str, Any]:
        """What stands in the controls now, as plain JSON values."""
        return {name: made.get() for name, made in self.controls.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Type ``values`` into the controls, as a trainee would."""
        for name, value in values.items():
            self.controls[name].put(value)

    def save(self) -> None:
        """What the button does: record, show the table, check."""
        self.on_save(self)
        self._mark(unsaved=False)

    def _mark(self, *, unsaved: bool) -> None:
        """Let the page know that something was typed and not saved, so that it can ask before that is lost."""
        if unsaved:
            self.box.add_class(UNSAVED)
        else:
            self.box.remove_class(UNSAVED)

    def _changed(self) -> None:
        self._mark(unsaved=True)
        if self.result.value:
            again = _("Changed since the last save. Press “{button}” again.").format(button=self.spec.save_word)
            self.result.value = f"<p>{escape(again)}</p>"


def now() -> str:
    """The clock of this device, ISO 8601 with zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")

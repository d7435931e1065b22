"""An exercise in a notebook: its forms, its checks, and the answers between them.

A source cell calls :func:`open_exercise` once; each task then has a form cell (:meth:`Exercise.form`) and a check
cell (:meth:`Exercise.check`, and in its hidden part :meth:`Exercise.score`).
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.lesson import before_after, hints
from aimak.lesson.answers import Record
from aimak.lesson.capture import NotATableError, Rows, as_meant, plain_rows
from aimak.lesson.fields import Field
from aimak.lesson.form import AllAnswers, FormSpec, LiveForm, Look, clean, look_bundle, now, saved_bundle
from aimak.lesson.keeping import kept
from aimak.lesson.screen import Display, notebook_display

#: The form that says who the trainee is; its field ``municipality`` chooses the case.
WHO = "who"


class Exercise:
    """One exercise while its notebook runs.

    :param unit: the assignment, such as ``budget`` or ``budget-analyst``.
    :param case: makes the case of a municipality code; raises :class:`UserError` for an unknown one.
    :param records: the answers saved so far.
    :param grading: True when a grader put the answers back: forms then show the record and no controls.
    :param display: how a bundle reaches the screen; the notebook's own display unless a program fills the forms.
    :param captured: tables that were taken where the checks stand, in a process of its own; :meth:`table` then takes
        these and nothing else.
    :param names: the names that stood in the notebook when the exercise was opened: checks see these, so that a
        trainee's ``sum = 0`` or ``years = 5`` spoils no check.
    """

    def __init__(
        self,
        unit: str,
        case: Callable[[str], Any],
        records: Mapping[str, Record],
        *,
        grading: bool = False,
        display: Display | None = None,
        captured: Mapping[str, Rows | NotATableError] | None = None,
        names: Mapping[str, Any] | None = None,
    ) -> None:
        self.unit = unit
        self.grading = grading
        self._captured = captured
        self._names = dict(names or {})
        self.records = dict(records)
        self._make_case = case
        self._display = display or notebook_display
        self._specs: dict[str, FormSpec] = {}
        self.live: dict[str, LiveForm] = {}
        self._tables: dict[str, list[dict[str, Any]]] = {}
        self._shown_checks: dict[str, Callable[[dict[str, Any]], None]] = {}

    @property
    def municipality(self) -> str:
        """The code of the municipality that the trainee chose; empty before that."""
        record = self.records.get(WHO)
        chosen = record.values.get("municipality") if record else None
        return chosen if isinstance(chosen, str) else ""

    @property
    def case(self) -> Any:
        """The case of the trainee's municipality; None before one is chosen or if the code is unknown."""
        try:
            return self._make_case(self.municipality) if self.municipality else None
        except UserError:
            return None

    def answers(self) -> AllAnswers:
        """The usable answers so far: form -> field -> value. A form that was not saved is an empty dict.

        Answers that were saved for another municipality than the one chosen now do not count.
        """
        case = self.case
        found: dict[str, Mapping[str, Any]] = {}
        for name, spec in self._specs.items():
            record = self._valid_record(spec)
            ready = case is not None or not spec.needs_case
            found[name] = clean(spec, case, record.values) if record and ready else {}
        return {**found, **{name: {"rows": rows} for name, rows in self._tables.items()}}

    @property
    def forms(self) -> tuple[str, ...]:
        """The names of the forms shown so far."""
        return tuple(self._specs)

    def fields_of(self, form: str) -> list[Field]:
        """The fields of a form for the case in force; none if there is no such form, or no case yet."""
        spec = self._specs.get(form)
        return list(spec.fields(self.case)) if spec is not None and (self.case or not spec.needs_case) else []

    def _valid_record(self, spec: FormSpec) -> Record | None:
        record = self.records.get(spec.name)
        if record is not None and spec.needs_case and record.municipality != self.municipality:
            return None
        return record

    def form(
        self,
        name: str,
        title: str,
        fields: Callable[[Any], Iterable[Field]],
        *,
        intro: Callable[[Any], str] | None = None,
        look: Look | None = None,
        start: Callable[[AllAnswers, Any], Mapping[str, Any]] | None = None,
        needs_case: bool = True,
        asks: bool = False,
    ) -> None:
        """Show a form. See :class:`FormSpec` for the parts."""
        intro, look, start = (one and as_meant(one, self._names) for one in (intro, look, start))  # type: ignore[assignment]
        spec = FormSpec(name, title, as_meant(fields, self._names), intro, look, start, needs_case, asks)
        self._specs[name] = spec
        if self.grading:
            self._show_record(spec)
            return
        live = LiveForm(spec, self._save, self._display)
        self.live[name] = live
        self._draw(live)
        self._display_widget(live.box)
        live.update_output = self._display(self._output_of(spec))

    def question(
        self,
        name: str,
        title: str,
        fields: Callable[[Any], Iterable[Field]],
        *,
        intro: Callable[[Any], str] | None = None,
    ) -> None:
        """Show a question of a test: what is saved is kept and not judged."""
        self.form(name, title, fields, intro=intro, look=before_after.looks(name), asks=True)

    def explain(self, name: str, told: Callable[[Any], str]) -> None:
        """What was right, for the hidden part of a test's check: it shows where a notebook is graded, and only there.

        :param told: a text made for the case.
        """
        if self.grading and self.case is not None and name in self._specs:
            self._display(hints.bundle("", [hints.note(told(self.case))]))

    def _show_record(self, spec: FormSpec) -> None:
        self._display(self._output_of(spec))

    def _output_of(self, spec: FormSpec) -> dict[str, Any]:
        record = self._valid_record(spec)
        if record is None or (spec.needs_case and self.case is None):
            return {"text/html": f"<p><em>{_('Nothing saved yet.')}</em></p>", "text/plain": _("Nothing saved yet.")}
        return saved_bundle(spec, self.case, record)

    def _draw(self, live: LiveForm) -> None:
        if live.spec.needs_case and self.case is None:
            live.wait(_("First choose your municipality in the form “Who are you?” above and save it."))
            return
        record, spec = self._valid_record(live.spec), live.spec
        values: Mapping[str, Any] | None = clean(spec, self.case, record.values) if record else None
        if values is None and spec.start is not None:
            values = spec.start(self.answers(), self.case)
        live.draw(self.case, values)

    def _save(self, live: LiveForm) -> None:
        before = self.municipality
        of = "" if not live.spec.needs_case else self.municipality
        record = Record(self.unit, live.spec.name, of, now(), live.values())
        self.records[live.spec.name] = record
        if live.update_output is not None:
            live.update_output(saved_bundle(live.spec, self.case, record))
        if live.spec.name == WHO and self.municipality != before:
            for other in self.live.values():
                if other.spec.needs_case:
                    self._draw(other)
                    if other.update_output is not None:
                        other.update_output(self._output_of(other.spec))
        for other in self.live.values():
            if other.spec.start is not None and other is not live and self._valid_record(other.spec) is None:
                self._draw(other)
        for name, refresh in self._shown_checks.items():
            if live.spec.name in (name, WHO):
                refresh(self._check_bundle(name))
        said = look_bundle(live.spec, self.answers(), self.case)["text/html"]
        if live.spec.asks:
            said = self._after_question(live)
        live.result.value = f'<div role="status">{said}{kept(self.unit, self.records)}</div>'

    def _after_question(self, live: LiveForm) -> str:
        """What Save tells in a test: that it is kept, and what is open. What it told elsewhere is out of date now."""
        for other in self.live.values():
            if other is not live and other.spec.asks:
                other.result.value = ""
        answers = self.answers()
        told = [before_after.saved(live.spec.name, answers), before_after.still_open(answers)]
        return str(hints.bundle(live.spec.title, told)["text/html"])

    def check(self, name: str) -> None:
        """The visible check of a form: what is right, or what to look at. Never a traceback.

        In a live notebook it stays up to date: Save in the form above refreshes it.
        """
        self._shown_checks[name] = self._display(self._check_bundle(name))

    def table(self, name: str, columns: Mapping[str, str], value: object, *, look: Look) -> None:
        """Take an analyst's table as plain records, and say at once what to look at. Never a traceback.

        :param columns: column -> ``int``, ``float`` or ``str``.
        :param value: what the trainee's code left under the name; anything may stand there.
        """
        self._tables.pop(name, None)
        said: list[hints.Hint]
        try:
            self._tables[name] = self._rows(name, columns, value)
            if self.case is None:
                said = [hints.note(_("First choose your municipality in the form “Who are you?” above and save it."))]
            else:
                said = list(as_meant(look, self._names)(self.answers(), self.case))
        except NotATableError as error:
            said = [hints.look_at(str(error))]
        except Exception as error:  # an odd value in the table must not end in a traceback either
            said = [hints.look_at(_("This answer could not be checked ({reason}).").format(reason=error))]
        self._display(hints.bundle(name, said))

    def _rows(self, name: str, columns: Mapping[str, str], value: object) -> Rows:
        if self._captured is None:
            return plain_rows(name, columns, value)
        found = self._captured.get(name)
        if isinstance(found, NotATableError):
            raise found
        return plain_rows(name, columns, None) if found is None else found

    def _check_bundle(self, name: str) -> dict[str, Any]:
        spec = self._specs.get(name)
        if spec is None:
            said = _("Run the form above first: click into it and press Shift+Enter.")
        elif spec.needs_case and self.case is None:
            said = _("First choose your municipality in the form “Who are you?” above and save it.")
        elif self._valid_record(spec) is None:
            # A graded notebook shows no form to fill in.
            nothing = _("Nothing to check yet. Fill in the form above and press “Save and check”.")
            nothing = _("Not answered yet.") if spec.asks else nothing
            said = _("No answer was saved here.") if self.grading else nothing
        else:
            return look_bundle(spec, self.answers(), self.case)
        title = spec.title if spec is not None and spec.asks else _("Check")
        return hints.bundle(title, [hints.note(said)])

    def score(self, name: str, score: Callable[[AllAnswers, Any], float]) -> float:
        """The points of a check, for the hidden part of a test cell, which must end in this number.

        :param score: a pure function of the answers and the case.
        :returns: points, rounded to 0.01; 0.0 if the form was not saved or no municipality chosen.
        :raises ValueError: if ``score`` gives no finite number or one below zero.
        """
        spec = self._specs.get(name)
        saved = name in self._tables or (spec is not None and self._valid_record(spec) is not None)
        if not saved or self.case is None:
            return 0.0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbgrader gives no points to a cell that writes to stderr
            points = float(as_meant(score, self._names)(self.answers(), self.case))
        if not math.isfinite(points) or points < 0:
            raise ValueError(f"the check {name!r} gave {points} points")
        return round(points, 2)

    def text(self, name: str, field: str) -> str:
        """A saved text, for the cell that the trainer marks by hand; empty if there is none."""
        return str(self.answers().get(name, {}).get(field) or "")

    def _display_widget(self, box: Any) -> None:
        if self._display is notebook_display:
            from IPython.display import display

            display(box)

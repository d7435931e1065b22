"""A trainee at the exercise app: what hands do on the page, and what a solved form holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from aimak.cohort.codes import check_digit
from aimak.course.cells import grade_id, run_cell
from aimak.course.designed import Answers, Designed
from aimak.course.player import play_designed
from aimak.course.source import read_source
from aimak.i18n import speaking, translate
from aimak.lesson.answers import Record, records_in
from aimak.lesson.fields import Amounts, Choice, Choices, Field, Number, Picks, Text
from aimak.lesson.opening import playing
from aimak.project import Project

CODE = "4821" + check_digit("4821")
PLACE = "M27"
BOOT_MS = 120_000
FORMS = ("who", "structure", "printed", "balance", "defend", "proposals", "years", "explain")
#: What stands in the browser's drive.
DRIVE = """async () => {
    const name = 'JupyterLite Storage - ' + new URL('../', location.href).pathname;
    const ask = (r) => new Promise((yes, no) => { r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
    const db = await ask(indexedDB.open(name));
    const store = db.transaction('files').objectStore('files');
    const [keys, values] = [await ask(store.getAllKeys()), await ask(store.getAll())];
    db.close();
    return Object.fromEntries(keys.map((key, i) => [key, values[i].content]));
}"""


@dataclass(frozen=True)
class Filled:
    """A form's fields and what is to be put into them."""

    fields: list[Field]
    values: Mapping[str, Any]


def designed(
    project: Project, choose: Callable[[Designed, Any], Answers], language: str = "en", name: str = "budget"
) -> dict[str, Filled]:
    """The forms of an exercise, as they read in a language, with answers that its gate cell declares."""
    with speaking(language):
        return _designed(project, choose, name)


def _designed(project: Project, choose: Callable[[Designed, Any], Answers], name: str) -> dict[str, Filled]:
    source = read_source(project, name)
    played = play_designed(source, PLACE, choose, trainee=CODE)
    records = records_in(played.notebook, name)
    space: dict[str, Any] = {"__name__": "__main__"}
    with playing(name, records, lambda bundle: lambda later: None, grading=True) as exercise:
        for cell in source.notebook.cells:
            if "-form-" in grade_id(cell) or "-setup" in grade_id(cell):
                run_cell(cell.source, grade_id(cell), space)
        return {form: Filled(exercise.fields_of(form), one.values) for form, one in records.items()}


class Trainee:
    """Somebody who works on the page and reads ``language``.

    :param forms: the forms of the exercise in their order.
    """

    def __init__(self, page: Page, language: str = "en", forms: tuple[str, ...] = FORMS) -> None:
        self.page = page
        self.language = language
        self.forms = forms

    def word(self, text: str) -> str:
        """A text of the page as this trainee reads it."""
        with speaking(self.language):
            return translate(text)

    def open(self, address: str) -> None:
        """Go there and wait until the forms are on the page and the app is at rest."""
        self.page.goto(address)
        self.wait()

    def wait(self) -> None:
        """Wait until the first form is there and everything has run."""
        self.form("who").get_by_role("button", name=self.word("Save and check")).wait_for(timeout=BOOT_MS)
        self.page.wait_for_function(
            "() => !document.querySelector('.jp-Cell .jp-InputPrompt')?.textContent.includes('*') && "
            f"document.querySelectorAll('.aimak-form').length === {len(self.forms)}",
            timeout=BOOT_MS,
        )

    def form(self, name: str) -> Locator:
        """A form on the page."""
        return self.page.locator(".aimak-form").nth(self.forms.index(name))

    def state(self) -> Locator:
        """The line that says what became of the work."""
        return self.page.locator("#aimak-state")

    def fill(self, name: str, filled: Filled) -> None:
        """Type the answers into a form."""
        for field in filled.fields:
            self._put(self.form(name), field, filled.values[field.name])

    def save(self, name: str) -> None:
        """Press Save and check, and wait for the answer."""
        form = self.form(name)
        form.locator(".aimak-save").click()
        said = self.word("Saved in this browser. When you are done, press “Hand in” below.")
        form.get_by_text(said).wait_for(timeout=30_000)
        expect(form).not_to_have_class("aimak-unsaved", timeout=10_000)

    def answer(self, forms: Mapping[str, Filled]) -> None:
        """Fill and save every form given, in the order of the page."""
        for name in self.forms:
            if name in forms:
                self.fill(name, forms[name])
                self.save(name)

    def _put(self, form: Locator, field: Field, value: Any) -> None:
        match field:
            case Number():
                box = form.get_by_label(f"{field.label} ({field.unit})" if field.unit else field.label, exact=True)
                box.fill("" if value is None else f"{value:.{field.decimals}f}")
                box.press("Tab")
            case Text():
                box = form.get_by_label(field.label, exact=True)
                box.fill(value or "")
                box.press("Tab")
            case Choice() if len(field.options) > 8:
                form.get_by_label(field.label, exact=True).select_option(label=dict(field.options)[value])
            case Choice():
                if value is not None:
                    options = form.locator(".aimak-field", has_text=field.label)
                    options.get_by_label(dict(field.options)[value], exact=True).check()
            case Choices():
                for key, label in field.options:
                    form.get_by_label(label, exact=True).set_checked(key in (value or ()))
            case Picks():
                for line in field.lines:
                    chosen = dict(line.options).get(value[line.key])
                    if chosen is not None:
                        form.get_by_label(line.label, exact=True).select_option(label=chosen)
            case Amounts():
                rows = form.locator(".aimak-line")
                for place, line in enumerate(field.lines):
                    box = rows.nth(place).locator("input[type=number]")
                    box.fill(str(value[line.key]))
                    box.press("Tab")

    def hand_in(self, folder: Path) -> Path:
        """Press Hand in and keep the file that comes, under the name that the browser gives it."""
        with self.page.expect_download(timeout=30_000) as coming:
            self.page.get_by_role("button", name=self.word("Hand in"), exact=True).click()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def drive(self) -> dict[str, Any]:
        """The files in the browser's drive."""
        return dict(self.page.evaluate(DRIVE))

    def kept(self, name: str = "budget.ipynb") -> dict[str, Record]:
        """The answers that stand in a file of the browser's drive."""
        return records_in(self.drive()[name], "budget")


def records_of(path: Path, name: str = "budget") -> dict[str, Record]:
    """The answers in a file that was handed in."""
    return records_in(json.loads(path.read_text(encoding="utf-8")), name)

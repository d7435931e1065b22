"""Texts are found in every kind of code, and one that no catalog could hold is named with file and line."""

from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.translation.code import cell_messages, python_messages, script_messages, template_messages
from aimak.translation.message import KIT, domain_of


def test_python_gives_texts_plurals_and_hints() -> None:
    source = '# Translators: a button\na = _("Save")\nb = plural("{n} file", "{n} files", n)\nc = _(name)\n'
    found = list(python_messages(source, "a.py"))
    assert [one.texts for one in found] == [("Save",), ("{n} file", "{n} files")]
    assert found[0].hints == ("a button",)


@pytest.mark.parametrize("call", ['_(f"Hello {x}")', '_("Hello " + x)', '_("Hello {}".format(x))'])
def test_a_text_that_is_put_together_is_named_with_its_line(call: str) -> None:
    with pytest.raises(UserError, match=r"a\.py:3: "):
        list(python_messages(f"x = 1\n\ny = {call}\n", "a.py"))


def test_templates_and_scripts_give_their_texts(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text('<h1>{{ _("Report") }}</h1>{{ plural("{n} file", "{n} files", n) }}', encoding="utf-8")
    assert [one.texts for one in template_messages(path, "page.html")] == [("Report",), ("{n} file", "{n} files")]
    assert [one.texts for one in script_messages('const w = { back: _("Go back") };', "a.js")] == [("Go back",)]


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<h1>\n{% if %}", encoding="utf-8")
    with pytest.raises(UserError, match=r"page\.html:2: "):
        list(template_messages(path, "page.html"))


def test_cells_give_texts_except_those_of_the_gate(tmp_path: Path) -> None:
    path = tmp_path / "unit.md"
    head = "---\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n\n# A unit\n\n"
    shown = '```{code-cell} python3\n%matplotlib inline\nprint(_("Shown"))\n```\n\n'
    gate = '```{code-cell} python3\n:gate: true\n\nprint(_("Kept"))\n```\n'
    path.write_text(head + shown + gate, encoding="utf-8")
    assert [one.texts for one in cell_messages(path, "unit.md")] == [("Shown",)]
    path.write_text(head + shown.replace('_("Shown")', '_(f"Shown {x}")'), encoding="utf-8")
    with pytest.raises(UserError, match=r"unit\.md:11: "):
        list(cell_messages(path, "unit.md"))


def test_a_unit_has_its_own_domain() -> None:
    assert domain_of("src/aimak/lesson/cases/budget.py") == "budget"
    assert domain_of("exercises/budget-analyst.md") == "budget"
    assert domain_of("src/aimak/cohort/report.py") == KIT


def test_a_text_inside_an_f_string_is_found() -> None:
    source = """said = f"<p>{_('Nothing saved yet.')}</p>"\n"""
    assert [one.texts for one in python_messages(source, "form.py")] == [("Nothing saved yet.",)]

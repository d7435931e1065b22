"""The pseudo-language: longer, marked, and true to what must stay."""

import pytest

from aimak.i18n.pseudo import Pseudo, pseudo
from tests.pseudo import outside, untranslated


@pytest.mark.parametrize(
    "kept", ["{name}", "%(name)s", "<b>", "`budget.ipynb`", "](a.md)", "https://example.org/a", "$x_1$"]
)
def test_what_has_to_stay_stays(kept: str) -> None:
    assert kept in pseudo(f"See {kept} there")


def test_a_text_is_bracketed_and_longer() -> None:
    text = "Press the button, then save the file."
    made = pseudo(text)
    assert made.startswith("⟦")
    assert made.endswith("⟧")
    assert len(made) > 1.25 * len(text)


def test_what_is_added_breaks_into_lines() -> None:
    assert max(len(word) for word in pseudo("a " * 200).split()) <= 20


def test_plurals_and_nothing() -> None:
    assert Pseudo().ngettext("{n} file", "{n} files", 2) == pseudo("{n} files")
    assert pseudo(" ") == " "


def test_text_outside_the_brackets_is_found_and_names_may_be_allowed() -> None:
    page = """<html lang="qps"><body><p>⟦Sávé <b>thís</b> ···⟧</p><p>Left <b>in</b> English</p><p>⟦a ⟦b⟧ c⟧ Aimak</p>
    <td lang="ky">айыл</td><code>import this</code><img alt="A chart"><p>2024</p></body></html>"""
    assert untranslated(page, ("Aimak",)) == ["Left in English", "A chart"]
    assert outside("⟦a⟧ b ⟦c⟧") == " b "

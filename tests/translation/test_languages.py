"""The gate on the course itself: every language that is declared is complete, in step with its sources, and right."""

import pytest

from aimak.i18n import LANGUAGES
from aimak.project import Project, find_project
from aimak.translation import gate
from aimak.translation.extract import TARGETS, Extracted
from aimak.translation.gate.check import checks
from tests.conftest import ROOT

#: How many problems are shown; the rest is counted.
_SHOWN = 20
CASES = [(language, name) for language in TARGETS for name in checks(find_project(ROOT), language)]


def none_of(problems: list[gate.Problem]) -> None:
    lines = [str(one) for one in problems[:_SHOWN]]
    assert not problems, "\n".join([f"{len(problems)} problems:", *lines])


def test_the_catalogs_have_what_the_sources_say(sources: Project, gathered: Extracted) -> None:
    behind = [path.relative_to(sources.root).as_posix() for path in gathered.changed]
    assert not behind, f"run: aimak i18n extract; behind are {behind}"


@pytest.mark.parametrize("language", TARGETS)
def test_every_text_of_a_declared_language_is_translated_and_none_is_a_guess(checkout: Project, language: str) -> None:
    none_of(gate.complete(checkout, language))


@pytest.mark.parametrize(("language", "name"), CASES)
def test_translations_keep_what_they_must(checkout: Project, language: str, name: str) -> None:
    none_of(gate.texts(checkout, language, [name]))


@pytest.mark.parametrize("language", TARGETS)
def test_a_text_of_the_programs_is_translated_in_one_way(checkout: Project, language: str) -> None:
    none_of(gate.alike(checkout, language))


def test_every_language_but_the_source_is_translated_into() -> None:
    assert set(TARGETS) == set(LANGUAGES) - {"en"}

"""A text for people, as it stands in a source; and which catalog it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from aimak.course.units import UNITS, Unit
from aimak.project import Project
from aimak.site.book.frame import FRAME

#: The domain of everything that belongs to no unit.
KIT = "aimak"
#: Columns of tables that people read: file, column, domain.
TABLES = (
    ("book/library/legal-acts.csv", "settles", "library"),
    ("book/library/legal-acts.csv", "note", "library"),
    ("datasets/budget_lines.csv", "label", "budget"),
    ("datasets/causes.csv", "text", "budget"),
    ("datasets/water_events.csv", "text", "water"),
    ("datasets/streets_lamp_types.csv", "label", "streets"),
    ("datasets/streets_causes.csv", "text", "streets"),
    ("datasets/control_causes.csv", "text", "control"),
    ("datasets/planning_needs.csv", "label", "planning"),
    ("datasets/planning_groups.csv", "label", "planning"),
    ("datasets/planning_measure_kinds.csv", "label", "planning"),
    ("datasets/planning_plans.csv", "text", "planning"),
    ("datasets/newservice_services.csv", "text", "newservice"),
    ("datasets/newservice_survey_notes.csv", "text", "newservice"),
    ("datasets/waste_causes.csv", "text", "waste"),
    ("datasets/feedback_causes.csv", "text", "feedback"),
    ("datasets/hearings.csv", "note", "hearing"),
    ("datasets/hearing_wishes.csv", "label", "hearing"),
    ("datasets/participation_events.csv", "note", "participation"),
    ("datasets/exchange_kinds.csv", "label", "exchange"),
    ("datasets/exchange_practices.csv", "what", "exchange"),
    ("datasets/exchange_practices.csv", "beware", "exchange"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One text.

    :param texts: the text itself, or its singular and plural form.
    :param places: the files that have it, relative to the project.
    :param hints: what the author says to translators.
    """

    texts: tuple[str, ...]
    places: tuple[str, ...]
    hints: tuple[str, ...] = ()


def merge(messages: Iterable[Message]) -> dict[str, Message]:
    """Messages by their first text, in the order of their first place; one that has a plural anywhere has it."""
    found: dict[str, Message] = {}
    for one in messages:
        before = found.get(one.texts[0])
        if before is None:
            found[one.texts[0]] = one
            continue
        found[one.texts[0]] = replace(
            before,
            texts=max(before.texts, one.texts, key=len),
            places=tuple(dict.fromkeys((*before.places, *one.places))),
            hints=tuple(dict.fromkeys((*before.hints, *one.hints))),
        )
    return found


def domain_of(place: str, units: Iterable[Unit] = UNITS) -> str:
    """The domain at run time of a code file: the name of its unit, or :data:`KIT`.

    >>> domain_of("src/aimak/lesson/cases/budget_parts.py")
    'budget'
    """
    for unit in units:
        patterns = (
            f"notebooks/{unit.name}.md",
            f"exercises/{unit.name}*.md",
            f"book/slides/{unit.name}.md",
            f"src/aimak/lesson/cases/{unit.name}*.py",
            f"src/aimak/lesson/{unit.name}_*.py",
            f"src/aimak/data/{unit.name}.py",
            f"src/aimak/data/*_{unit.name}.py",
            f"src/aimak/municipal/{unit.name}/*",
            f"src/aimak/municipal/{unit.name}.py",
        )
        if any(fnmatch(place, pattern) for pattern in patterns):
            return unit.name
    return KIT


def catalog_path(project: Project, language: str, name: str) -> Path:
    """The .po file of a catalog: ``aimak`` and ``budget`` lie beside the code, ``book/intro``, ``exercises/budget`` and
    ``sphinx``, what stands around a page, with the book."""
    runtime = "/" not in name and name != FRAME
    return catalog_folder(project, language, runtime=runtime) / f"{name}.po"


def catalog_folder(project: Project, language: str, *, runtime: bool) -> Path:
    """Where the catalogs of a language lie: those that the code reads, or the book's."""
    above = project.root / "src" / "aimak" / "i18n" / "locale" if runtime else project.root / "book" / "locale"
    return above / language / "LC_MESSAGES"


def unit_of_catalog(name: str, units: Iterable[Unit] = UNITS) -> str:
    """The unit that a catalog belongs to, or :data:`KIT` for one that every language must have.

    >>> unit_of_catalog("book/chapters/budget"), unit_of_catalog("book/intro")
    ('budget', 'aimak')
    """
    last = name.rpartition("/")[2]
    return next((unit.name for unit in units if last in (unit.name, f"{unit.name}-analyst")), KIT)

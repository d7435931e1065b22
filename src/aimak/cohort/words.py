"""What the codes of a roster are called in the reader's language: sexes, ages, roles, languages, places."""

from __future__ import annotations

from collections.abc import Iterable

from aimak.cohort.groups import Group
from aimak.cohort.roster import Trainee
from aimak.data import OBLASTS, municipality, oblast_name
from aimak.i18n import language
from aimak.i18n import translate as _
from aimak.i18n.order import sort_key

#: By what a report groups people, in the order in which it tells of it.
KINDS = ("oblast", "municipality", "sex", "age", "role", "language")


def kind_name(kind: str) -> str:
    """What a group is made by: one of :data:`KINDS`."""
    return {
        "oblast": _("Oblast"), "municipality": _("Municipality"), "language": _("Language"),
        "sex": _("Sex"), "age": _("Age"), "role": _("Role"),
    }[kind]  # fmt: skip


def shown(kind: str, code: str) -> str:
    """What a roster's value is called; a value that is no code, such as a post that a list names, is shown as it is."""
    if not code:
        return _("not given")
    if kind == "oblast":
        return oblast_name(code) if code in OBLASTS else code
    if kind == "municipality":
        return f"{municipality(code).shown} ({code})"
    if kind == "age":
        return code.replace("-", "\u2013")
    return {"sex": _sexes, "role": _roles, "language": _languages}[kind]().get(code, code)


def _sexes() -> dict[str, str]:
    return {"f": _("women"), "m": _("men")}


def _roles() -> dict[str, str]:
    return {
        "accountant": _("accountant"), "head": _("head"), "deputy": _("deputy"), "specialist": _("specialist"),
    }  # fmt: skip


def _languages() -> dict[str, str]:
    return {"ky": _("Kyrgyz"), "ru": _("Russian"), "en": _("English")}


def sex_of(trainee: Trainee) -> str:
    """The sex of one person, for a table; empty if it is not given."""
    return {"f": _("woman"), "m": _("man")}.get(trainee.sex, trainee.sex)


def in_order(kind: str, groups: Iterable[Group]) -> list[Group]:
    """Groups of places in the alphabetical order of the reader's language; others in that of their codes."""
    if kind not in {"oblast", "municipality"}:
        return list(groups)
    return sorted(groups, key=lambda one: (sort_key(shown(kind, one.name), language()), one.name))


def by_name(name: str, code: str) -> tuple[object, ...]:
    """A key that sorts people by name in the reader's language; who has none comes last, and ties go by the code."""
    return (not name, sort_key(name, language()), code)

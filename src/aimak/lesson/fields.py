"""The fields of a form, as plain records: what is asked, and how an answer is read.

``clean`` turns whatever stands in a record into a plain value of the field's type, or None. It never raises, so a
check can rely on the types and an odd answer costs its own points only.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from aimak.i18n import translate as _
from aimak.i18n.numbers import number

#: The longest text that an answer keeps, in characters.
MAX_TEXT = 2000


def parse_number(text: str) -> float | None:
    """A number as people type it: ``29.5``, ``29,5 %``, ``1 176,8``, ``1,176.8``. None if it is none."""
    bare = re.sub(r"[\s\u00a0\u202f%]", "", text).replace("\u2212", "-")
    if "," in bare and "." in bare:
        bare = bare.replace(",", "") if bare.rfind(".") > bare.rfind(",") else bare.replace(".", "").replace(",", ".")
    bare = bare.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d{1,15}(\.\d{0,9})?|\.\d{1,9})", bare):
        return None
    return float(bare)


def _is_number(value: object) -> bool:
    if isinstance(value, int):  # JSON has whole numbers of any length; isfinite raises on the longest
        return not isinstance(value, bool) and -1e15 < value < 1e15
    return isinstance(value, float) and math.isfinite(value)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is typed; the answer is a float or None."""

    name: str
    label: str
    unit: str = ""
    decimals: int = 1

    def clean(self, value: Any) -> float | None:
        """The number, also from text with a comma or spaces."""
        if isinstance(value, str):
            return parse_number(value)
        return float(value) if _is_number(value) and abs(value) < 1e15 else None

    def show(self, value: Any) -> str:
        """The answer for people."""
        return "—" if value is None else f"{number(value, self.decimals)} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several options; the answer is the option's key or None."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]

    def clean(self, value: Any) -> str | None:
        """The key, if it is one of the options."""
        return value if isinstance(value, str) and value in dict(self.options) else None

    def show(self, value: Any) -> str:
        """The answer for people."""
        return dict(self.options).get(value, "—")


@dataclass(frozen=True, slots=True)
class Choices:
    """Any number of options; the answer is a tuple of keys in the order of the options, or None.

    :param board: HTML that answers at once to what is ticked; called with the tuple.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    board: Callable[[tuple[str, ...]], str] | None = None

    def clean(self, value: Any) -> tuple[str, ...] | None:
        """The keys that are options; keys that are none are dropped."""
        if not isinstance(value, list | tuple):
            return None
        return tuple(key for key, _label in self.options if key in value)

    def show(self, value: Any) -> str:
        """The answer for people."""
        if value is None:
            return "—"
        return "; ".join(label for key, label in self.options if key in value) or _("none")


@dataclass(frozen=True, slots=True)
class Text:
    """A few sentences; the answer is a text (never longer than :data:`MAX_TEXT`) or None if it is empty."""

    name: str
    label: str
    rows: int = 4

    def clean(self, value: Any) -> str | None:
        """The text in Unicode normal form C, without blanks around it."""
        if not isinstance(value, str):
            return None
        return unicodedata.normalize("NFC", value).strip()[:MAX_TEXT] or None

    def show(self, value: Any) -> str:
        """The answer for people."""
        return value or "—"


@dataclass(frozen=True, slots=True)
class AmountLine:
    """One line of an allocation. All amounts are thousand som, unless the form says otherwise.

    :param least: the smallest amount that can be set.
    :param step: how finely it is set; 1 for months and other whole things.
    """

    key: str
    label: str
    start: float
    most: float
    note: str = ""
    least: float = 0.0
    step: float = 0.1


@dataclass(frozen=True, slots=True)
class Amounts:
    """An allocation: an amount (thousand som) on each line, by slider or typed.

    The answer is a dict with an amount for every line, or None.

    :param board: HTML that answers at once to the amounts; called with the dict.
    :param brief: the same in a line, which a phone shows below each slider, where the board is out of sight.
    """

    name: str
    label: str
    lines: tuple[AmountLine, ...]
    board: Callable[[dict[str, float]], str] | None = None
    brief: Callable[[dict[str, float]], str] | None = None

    def clean(self, value: Any) -> dict[str, float] | None:
        """The amounts rounded to 0.1, if every line has one that is finite and not negative."""
        if not isinstance(value, Mapping):
            return None
        amounts = {line.key: value.get(line.key) for line in self.lines}
        if not all(_is_number(amount) and 0 <= amount < 1e12 for amount in amounts.values()):  # type: ignore[operator]
            return None
        return {key: round(float(amount), 1) for key, amount in amounts.items()}  # type: ignore[arg-type]

    def show(self, value: Any) -> str:
        """The answer for people."""
        if value is None:
            return "—"
        return "; ".join(f"{li.label}: {number(value[li.key], 0 if li.step >= 1 else 1)}" for li in self.lines)


@dataclass(frozen=True, slots=True)
class PickLine:
    """One line of a plan and what may be chosen on it: (key, label) of each option."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picks:
    """A plan: one of several options on each line, such as the year of each road.

    The answer is a dict with the option's key, or None where nothing is chosen yet, for every line; None if nothing is.

    :param board: HTML that answers at once to what is chosen; called with the dict.
    :param brief: the same in a line, which a phone shows below each line, where the board is out of sight.
    """

    name: str
    label: str
    lines: tuple[PickLine, ...]
    board: Callable[[dict[str, str | None]], str] | None = None
    brief: Callable[[dict[str, str | None]], str] | None = None

    def clean(self, value: Any) -> dict[str, str | None] | None:
        """The keys that are options of their line."""
        if not isinstance(value, Mapping):
            return None
        chosen = {line.key: value.get(line.key) for line in self.lines}
        kept = {
            line.key: chosen[line.key]
            if isinstance(chosen[line.key], str) and chosen[line.key] in dict(line.options)
            else None
            for line in self.lines
        }
        return kept if any(kept.values()) else None

    def show(self, value: Any) -> str:
        """The answer for people."""
        if value is None:
            return "—"
        return "; ".join(f"{line.label}: {dict(line.options).get(value[line.key], '—')}" for line in self.lines)


Field: TypeAlias = Number | Choice | Choices | Text | Amounts | Picks

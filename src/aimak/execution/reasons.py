"""Why a run ended before its last cell, kept without words: trainer and trainee each read it in their own language."""

from __future__ import annotations

from dataclasses import dataclass

from aimak.execution.limits import MIB, Limits
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, short

#: Codes of reasons beside the limits' own (``wall``, ``cell``, ``cpu``, ``memory``, ``output``).
CLOSED, PROTOCOL, CRASHED, EXITED, UNSHOWABLE, OTHER = "closed", "protocol", "crashed", "exited", "unshowable", "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a run ended.

    :param code: one of the codes of this module, or the limit that ended it; empty if it ended by itself.
    :param value: the limit (seconds or bytes), the signal, or the exit code.
    :param told: what a library said, in English, where nothing else is known.
    """

    code: str = ""
    value: float = 0
    told: str = ""

    def words(self) -> str:
        """The reason in the language in force; empty if there is none."""
        if not self.code:
            return ""
        seconds = {"count": short(self.value)}
        megabytes = {"count": number(self.value // MIB)}
        said = {
            "wall": plural(
                "the notebook ran longer than {count} second",
                "the notebook ran longer than {count} seconds",
                self._count,
            ).format(**seconds),
            "cell": plural(
                "a cell ran longer than {count} second", "a cell ran longer than {count} seconds", self._count
            ).format(**seconds),
            "cpu": plural(
                "the notebook used more than {count} second of processor time",
                "the notebook used more than {count} seconds of processor time",
                self._count,
            ).format(**seconds),
            "memory": _("the notebook used more memory than {count} MB").format(**megabytes),
            "output": _("the notebook printed more than {count} MB").format(**megabytes),
            CLOSED: _("the notebook closed the channel of its results"),
            PROTOCOL: _("the notebook wrote to the channel of its results"),
            CRASHED: _("the interpreter crashed (signal {number})").format(number=int(self.value)),
            EXITED: _("the notebook ended its own interpreter (exit code {number})").format(number=int(self.value)),
            UNSHOWABLE: _("a cell showed something that cannot be kept in a notebook"),
        }
        return said.get(self.code, self.told)

    @property
    def _count(self) -> int:
        return int(self.value)


def of_limit(name: str, limits: Limits) -> Reason | None:
    """The reason for a run that a limit ended; None if there is no such limit."""
    values = {"wall": limits.wall, "cell": limits.cell, "cpu": limits.cpu}
    values |= {"memory": limits.memory, "output": limits.output}
    return Reason(name, values[name]) if name in values else None

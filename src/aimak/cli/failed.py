"""What `aimak cohort grade` says of hand-ins that could not be graded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aimak.cli.common import say
from aimak.i18n import plural
from aimak.i18n import translate as _

if TYPE_CHECKING:
    from aimak.cohort.grading.run import Graded

#: So many that share a reason have a line each; of more only the first is named, for a class fills the screen.
ONE_BY_ONE = 5


def say_failed(failed: Sequence[Graded]) -> None:
    """A line for each hand-in that could not be graded; one for all that share a reason, if they are many."""
    by_reason: dict[tuple[str, str], list[Graded]] = {}
    for one in failed:
        by_reason.setdefault((one.assignment, one.problem), []).append(one)
    for (exercise, problem), ones in by_reason.items():
        shown = ones if len(ones) <= ONE_BY_ONE else ones[:1]
        for one in shown:
            told = _("Not graded: {trainee}, {exercise}: {problem}")
            say(told.format(trainee=one.trainee, exercise=exercise, problem=problem))
        if more := len(ones) - len(shown):
            told = plural(
                "Not graded either, of {exercise}, for the same reason: {count} other hand-in",
                "Not graded either, of {exercise}, for the same reason: {count} other hand-ins",
                more,
            )
            say(told.format(exercise=exercise, count=more))

"""How the invented class answers the two tests: as its skills let it, better after the course, and not everybody twice.

The shares are made up for the sample; nothing is claimed about real trainees.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from aimak.cohort.roster import Trainee
from aimak.course import before_after_key as key
from aimak.course.designed import Answers
from aimak.lesson.before_after import AFTER, BEFORE, QUESTIONS

#: Skill -> the part of the questions answered right before the course and after it.
_KNOWN = {"strong": (0.62, 0.88), "usual": (0.42, 0.70), "weak": (0.25, 0.48), "stopped early": (0.40, 0.60)}
#: Of the others: the part that is not known, and the part that is left open.
_REST = {BEFORE: (0.45, 0.08), AFTER: (0.18, 0.04)}
#: Some questions are harder than others, and some gain more: what is added, by the unit.
_EASE = {"water": -0.1, "newservice": -0.15, "exchange": 0.1, "planning": 0.15, "streets": -0.05, "participation": -0.1}
#: Questions that somebody answers who stops early.
_STOPS_AFTER = 8
#: One in so many does the first test only, and one in so many the second only.
_ONCE = 12
#: How long before and after the sample's exercises the tests are saved.
SAVED = {BEFORE: -timedelta(days=7), AFTER: timedelta(days=7)}


def takes(test: str, code: str, seed: int) -> bool:
    """Whether a trainee of the sample takes this test."""
    lot = random.Random(f"{seed} {code} which test").randrange(_ONCE)
    return lot != {BEFORE: 0, AFTER: 1}[test]


def test_answers(test: str, case: Any, skill: str, draw: random.Random) -> Answers:
    """What somebody of this skill answers."""
    if skill == "untouched":
        return {}
    known = _KNOWN[skill][test == AFTER]
    unknown, left = _REST[test]
    answers: dict[str, Any] = {}
    for number, (question, unit) in enumerate(QUESTIONS.items()):
        if skill == "stopped early" and number >= _STOPS_AFTER:
            break
        if draw.random() < known + _EASE.get(unit, 0.0):
            answers[question] = key.answered(question, key.right(question, case))
            continue
        luck = draw.random()
        if luck < unknown:
            answers[question] = key.not_known(question, case)
        elif luck >= unknown + left:
            wrong = [one for one in key.misconceptions() if one.form == question]
            answers[question] = draw.choice(wrong).answer(case, None)
    return answers


test_answers.__test__ = False  # type: ignore[attr-defined]


def file_name(test: str, trainee: Trainee, draw: random.Random) -> str:
    """A name as messengers leave it. It always names the test: nobody's two files may have one name."""
    first = trainee.name.split()[0]
    return draw.choice(
        (f"{test}_{trainee.code}.ipynb", f"{test} ({draw.randrange(1, 9)}) {trainee.code}.ipynb",
         f"{first} {test} {trainee.code}.ipynb")
    )  # fmt: skip

# ruff: noqa: E402, B018
"""Runs inside Pyodide: a form is filled and saved, its check answers, and nothing heavy was imported."""

import sys

sys.dont_write_bytecode = True
sys.path[:0] = ["/kit/src", "/site"]

from aimak.lesson import Number, look_at, right
from aimak.lesson.answers import MIME
from aimak.lesson.budget_board import board
from aimak.lesson.cases import case_maker
from aimak.lesson.exercise import WHO
from aimak.lesson.fields import Choice
from aimak.lesson.opening import playing

shown = []


def screen(bundle):
    shown.append(bundle)
    place = len(shown) - 1

    def replace(later):
        shown[place] = later

    return replace


def look(answers, case):
    near = abs((answers["sums"]["n"] or 0) - case.plan.total_revenue / 1000) < 0.1
    yield right("yes") if near else look_at("no")


with playing("budget", {}, screen) as exercise:
    exercise.form(WHO, "Who?", lambda case: [Choice("municipality", "M", (("M07", "M07"),))], needs_case=False)
    exercise.form("sums", "Sums", lambda case: [Number("n", "All revenue")], look=look)
    exercise.check("sums")
    exercise.live[WHO].fill({"municipality": "M07"})
    exercise.live[WHO].save()
    exercise.live["sums"].fill({"n": exercise.case.plan.total_revenue / 1000})
    exercise.live["sums"].save()
    case = case_maker("budget")("M07")
    amounts = {line.key: line.amount / 1000 for line in case.plan.spending}
    drawn = board(case, case.plan, case.limits, case.floors, amounts)

assert shown[1][MIME]["values"]["n"] > 0
assert "Right: yes" in shown[2]["text/plain"], shown[2]
assert "<svg" in drawn
heavy = {"pandas", "numpy", "matplotlib"} & set(sys.modules)
assert not heavy, heavy
print("a form was filled, saved and checked under", sys.version.split()[0])
0

"""What a notebook imports: forms, checks and texts. Standard library and ipywidgets only; charts import matplotlib
where they draw."""

from aimak.i18n import plural, translate
from aimak.lesson.exercise import Exercise
from aimak.lesson.fields import AmountLine, Amounts, Choice, Choices, Field, Number, PickLine, Picks, Text
from aimak.lesson.hints import Hint, look_at, note, right
from aimak.lesson.opening import open_exercise

__all__ = [
    "AmountLine",
    "Amounts",
    "Choice",
    "Choices",
    "Exercise",
    "Field",
    "Hint",
    "Number",
    "PickLine",
    "Picks",
    "Text",
    "look_at",
    "note",
    "open_exercise",
    "plural",
    "right",
    "translate",
]

"""Grading: one hand-in anywhere (:mod:`.one`), many at a time (:mod:`.pool`), into the gradebook (:mod:`.book`)."""

from aimak.cohort.grading.pool import cluster
from aimak.cohort.grading.run import Graded, How, grade, hand_ins, how_to_grade

__all__ = ["Graded", "How", "cluster", "grade", "hand_ins", "how_to_grade"]

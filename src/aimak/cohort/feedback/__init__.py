"""Feedback: a page for each hand-in in the trainee's language, and a short text for a messenger."""

from aimak.cohort.feedback.message import message
from aimak.cohort.feedback.run import Feedback, feedback

__all__ = ["Feedback", "feedback", "message"]

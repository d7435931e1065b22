"""The nodes of a quiz, and the answers put where a page needs them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class Quiz(nodes.General, nodes.Element):
    """Holds questions."""


class QuizQuestion(nodes.Part, nodes.Element):
    """A text, then options. ``number`` counts from 1 over the page; ``several`` where more than one option is right."""


class QuizOption(nodes.Part, nodes.Element):
    """The option's text and its explanation; ``right`` or not."""


class QuizText(nodes.TextElement):
    """One text for translators; ``part`` says which: question, option or why."""


class QuizReasons(nodes.Part, nodes.Element):
    """On the page: all options of one question, each with its explanation."""


class QuizReason(nodes.Part, nodes.Element):
    """On the page: one option with its explanation; ``right`` or not."""


class QuizAnswers(nodes.Part, nodes.Element):
    """On the page: what is printed behind it, the answers to all questions."""


class AnswersForThePage(SphinxPostTransform):
    """Put each question's answers below it, and once more at the end of the page for those who print.

    A style sheet cannot move text to the end of a page, so what is printed stands there in the page itself. This runs
    after the translation, so translators see each text once.
    """

    default_priority = 850
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Change the document in place."""
        answers = QuizAnswers()
        for question in list(self.document.findall(QuizQuestion)):
            reasons = _take_reasons(question)
            answers += QuizQuestion("", _copy(question[0]), _copy(reasons), **question.attributes)
            question.append(reasons)
        if answers.children:
            self.document += answers


def _take_reasons(question: QuizQuestion) -> QuizReasons:
    reasons = QuizReasons(number=question["number"])
    for option in question.findall(QuizOption):
        text, why = option.children
        option.remove(why)
        reasons += QuizReason("", _copy(text), why, right=option["right"])
    return reasons


def _copy(node: Any) -> Any:
    """A copy without names and addresses, which may stand only once in a page."""
    copied = node.deepcopy()
    for one in copied.findall(nodes.Element):
        one["ids"] = []
        one["names"] = []
    return copied

"""The directive `{quiz}`: from the author's text to nodes that gettext and every builder understand."""

from __future__ import annotations

from typing import Any

from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from aimak.site.quiz.nodes import Quiz, QuizOption, QuizQuestion, QuizText
from aimak.site.quiz.source import Piece, Question, QuizMistakeError, read_quiz

_log = logging.getLogger(__name__)


class QuizDirective(SphinxDirective):
    """A quiz in a MyST page. A mistake in it is one warning with its line, and the page goes on without the quiz."""

    has_content = True

    def run(self) -> list[Any]:
        """The quiz as nodes."""
        try:
            questions = read_quiz(list(self.content))
        except QuizMistakeError as mistake:
            where = (self.env.docname, self._line(mistake.line))
            _log.warning("quiz: %s", mistake.what, location=where, type="aimak", subtype="quiz")
            return []
        quiz = Quiz()
        self.set_source_info(quiz)
        quiz += [self._question(question) for question in questions]
        return [quiz]

    def _line(self, line: int) -> int:
        """The line of the page: MyST counts the first line of a directive and the offset of its text apart."""
        return int(self.lineno + self.content_offset + 1 + line)

    def _question(self, question: Question) -> Any:
        number = self.env.new_serialno("quiz question") + 1
        node = QuizQuestion(number=number, several=question.several)
        node += self._text(question.text, "question")
        for option in question.options:
            node += QuizOption("", self._text(option.text, "option"), self._text(option.why, "why"), right=option.right)
        return node

    def _text(self, piece: Piece, part: str) -> Any:
        line = self._line(piece.line)
        inline, _messages = self.state.inline_text(piece.text, line)
        node = QuizText(piece.text, "", *inline, part=part)
        # Without a source Sphinx takes a text for one of its own and does not offer it for translation.
        node.source, node.line = self.get_source_info()[0], line
        return node

"""How a quiz stands in a page: fields with names for screen readers, and all of our own words in one table."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

from aimak.i18n import translate as _
from aimak.site.quiz.nodes import Quiz, QuizAnswers, QuizOption, QuizQuestion, QuizReason, QuizReasons, QuizText

Visit = Callable[[Any, Any], None]


def script_texts() -> dict[str, str]:
    """What the script says; it has no words of its own."""
    return {
        "right": _("✔ Right."),
        "wrong": _("✘ Not right."),
        "missing": _("➜ Not complete: something right is still missing."),
        "choose": _("➜ Choose an answer first."),
        "score": _("You answered all questions. Right: {right} of {all}."),
        "again": _("You may change an answer and check it again."),
    }


def _put(text: str) -> Visit:
    def visit(writer: Any, _node: Any) -> None:
        writer.body.append(text)

    return visit


def _nothing(_writer: Any, _node: Any) -> None:
    pass


def _paragraph(writer: Any, node: Any) -> None:
    if isinstance(node, QuizText):
        writer.body.append("\n\n")


def _quiz(writer: Any, _node: Any) -> None:
    texts = escape(json.dumps(script_texts(), ensure_ascii=False))
    writer.body.append(f'<div class="aimak-quiz" data-texts="{texts}">\n')


def _quiz_ends(writer: Any, _node: Any) -> None:
    writer.body.append('<div class="aimak-quiz-score" role="status" aria-live="polite"></div>\n</div>\n')


def _printed(node: Any) -> bool:
    return isinstance(node.parent, QuizAnswers)


def _question(writer: Any, node: Any) -> None:
    writer.body.append("<div>\n" if _printed(node) else '<fieldset class="aimak-question">\n')


def _question_ends(writer: Any, node: Any) -> None:
    writer.body.append("</div>\n" if _printed(node) else "</fieldset>\n")


def _option(writer: Any, node: Any) -> None:
    question = node.parent
    kind = "checkbox" if question["several"] else "radio"
    name = f"quiz-{question['number']}"
    # A browser that fills in what stood here before would show a choice without its answer.
    writer.body.append(f'<label class="aimak-option"><input type="{kind}" name="{name}" autocomplete="off"> ')


def _reasons(writer: Any, node: Any) -> None:
    if _printed(node.parent):
        writer.body.append("<ul>\n")
        return
    check, answer = (text.format(number=node["number"]) for text in (_("Check answer {number}"), _("Answer {number}")))
    writer.body.append(
        f'<button type="button" class="aimak-button" hidden>{escape(check)}</button>\n'
        '<div class="aimak-quiz-said" role="status" aria-live="polite"></div>\n'
        f"<details><summary>{escape(answer)}</summary>\n<ul>\n"
    )


def _reasons_end(writer: Any, node: Any) -> None:
    writer.body.append("</ul>\n" if _printed(node.parent) else "</ul>\n</details>\n")


def _reason(writer: Any, node: Any) -> None:
    verdict = _("✔ Right:") if node["right"] else _("✘ Not right:")
    kind = "right" if node["right"] else "wrong"
    writer.body.append(f'<li data-is="{kind}"><strong>{escape(verdict)}</strong> ')


def _text(writer: Any, node: Any) -> None:
    if node["part"] != "question":
        writer.body.append(f'<span class="aimak-quiz-{node["part"]}">')
        return
    question = node.parent
    writer.body.append("<p>" if _printed(question) else "<legend>")
    writer.body.append(f'<span class="aimak-quiz-number">{question["number"]}.</span> ')


def _names_reason(node: Any) -> bool:
    return isinstance(node.parent, QuizReason) and node["part"] == "option"


def _text_ends(writer: Any, node: Any) -> None:
    if node["part"] != "question":
        writer.body.append("</span> <br>" if _names_reason(node) else "</span>")
    elif _printed(node.parent):
        writer.body.append("</p>\n")
    else:
        hint = _("Choose all that are right.") if node.parent["several"] else _("Choose one.")
        writer.body.append(f' <span class="aimak-quiz-hint">{escape(hint)}</span></legend>\n')


def _answers(writer: Any, _node: Any) -> None:
    title = escape(_("Answers to the questions"))
    writer.body.append(f'<div class="aimak-quiz-answers">\n<p><strong>{title}</strong></p>\n')


#: For each node, what a page holds before and after it.
HTML: dict[type, tuple[Visit, Visit]] = {
    Quiz: (_quiz, _quiz_ends),
    QuizQuestion: (_question, _question_ends),
    QuizOption: (_option, _put("</label>\n")),
    QuizText: (_text, _text_ends),
    QuizReasons: (_reasons, _reasons_end),
    QuizReason: (_reason, _put("</li>\n")),
    QuizAnswers: (_answers, _put("</div>\n")),
}
#: In a LaTeX book the texts stand one below the other.
LATEX = (_nothing, _paragraph)

"""Read the text of a quiz: one field a line, so that a person can write it and a mistake has a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: A question, an option of one of two kinds, and what is said about the option before it.
FIELDS = ("ask", "right", "wrong", "why")
_FIELD = re.compile(r"([A-Za-z_-]+):(?:\s+(.*))?$")


class QuizMistakeError(Exception):
    """The author's text cannot be a quiz.

    :param what: what is wrong and how to mend it, in one line.
    :param line: where, counted from 0 at the first line of the quiz's text.
    """

    def __init__(self, what: str, line: int) -> None:
        self.what = what
        self.line = line
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with inline Markdown, and the line of the quiz that it starts on (from 0)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a question, and why it is right or wrong."""

    text: Piece
    why: Piece
    right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its options, two or more, some of them right and some wrong."""

    text: Piece
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        """Whether more than one option is right, so that the reader ticks boxes."""
        return sum(option.right for option in self.options) > 1


def read_quiz(lines: Sequence[str]) -> tuple[Question, ...]:
    """The questions that ``lines`` ask.

    :raises QuizMistakeError: for the first mistake, with its line.
    """
    questions: list[tuple[Piece, list[Option]]] = []
    fields = list(_fields(lines))
    for place, (name, piece) in enumerate(fields):
        if name == "ask":
            questions.append((piece, []))
            continue
        if not questions:
            raise QuizMistakeError(f"A quiz starts with “ask:”, not with “{name}:”.", piece.line)
        if name == "why":
            if fields[place - 1][0] not in {"right", "wrong"}:
                raise QuizMistakeError("A “why:” stands below the option that it explains, one for each.", piece.line)
            continue
        after = fields[place + 1] if place + 1 < len(fields) else ("", piece)
        if after[0] != "why":
            raise QuizMistakeError("This option has no “why:” below it.", piece.line)
        questions[-1][1].append(Option(piece, after[1], name == "right"))
    if not questions:
        raise QuizMistakeError("This quiz has no question. A question starts with “ask:”.", 0)
    return tuple(_whole(text, options) for text, options in questions)


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, Piece]]:
    """Each field with its text; indented lines below it belong to it."""
    name, start, parts = "", 0, list[str]()
    for number, line in enumerate([*lines, "ask:"]):  # one more field at the end, never given out, closes the last
        if not line.strip():
            continue
        if line[0].isspace():
            if not name:
                raise QuizMistakeError("An indented line goes on with the field above, and there is none.", number)
            parts.append(line.strip())
            continue
        if name:
            yield name, _piece(name, parts, start)
        found = _FIELD.match(line.rstrip())
        if found is None:
            raise QuizMistakeError(f"A line starts with one of {_names()}, or with spaces to go on.", number)
        name, start, parts = found[1], number, [found[2] or ""]
        if name not in FIELDS:
            raise QuizMistakeError(f"Unknown field “{name}:”; known are {_names()}.", number)


def _names() -> str:
    return ", ".join(f"“{name}:”" for name in FIELDS)


def _piece(name: str, parts: list[str], line: int) -> Piece:
    text = " ".join(parts).strip()
    if not text:
        raise QuizMistakeError(f"The field “{name}:” is empty.", line)
    return Piece(text, line)


def _whole(text: Piece, options: list[Option]) -> Question:
    seen: set[str] = set()
    for option in options:
        if option.text.text in seen:
            raise QuizMistakeError("This option stands twice in its question.", option.text.line)
        seen.add(option.text.text)
    if len(options) < 2:
        raise QuizMistakeError(f"This question needs two options or more; it has {len(options)}.", text.line)
    for name, kinds in (("right", True), ("wrong", False)):
        if not any(option.right is kinds for option in options):
            raise QuizMistakeError(f"This question has no {name} option. Write one as “{name}:”.", text.line)
    return Question(text, tuple(options))

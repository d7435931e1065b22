"""The questions of the chapters: few, short, with a wrong option that somebody might believe."""

import re
from pathlib import Path

import pytest

from aimak.site.quiz.source import Question, read_quiz
from tests.conftest import ROOT
from tests.content.test_pages import INVENTED, LONGEST_SENTENCE

CHAPTERS = sorted((ROOT / "book" / "chapters").glob("*.md"))


def questions(path: Path) -> list[Question]:
    texts = re.findall(r"^```\{quiz\}\n(.*?)^```$", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [question for text in texts for question in read_quiz(text.splitlines())]


def texts(path: Path) -> list[str]:
    return [
        piece.text
        for question in questions(path)
        for piece in (question.text, *(part for option in question.options for part in (option.text, option.why)))
    ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_asks_three_to_five_questions(path: Path) -> None:
    assert 3 <= len(questions(path)) <= 5


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_right_option_has_no_place_of_its_own(path: Path) -> None:
    """Whoever always takes the first, the last or the longest option does not get through."""
    chosen = [question for question in questions(path) if not question.several]
    assert not all(question.options[0].right for question in chosen)
    assert not all(question.options[-1].right for question in chosen)
    assert not all(max(question.options, key=lambda option: len(option.text.text)).right for question in chosen)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_sentences_of_a_quiz_are_short(path: Path) -> None:
    for text in texts(path):
        for sentence in re.split(r"(?<=[.!?:;])\s", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_quiz_teaches_nothing_that_is_not_known(path: Path) -> None:
    for invented in INVENTED:
        assert not re.search(invented, " ".join(texts(path))), invented


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_quiz_that_names_a_law_says_as_of_when(path: Path) -> None:
    for text in texts(path):
        if re.search(r"\bLaw No\.", text):
            assert re.search(r"as of \w+ 20\d\d", text), text

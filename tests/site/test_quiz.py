"""Quizzes: what authors write, what translators get, and what stands in the page before any script runs."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from aimak.site.book.conf import write_conf
from aimak.site.quiz.page import script_texts
from aimak.site.quiz.source import QuizMistakeError, read_quiz
from tests.conftest import ROOT, Project

QUIZ = """\
ask: Which are **own** revenue?
right: Land tax
why: It is one of the four own sources:
  a tax.
right: Patents
why: They are, too.
wrong: Parents’ fees
why: They are special means.

ask: Who approves the budget?
wrong: The accountant & co.
why: The accountant writes it down.
right: The local kenesh
why: By resolution.
"""
TEXTS = (
    "Which are **own** revenue?",
    "Land tax",
    "It is one of the four own sources: a tax.",
    "Patents",
    "They are, too.",
    "Parents’ fees",
    "They are special means.",
    "Who approves the budget?",
    "The accountant & co.",
    "The accountant writes it down.",
    "The local kenesh",
    "By resolution.",
)


def test_questions_have_their_options_reasons_and_lines() -> None:
    first, second = read_quiz(QUIZ.splitlines())
    assert first.several
    assert not second.several
    assert [option.right for option in first.options] == [True, True, False]
    assert first.options[0].why.text == "It is one of the four own sources: a tax."
    assert (second.text.line, second.options[1].why.line) == (9, 13)
    pieces = [
        (one.text, *(piece for option in one.options for piece in (option.text, option.why))) for one in (first, second)
    ]
    assert tuple(piece.text for one in pieces for piece in one) == TEXTS


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 0, "This quiz has no question"),
        ("ask: A?\nwrong: B\nwhy: b\nwrong: C\nwhy: c", 0, "has no right option"),
        ("ask: A?\nright: B\nwhy: b\nright: C\nwhy: c", 0, "has no wrong option"),
        ("ask: A?\nright: B\nwhy: b", 0, "needs two options or more; it has 1"),
        ("\nask: A?\n\nask: D?\nright: B\nwhy: b\nwrong: C\nwhy: c", 1, "needs two options or more; it has 0"),
        ("ask: A?\nrigth: B\nwhy: b\nwrong: C\nwhy: c", 1, "Unknown field “rigth:”; known are “ask:”, “right:”"),
        ("ask: A?\nright: B\nwhy: b\nwrong:\nwhy: c", 3, "The field “wrong:” is empty"),
        ("ask:  \nright: B\nwhy: b\nwrong: C\nwhy: c", 0, "The field “ask:” is empty"),
        ("ask: A?\nright: B\nwrong: C\nwhy: c", 1, "This option has no “why:”"),
        ("ask: A?\nright: B\nwhy: b\nwrong: C", 3, "This option has no “why:”"),
        ("ask: A?\nwhy: a\nright: B\nwhy: b\nwrong: C\nwhy: c", 1, "A “why:” stands below the option"),
        ("ask: A?\nright: B\nwhy: b\nwhy: b\nwrong: C\nwhy: c", 3, "A “why:” stands below the option"),
        ("right: B\nwhy: b", 0, "A quiz starts with “ask:”, not with “right:”"),
        ("ask: A?\nright: B\nwhy: b\nwrong: B\nwhy: c", 3, "stands twice"),
        ("ask: A?\nright B\nwhy: b", 1, "A line starts with one of"),
        ("  ask: A?\nright: B\nwhy: b", 0, "An indented line goes on with the field above"),
    ],
)
def test_a_mistake_of_the_author_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(QuizMistakeError, match=re.escape(said)) as mistake:
        read_quiz(text.splitlines())
    assert mistake.value.line == line
    assert "\n" not in mistake.value.what


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small book whose page `quiz` holds the quiz; the page `plain` holds none."""
    (tmp_path / "conf.py").write_text("extensions = ['myst_parser', 'aimak.site.quiz']\nlocale_dirs = ['locale']\n")
    (tmp_path / "index.md").write_text("# Book\n\n```{toctree}\nquiz\nplain\n```\n")
    (tmp_path / "plain.md").write_text("# Plain\n\nNothing is asked here.\n")
    write_page(tmp_path, QUIZ)
    return tmp_path


def write_page(book: Path, quiz: str) -> None:
    (book / "quiz.md").write_text(
        f"# Page\n\nRead.\n\n```{{quiz}}\n{quiz}```\n\n## The end\n\nLast.\n", encoding="utf-8"
    )


def sphinx(book: Path, builder: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder, *more]
    return subprocess.run([*command, str(book), str(book / "out")], capture_output=True, text=True, check=False)


def html(book: Path, *more: str) -> str:
    done = sphinx(book, "html", *more)
    assert (done.returncode, done.stderr) == (0, "")
    return (book / "out" / "quiz.html").read_text(encoding="utf-8")


def test_translators_get_every_text_once_and_by_itself(book: Path) -> None:
    from babel.messages.pofile import read_po

    assert sphinx(book, "gettext").returncode == 0
    with (book / "out" / "quiz.pot").open("rb") as file:
        messages = {str(one.id): one for one in read_po(file) if one.id}
    assert set(messages) == {*TEXTS, "Page", "Read.", "The end", "Last."}
    lines = (book / "quiz.md").read_text(encoding="utf-8").splitlines()
    for text in TEXTS:
        (place,) = messages[text].locations
        assert place[0].endswith("quiz.md")
        assert text.split(" a tax")[0] in lines[int(place[1]) - 1]


def test_a_translation_stands_in_the_question_the_answer_and_the_print(book: Path) -> None:
    catalog = book / "locale" / "ky" / "LC_MESSAGES" / "quiz.po"
    catalog.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    pairs = {
        "The local kenesh": "Жергиликтүү *кеңеш*",
        "By resolution.": "Токтом менен.",
        "Which are **own** revenue?": "Кайсылары **өздүк** киреше?",
    }
    catalog.write_text(
        head + "".join(f'msgid "{source}"\nmsgstr "{text}"\n\n' for source, text in pairs.items()), encoding="utf-8"
    )
    page = html(book, "-D", "language=ky")
    assert page.count("Жергиликтүү <em>кеңеш</em>") == 3
    assert page.count("Токтом менен.") == 2
    assert page.count("Кайсылары <strong>өздүк</strong> киреше?") == 2
    for source in ("The local kenesh", "By resolution.", "Which are <strong>own"):
        assert source not in page


class Outline(HTMLParser):
    """The quiz of a page: elements by name, with the text below each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said: list[str] = []
        self.found.append((tag, dict(attrs), said))
        if tag not in {"input", "br", "meta", "link", "img"}:
            self.open.append((tag, said))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _tag, said in self.open:
            said.append(data)

    def texts(self, tag: str) -> list[str]:
        return [" ".join("".join(said).split()) for name, _attrs, said in self.found if name == tag]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs, _said in self.found if name == tag]


def test_without_a_script_the_page_is_whole_and_the_answers_can_be_opened(book: Path) -> None:
    page = html(book)
    outline = Outline(page[page.index('<div class="aimak-quiz"') : page.index('<section id="the-end">')])
    assert outline.open == []
    assert outline.texts("legend") == [
        "1. Which are own revenue? Choose all that are right.",
        "2. Who approves the budget? Choose one.",
    ]
    assert outline.texts("label") == [
        "Land tax",
        "Patents",
        "Parents’ fees",
        "The accountant & co.",
        "The local kenesh",
    ]
    assert [(one["type"], one["name"]) for one in outline.attributes("input")] == [
        *[("checkbox", "quiz-1")] * 3,
        *[("radio", "quiz-2")] * 2,
    ]
    assert outline.texts("summary") == ["Answer 1", "Answer 2"]
    assert "hidden" not in outline.attributes("details")[0]
    assert outline.texts("li")[2:4] == [
        "✘ Not right: Parents’ fees They are special means.",
        "✘ Not right: The accountant & co. The accountant writes it down.",
    ]
    # Buttons do nothing without the script, so it is the script that shows them.
    assert all("hidden" in one for one in outline.attributes("button"))


def test_what_is_printed_stands_behind_everything_else(book: Path) -> None:
    page = html(book)
    assert page.index("Last.") < page.index("Answers to the questions")
    assert page[page.index("Answers to the questions") :].count("<li data-is=") == 5


def test_two_quizzes_of_a_page_count_on_and_have_one_sheet_of_answers(book: Path) -> None:
    with (book / "quiz.md").open("a", encoding="utf-8") as file:
        file.write(f"\n```{{quiz}}\n{QUIZ}```\n")
    page = html(book)
    assert [f'name="quiz-{number}"' in page for number in range(1, 6)] == [True] * 4 + [False]
    assert page.count("Answers to the questions") == 1


def test_the_script_and_the_style_are_asked_for_only_where_a_quiz_is(book: Path) -> None:
    for name in ("aimak-quiz.js", "aimak-quiz.css"):
        (book / name).write_text("/* */")
    (book / "conf.py").write_text(
        (book / "conf.py").read_text() + "html_static_path = ['aimak-quiz.js', 'aimak-quiz.css']\n"
    )
    assert set(re.findall(r"_static/(aimak-quiz\.\w+)", html(book))) == {"aimak-quiz.js", "aimak-quiz.css"}
    assert "aimak-quiz" not in (book / "out" / "plain.html").read_text(encoding="utf-8")


def test_a_mistake_fails_the_build_with_file_and_line(book: Path) -> None:
    write_page(book, QUIZ.replace("wrong: The", "worng: The"))
    done = sphinx(book, "html")
    assert done.returncode == 1
    line = (book / "quiz.md").read_text(encoding="utf-8").splitlines().index("worng: The accountant & co.") + 1
    assert f"{book / 'quiz.md'}:{line}: WARNING: quiz: Unknown field “worng:”" in done.stderr
    assert done.stderr.count("WARNING") == 1


def test_the_builders_for_paper_and_for_one_file_take_a_quiz(book: Path) -> None:
    assert sphinx(book, "singlehtml").returncode == 0
    (book / "conf.py").write_text(
        (book / "conf.py").read_text() + "latex_documents = [('quiz', 'q.tex', 'Q', 'A', 'howto')]\n"
    )
    assert sphinx(book, "latex").returncode == 0
    assert "The local kenesh\n\nBy resolution." in (book / "out" / "q.tex").read_text(encoding="utf-8")


def test_plain_jupyter_book_makes_the_quiz(book: Path) -> None:
    (book / "conf.py").unlink()
    (book / "_config.yml").write_text(
        "sphinx: { extra_extensions: [aimak.site.quiz] }\nexecute: { execute_notebooks: 'off' }\n"
    )
    (book / "_toc.yml").write_text("format: jb-book\nroot: quiz\n")
    (book / "index.md").unlink()
    (book / "plain.md").unlink()
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "-W", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    page = book / "_build" / "html" / "quiz.html"
    assert page.is_file(), done.stdout + done.stderr
    assert page.read_text(encoding="utf-8").count("<fieldset") == 2


def test_the_book_of_the_course_has_the_extension_its_script_and_its_style(project: Project) -> None:
    conf = (write_conf(project) / "conf.py").read_text(encoding="utf-8")
    assert "'aimak.site.quiz'" in conf
    for name in ("aimak-quiz.js", "aimak-quiz.css"):
        assert (project.root / "book" / "assets" / name).stat().st_size < 6_000


def test_the_script_has_no_words_of_its_own() -> None:
    script = (ROOT / "book" / "assets" / "aimak-quiz.js").read_text(encoding="utf-8")
    assert set(re.findall(r"texts\.(\w+)", script)) | {"right", "wrong", "missing"} == set(script_texts())
    assert "{right}" in script_texts()["score"]
    assert "{all}" in script_texts()["score"]

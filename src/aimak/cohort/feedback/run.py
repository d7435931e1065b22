"""Write the feedback of a class: a page and a text for each hand-in, and one file with all texts."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from aimak.cohort.feedback.message import all_messages, message, message_of_test
from aimak.cohort.feedback.page import About, page
from aimak.cohort.grading import hand_ins
from aimak.cohort.names import file_name
from aimak.cohort.results import Result, results
from aimak.cohort.roster import FILE, Trainee, read_roster
from aimak.cohort.titles import chapter_title, exercise_title, form_titles
from aimak.cohort.words import by_name
from aimak.course.source import Source, exercise_names, read_source
from aimak.files import write_whole
from aimak.i18n import language, speaking
from aimak.i18n import translate as _
from aimak.lesson.before_after import BEFORE, QUESTIONS, TESTS
from aimak.project import Project

#: All texts of a class, to copy from.
MESSAGES = "messages.txt"
#: The folder, among what is built, with the pages to send: below it a folder for each exercise.
TO_SEND = "feedback"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One page: where it lies, or why it could not be made, in the language in force."""

    trainee: str
    assignment: str
    page: Path | None
    problem: str = ""


def feedback(
    project: Project,
    assignments: Iterable[str],
    progress: Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]] = iter,
) -> list[Feedback]:
    """Write a page and a short text for every graded hand-in, in the trainee's language.

    Pages that say what they said before are left alone. Each stands a second time in :data:`TO_SEND`, under a name that
    tells the trainee what it is.
    """
    names, course = list(assignments), project.exercises
    sources = {name: read_source(project, name) for name in names}
    roster = read_roster(course / FILE) if (course / FILE).is_file() else {}
    by_key = {(one.trainee, one.assignment): one for one in results(course, names)}
    made: list[Feedback] = []
    sent: dict[str, set[str]] = {name: set() for name in names}
    texts: list[tuple[str, str]] = []

    @cache
    def about(name: str, _code: str) -> About:
        return about_of(project, sources[name])

    for code, name in progress(hand_ins(course, names)):
        result, person = by_key.get((code, name)), roster.get(code)
        if result is None:
            made.append(Feedback(code, name, None, _("not graded yet")))
            continue
        with speaking(person.language if person else language()):
            told, address = about(name, language()), _address(code, person)
            result = in_order(result, told.titles)
            written = _write(course, result, told, address)
            text = _message(result, told)
            page_name = _page_name(told, code, person)
        texts.append((address, text))
        made.append(_outcome(code, name, written))
        if isinstance(written, Path):
            write_whole(written.with_suffix(".txt"), text)
            _put(written, project.build / TO_SEND / name / page_name)
            sent[name].add(page_name)
    for name, kept in sent.items():
        _forget_others(project.build / TO_SEND / name, kept)
    others = [name for name in exercise_names(project) if name not in names]
    texts += _earlier(course, others, roster)
    write_whole(course / "feedback" / MESSAGES, all_messages(sorted(texts, key=lambda one: by_name(one[0], ""))))
    return made


def _page_name(about: About, code: str, person: Trainee | None) -> str:
    """What the trainee's page is called when it is sent: whose it is, of what exercise, and the code."""
    whose = person.name if person and person.name else ""
    return file_name(
        _("{name} {exercise} - feedback {code}").format(name=whose, exercise=about.title, code=code), ".html"
    )


def _put(page: Path, place: Path) -> None:
    """The page under another name: the same file where the disk can have one under two names, else a copy."""
    if place.exists() and place.samefile(page):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        os.link(page, place)
    except OSError:  # a stick knows no second names
        shutil.copyfile(page, place)


def _forget_others(folder: Path, kept: set[str]) -> None:
    """Remove pages of an earlier run: of people who left the roster, or were called otherwise in it."""
    for path in folder.glob("*.html"):
        if path.name not in kept:
            path.unlink()


def _earlier(course: Path, names: list[str], roster: Mapping[str, Trainee]) -> list[tuple[str, str]]:
    """The texts of exercises that this run was not asked for: the file with all texts stays whole."""
    paths = [(code, course / "feedback" / code / name / f"{name}.txt") for code, name in hand_ins(course, names)]
    return [
        (_address(code, roster.get(code)), path.read_text(encoding="utf-8")) for code, path in paths if path.is_file()
    ]


def in_order(result: Result, titles: Mapping[str, str]) -> Result:
    """The result with its tasks in the order of the exercise; a gradebook keeps none."""
    place = {name: number for number, name in enumerate(titles)}
    return replace(result, tasks=tuple(sorted(result.tasks, key=lambda task: place.get(task.name, len(place)))))


def about_of(project: Project, source: Source) -> About:
    """What the pages of an exercise tell of it in the language in force: its tasks, and the chapter of its unit, or for
    a test that of each question."""
    chapters = {}
    if source.name in TESTS:
        every = {question: chapter_title(project.root, unit) for question, unit in QUESTIONS.items()}
        chapters = {question: title for question, title in every.items() if title}
    return About(
        source.name,
        form_titles(source),
        chapter_title(project.root, source.name),
        exercise_title(source),
        chapters,
        withheld=source.name == BEFORE,
    )


def _message(result: Result, about: About) -> str:
    if about.assignment in TESTS:
        return message_of_test(result, about.title, about.to_read(result))
    return message(result, about.titles, about.chapter)


def _address(code: str, person: Trainee | None) -> str:
    return f"{person.name} · {code}" if person else code


def _write(course: Path, result: Result, about: About, address: str) -> Path | Exception:
    """Write the page in the language in force; where the graded notebook is damaged, what was raised."""
    graded = course / "autograded" / result.trainee / result.assignment / f"{result.assignment}.ipynb"
    try:
        notebook: Mapping[str, object] = json.loads(graded.read_text(encoding="utf-8"))
        html = page(result, _joined(notebook), about, address)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:  # a damaged file is damaged anyhow
        return error
    path = course / "feedback" / result.trainee / result.assignment / f"{result.assignment}.html"
    write_whole(path, html)
    return path


def _outcome(code: str, name: str, written: Path | Exception) -> Feedback:
    """What is told of a page to the trainer, whose language is in force again."""
    if isinstance(written, Path):
        return Feedback(code, name, written)
    return Feedback(code, name, None, _("{file} cannot be read ({error})").format(file=f"{name}.ipynb", error=written))


def _joined(notebook: Mapping[str, object]) -> dict[str, object]:
    """Lines of a notebook file put together again: sources, and texts of outputs."""
    import nbformat
    from nbformat.v4.rwbase import rejoin_lines

    return dict(rejoin_lines(nbformat.from_dict(notebook)))

"""Write the feedback of a class: a page and a text for each hand-in, and one file with all texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aimak.cohort.feedback.message import all_messages, message
from aimak.cohort.feedback.page import About, page
from aimak.cohort.grading import hand_ins
from aimak.cohort.results import Result, results
from aimak.cohort.roster import FILE, Trainee, read_roster
from aimak.cohort.summary import form_titles
from aimak.course.source import exercise_names, read_source
from aimak.files import write_whole
from aimak.i18n import language, use_language
from aimak.lesson.cases import unit_of
from aimak.project import Project

#: All texts of a class, to copy from.
MESSAGES = "messages.txt"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One page: where it lies, or why it could not be made."""

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

    Pages that say what they said before are left alone.
    """
    names, course = list(assignments), project.exercises
    about = {name: about_of(project, name) for name in names}
    roster = read_roster(course / FILE) if (course / FILE).is_file() else {}
    by_key = {(one.trainee, one.assignment): one for one in results(course, names)}
    made, texts, before = [], [], language()
    try:
        for code, name in progress(hand_ins(course, names)):
            found = by_key.get((code, name))
            result = found and in_order(found, about[name].titles)
            if result is None:
                made.append(Feedback(code, name, None, "not graded yet"))
                continue
            person = roster.get(code)
            use_language(person.language if person else before)
            made.append(_write(course, result, about[name], _address(code, person)))
            texts.append((_address(code, person), message(result, about[name].titles, about[name].chapter)))
            if made[-1].page is not None:
                write_whole(made[-1].page.with_suffix(".txt"), texts[-1][1])
    finally:
        use_language(before)
    others = [name for name in exercise_names(project) if name not in names]
    write_whole(course / "feedback" / MESSAGES, all_messages([*texts, *_earlier(course, others, roster)]))
    return made


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


def about_of(project: Project, name: str) -> About:
    """What the pages of an exercise tell of it: the headings of its tasks and the chapter of its unit."""
    chapter = project.root / "book" / "chapters" / f"{unit_of(name)}.md"
    text = chapter.read_text(encoding="utf-8") if chapter.is_file() else ""
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    return About(name, form_titles(read_source(project, name)), heading[1].strip() if heading else "")


def _address(code: str, person: Trainee | None) -> str:
    return f"{person.name} · {code}" if person else code


def _write(course: Path, result: Result, about: About, address: str) -> Feedback:
    graded = course / "autograded" / result.trainee / result.assignment / f"{result.assignment}.ipynb"
    try:
        notebook: Mapping[str, object] = json.loads(graded.read_text(encoding="utf-8"))
        html = page(result, _joined(notebook), about, address)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:  # a damaged file is damaged anyhow
        return Feedback(result.trainee, result.assignment, None, f"{graded.name} cannot be read ({error})")
    path = course / "feedback" / result.trainee / result.assignment / f"{result.assignment}.html"
    write_whole(path, html)
    return Feedback(result.trainee, result.assignment, path)


def _joined(notebook: Mapping[str, object]) -> dict[str, object]:
    """Lines of a notebook file put together again: sources, and texts of outputs."""
    import nbformat
    from nbformat.v4.rwbase import rejoin_lines

    return dict(rejoin_lines(nbformat.from_dict(notebook)))

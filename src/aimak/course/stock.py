"""Stock nbgrader, called as a library: the same converters that its commands run, on a course folder of ours."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from aimak.errors import UserError
from aimak.i18n import translate as _

CONFIG = "nbgrader_config.py"
#: The name under which nbgrader keeps the course; `exercises/nbgrader_config.py` says the same.
COURSE_ID = "aimak"
GRADEBOOK = "gradebook.db"
#: The variable that holds the address of another gradebook, such as `postgresql+pg8000://user:word@host/aimak`.
DB_VARIABLE = "AIMAK_DB"


@dataclass(frozen=True)
class Outcome:
    """What one nbgrader step said: ``problem`` is empty if it succeeded, ``log`` is for whoever mends it."""

    problem: str
    log: str


def _config(course: Path) -> Config:
    config = PyFileConfigLoader(CONFIG, path=str(course)).load_config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.db_url = db_url(course)
    return config


def db_url(course: Path) -> str:
    """The address of a course folder's gradebook: that in the variable ``AIMAK_DB``, else a SQLite file in the folder.

    `exercises/nbgrader_config.py` reads the same variable, so that nbgrader's own commands find the same gradebook.
    """
    return os.environ.get(DB_VARIABLE) or f"sqlite:///{(course / GRADEBOOK).as_posix()}"


@contextmanager
def open_gradebook(course: Path) -> Iterator[Gradebook]:
    """nbgrader's gradebook of a course folder, made if there is none yet.

    :raises UserError: if the database does not answer or is damaged.
    """
    with _tools_in_path():
        try:
            opened = Gradebook(db_url(course), COURSE_ID)
        except SQLAlchemyError as error:
            raise UserError(
                _("The gradebook cannot be opened: {error}.").format(error=str(error).splitlines()[0]),
                _("Look at {file}, or at the address in {option} or {variable}.").format(
                    file=course / GRADEBOOK, option="--db", variable=DB_VARIABLE
                ),
            ) from error
        with opened as gradebook:
            yield gradebook


@contextmanager
def _tools_in_path() -> Iterator[None]:
    """nbgrader calls `alembic` by name when it makes a gradebook; it lies beside this Python, activated or not."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


@contextmanager
def _quiet(course: Path) -> Iterator[None]:
    """Run in the course folder as nbgrader's commands do, without its libraries' warnings on the screen."""
    before = Path.cwd()
    logging.captureWarnings(True)
    os.chdir(course)
    try:
        with _tools_in_path(), warnings.catch_warnings():
            # These come from nbgrader and its libraries, not from us; tests hold ours to errors.
            warnings.simplefilter("ignore")
            yield
    finally:
        os.chdir(before)
        logging.captureWarnings(False)


@contextmanager
def new_course(like: Path) -> Iterator[Path]:
    """A course folder with the configuration of another one and an empty gradebook of its own, thrown away in the end.

    While it lasts no other gradebook is used, whatever ``AIMAK_DB`` says: what is tried here is no trainee's work.
    """
    theirs = os.environ.pop(DB_VARIABLE, None)
    try:
        with tempfile.TemporaryDirectory(prefix="aimak-course-") as name:
            folder = Path(name)
            shutil.copyfile(like / CONFIG, folder / CONFIG)
            (folder / GRADEBOOK).write_bytes(_empty_gradebook())
            yield folder
    finally:
        if theirs is not None:
            os.environ[DB_VARIABLE] = theirs


@cache
def _empty_gradebook() -> bytes:
    """What nbgrader writes into a new gradebook. It asks alembic for it in a process of its own, for seconds."""
    with tempfile.TemporaryDirectory(prefix="aimak-gradebook-") as name:
        with open_gradebook(Path(name)):
            pass
        return (Path(name) / GRADEBOOK).read_bytes()


def release(course: Path, assignment: str) -> Outcome:
    """`nbgrader generate_assignment`: the release, and the assignment in the gradebook."""
    with _quiet(course):
        said = _api(course).generate_assignment(assignment, force=True, create=True)
    return _outcome(said)


def autograde(
    course: Path, assignment: str, student: str, *, force: bool = True, execute: type | None = None
) -> Outcome:
    """`nbgrader autograde` for one hand-in in ``submitted/STUDENT/ASSIGNMENT``.

    :param execute: a preprocessor in the place of nbgrader's ``Execute``.
    """
    with _quiet(course):
        api = _api(course)
        if execute is not None:
            steps = Autograde(parent=api).autograde_preprocessors
            api.config.Autograde.autograde_preprocessors = [execute if step is Execute else step for step in steps]
        said = api.autograde(assignment, student, force=force, create=True)
    return _outcome(said)


def feedback(course: Path, assignment: str, student: str, *, force: bool = True) -> Outcome:
    """`nbgrader generate_feedback` for one graded hand-in."""
    with _quiet(course):
        said = _api(course).generate_feedback(assignment, student, force=force)
    return _outcome(said)


def _api(course: Path) -> NbGraderAPI:
    config = _config(course)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def _outcome(said: dict[str, object]) -> Outcome:
    log = str(said.get("log") or "")
    if said.get("success"):
        return Outcome("", log)
    # nbgrader ends every failure with the same sentence; the first exception in its log is the reason.
    text = f"{log}\n{said.get('error') or ''}"
    if "KeyboardInterrupt" in text:  # nbgrader's log capture swallows Ctrl-C; whoever pressed it wants to stop
        raise KeyboardInterrupt
    reasons = [line.strip() for line in text.splitlines() if re.match(r"\s*[\w.]*(Error|Exception)\b.*: ", line)]
    return Outcome(reasons[0] if reasons else _("nbgrader gave no reason"), log)


def points(course: Path, assignment: str, student: str) -> dict[str, float]:
    """Machine-given points by ``grade_id`` of one graded hand-in."""
    with open_gradebook(course) as gradebook:
        submission = gradebook.find_submission(assignment, student)
        return {
            grade.name: float(grade.auto_score)
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.auto_score is not None
        }

"""The notebooks that trainees get, in each language: exercises and lessons under `_build/`."""

from __future__ import annotations

from pathlib import Path

import nbformat

from aimak.course.lessons import build_lessons
from aimak.course.source import exercise_names, notebook_text
from aimak.course.translate import in_language
from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project


def exercise_in(project: Project, name: str, language: str) -> Path:
    """Make the notebook of an exercise for trainees who read ``language``, from its release.

    :returns: `_build/exercises/<language>/<name>.ipynb`; English is a copy of the release.
    :raises UserError: if the release is not built, or a translation cannot be used.
    """
    release = project.exercises / "release" / name / f"{name}.ipynb"
    if not release.is_file():
        raise UserError(
            _("The exercise {name!r} is not built, so its page would offer nothing.").format(name=name),
            _("Run: {command}").format(command="aimak exercises build"),
        )
    path = project.build / "exercises" / language / f"{name}.ipynb"
    if language == "en":
        write_whole(path, release.read_bytes())
    else:
        notebook = nbformat.read(release, as_version=4)
        write_whole(path, notebook_text(in_language(project, notebook, f"exercises/{name}", language)))
    return path


def downloads(project: Project, language: str) -> dict[str, Path]:
    """The notebooks that the site offers in a language, made anew where something changed.

    :returns: by the name of the file: `budget.ipynb` for an exercise, `lesson-budget.ipynb` for a lesson.
    :raises UserError: if a release is not built, or a translation cannot be used.
    """
    lessons = {f"lesson-{path.stem}.ipynb": path for path in build_lessons(project, language)}
    exercises = {f"{name}.ipynb": exercise_in(project, name, language) for name in exercise_names(project)}
    return {**lessons, **exercises}

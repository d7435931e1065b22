"""nbgrader's configuration for this course: plain `nbgrader` commands read it when they run in this folder."""

import os

from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    GetGrades,
    OverwriteCells,
    OverwriteKernelspec,
)

from aimak.cohort.exporter import FeedbackExporter
from aimak.course.preprocessors import HideChecks, LockedCellsOnly, RestoreAnswers

c = get_config()  # noqa: F821  (nbgrader defines it)

c.CourseDirectory.course_id = "aimak"
# A gradebook on a server, for several trainers: AIMAK_DB=postgresql+pg8000://user:word@host/aimak
if os.environ.get("AIMAK_DB"):
    c.CourseDirectory.db_url = os.environ["AIMAK_DB"]

# Answers are data in the outputs: they are put back before ClearOutput takes the outputs away. From a form nothing
# but its record is taken; that comes after OverwriteCells, when the locked cells are those of the source.
c.Autograde.sanitize_preprocessors = [
    RestoreAnswers,
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
    LockedCellsOnly,
    CheckCellMetadata,
]
# Hidden tests stay hidden; no script of a trainee's runs in a page; and the page asks nothing of another site.
c.GenerateFeedback.preprocessors = [GetGrades, HideChecks, SanitizeHTML]
c.GenerateFeedback.exporter_class = FeedbackExporter

# Formgrader shows hand-ins with the rights of the trainer's own Jupyter, where a script could run anything.
c.HTMLExporter.preprocessors = [SanitizeHTML]
c.SanitizeHTML.enabled = True  # nbconvert leaves it off otherwise

# Signs instead of words: these cells are the same in every language.
c.ClearSolutions.text_stub = "✎"
c.ClearSolutions.code_stub = {"python": "# ✎"}

c.Execute.timeout = 60
# Without these the kernel writes a history file, and a warning for every hand-in on the trainer's screen.
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.log_level=40"]

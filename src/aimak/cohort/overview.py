"""The overview of a programme: each exercise in a line, and how far the number of trained people has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup

from aimak.cohort.learning import Learned
from aimak.cohort.learning_report import headline, stem
from aimak.cohort.paper import fill
from aimak.cohort.summary import Summary
from aimak.data.programme import TRAINED
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, percent
from aimak.lesson.before_after import TESTS


def write_overview(summaries: Sequence[Summary], trained: int, folder: Path, learned: Learned | None = None) -> Path:
    """Write ``index.html`` (``index-shareable.html``) into ``folder``.

    :param trained: people with at least one graded hand-in; a test is none, because it teaches nothing.
    :param learned: what the tests tell, if their page was written.
    """
    shareable = any(one.shareable for one in summaries) or (learned is not None and learned.shareable)
    path = folder / ("index-shareable.html" if shareable else "index.html")
    html = fill(
        "overview.html",
        title=_("Training so far"),
        summaries=summaries,
        end="-shareable" if shareable else "",
        trained=trained,
        target=TRAINED,
        told=_told(trained),
        bar=_bar(trained),
        mean=_mean,
        learned=headline(learned) if learned else "",
        learned_page=f"{stem(learned)}.html" if learned else "",
    )
    write_whole(path, html)
    return path


def trained_people(summaries: Iterable[Summary]) -> int:
    """How many different people have a graded hand-in of an exercise; a test counts for nobody."""
    return len({result.trainee for one in summaries if one.assignment not in TESTS for result in one.results})


def _mean(summary: Summary) -> str:
    shares = [result.points / result.most for result in summary.results if result.most]
    return percent(sum(shares) / len(shares), 0) if shares else "—"


def _bar(trained: int) -> Markup:
    width = min(500.0, 500 * trained / TRAINED)
    return Markup(
        '<svg viewBox="0 0 500 24" width="500" height="24" aria-hidden="true">'
        '<rect width="500" height="24" fill="#e3e8ee"/><rect width="{}" height="24" fill="#0072b2"/></svg>'
    ).format(f"{width:.1f}")


def _told(trained: int) -> str:
    return _("{trained} of {target} people").format(trained=number(trained), target=number(TRAINED))

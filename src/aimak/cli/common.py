"""What the nouns share: the project option, JSON summaries, progress and exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from aimak.i18n import translate as _
from aimak.project import Project, find_project

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def _project(ctx: click.Context, param: click.Parameter, value: str | None) -> Project:
    return find_project(Path(value) if value else None)


project_option = click.option(
    "--project",
    metavar="DIR",
    callback=_project,
    expose_value=True,
    help=_("A folder inside the course kit (default: the current one)."),
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help=_("A machine-readable summary on stdout, everything else on stderr.")
)


def _database(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value:
        from aimak.course.stock import DB_VARIABLE  # loads nbgrader, which commands do while something else warms up

        os.environ[DB_VARIABLE] = value


db_option = click.option(
    "--db",
    metavar="URL",
    callback=_database,
    expose_value=False,
    help=_("Another gradebook than the SQLite file, such as {address} (or {variable}).").format(
        address="postgresql+pg8000://user:word@host/aimak", variable="AIMAK_DB"
    ),
)


def say(text: str = "") -> None:
    """A line for people, on stderr, so that stdout stays free for ``--json``."""
    click.echo(text, err=True)


def progress(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items, with a bar and an estimate on stderr; plain lines are left out when it is no terminal."""
    from tqdm import tqdm

    yield from tqdm(items, desc=what, total=total, file=sys.stderr, unit="", mininterval=0.5, leave=True)


def say_above(text: str) -> None:
    """As :func:`say`, while the bar of :func:`progress` stands: the line goes above it."""
    from tqdm import tqdm

    tqdm.write(text, file=sys.stderr)


def finish(summary: dict[str, Any], *, as_json: bool, problems: int = 0) -> NoReturn:
    """Print the summary if asked for and end: exit code 1 if there were problems, else 0."""
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2, default=str))
    raise click.exceptions.Exit(1 if problems else 0)


assignments_argument = click.argument(
    "assignments", nargs=-1, metavar="[EXERCISE]...", help=_("Only these exercises (default: all).")
)


def names_of(project: Project, given: tuple[str, ...]) -> tuple[str, ...]:
    """The exercises asked for; without any, all of the course.

    :raises UserError: if there is none of that name.
    """
    from aimak.course.source import exercise_names
    from aimak.errors import UserError

    known = exercise_names(project)
    for name in given:
        if name not in known:
            raise UserError(
                _("There is no exercise '{name}'.").format(name=name),
                _("Known are: {known}.").format(known=", ".join(known)),
            )
    return given or known

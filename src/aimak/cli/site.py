"""`aimak site`: build the book as a static site, and serve it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aimak.cli.common import finish, json_option, progress, project_option, say
from aimak.i18n import LANGUAGES, plural
from aimak.i18n import translate as _
from aimak.project import Project

if TYPE_CHECKING:
    from aimak.site.print import Task


@click.group("site", help=_("The book as a site that needs no internet."))
def command() -> None:
    """`aimak site`."""


@command.command("build", help=_("Build `_build/site`: put this folder on any static host, or zip it."))
@click.option(
    "--pyodide",
    default="",
    metavar="URL_OR_FOLDER",
    help=_(
        "Where analysts' cells get pandas, numpy and matplotlib: an address, or a folder with Pyodide's full "
        "distribution, which is then copied into the site. Pyodide's public address unless given."
    ),
)
@click.option(
    "--print", "printing", is_flag=True, help=_("Slides, handouts, group-work sheets and the course as PDF, too.")
)
@project_option
@json_option
def build(project: Project, pyodide: str, printing: bool, as_json: bool) -> None:
    """`aimak site build`."""
    from aimak.site.build import build_site

    had_prints = any(project.site.glob("*/print/*.pdf"))
    built = build_site(
        project,
        lambda text: say(_("Site: {step} …").format(step=text)),
        pyodide,
        printing=_printing if printing else None,
    )
    where = built.folder.relative_to(project.root)
    say(
        plural("Site: {count} page in {folder}", "Site: {count} pages in {folder}", built.pages).format(
            count=built.pages, folder=where
        )
    )
    if built.printed is not None:
        said = plural(
            "Printed: {count} PDF made, {kept} kept", "Printed: {count} PDFs made, {kept} kept", built.printed.made
        )
        say(said.format(count=built.printed.made, kept=built.printed.kept))
    elif had_prints:
        say(
            _("This site has no slides and PDFs; the one before had. To put them in again: {command}").format(
                command="aimak site build --print"
            )
        )
    finish(
        {
            "folder": built.folder,
            "pages": built.pages,
            "saved_bytes": built.saved_bytes,
            "bytes": built.sizes,
            "printed": dict(built.printed.sizes) if built.printed else {},
        },
        as_json=as_json,
    )


def _printing(tasks: list[Task]) -> Iterator[Task]:
    return progress(tasks, _("Printing"))


@command.command("print", help=_("Make slides and sheets of some units, to look at them: no lesson runs for it."))
@click.argument("units", nargs=-1, required=True, metavar="UNIT…")
@click.option(
    "--for",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    help=_("The language of what is made; may be given more than once. All languages unless given."),
)
@project_option
@json_option
def print_units(project: Project, units: tuple[str, ...], languages: tuple[str, ...], as_json: bool) -> None:
    """`aimak site print`."""
    from aimak.site.print import look

    folder, printed = look(project, units, languages or LANGUAGES, _printing)
    say(_("Slides and PDFs are in {folder}").format(folder=folder.relative_to(project.root)))
    finish({"folder": folder, "made": printed.made, "kept": printed.kept, "bytes": printed.sizes}, as_json=as_json)


@command.command("serve", help=_("Serve the built site until Ctrl-C."))
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=_("The port of the address.")
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("Another address lets others on the network in.")
)
@project_option
def serve(project: Project, port: int, host: str) -> None:
    """`aimak site serve`."""
    from aimak.site.serve import server

    with server(project.site, port, host) as running:
        address = f"http://{host}:{running.server_address[1]}/"
        say(_("The site is at {address} — stop with Ctrl-C.").format(address=address))
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            say(_("Stopped."))

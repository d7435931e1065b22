"""`aimak site`: build the book as a static site, and serve it."""

from __future__ import annotations

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.project import Project


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
@project_option
@json_option
def build(project: Project, pyodide: str, as_json: bool) -> None:
    """`aimak site build`."""
    from aimak.site.build import build_site

    built = build_site(project, lambda text: say(_("Site: {step} …").format(step=text)), pyodide)
    where = built.folder.relative_to(project.root)
    say(
        plural("Site: {count} page in {folder}", "Site: {count} pages in {folder}", built.pages).format(
            count=built.pages, folder=where
        )
    )
    finish(
        {"folder": built.folder, "pages": built.pages, "saved_bytes": built.saved_bytes, "bytes": built.sizes},
        as_json=as_json,
    )


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

"""`aimak site`: build the book as a static site, and serve it."""

from __future__ import annotations

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project


@click.group("site")
def command() -> None:
    """The book as a site that needs no internet."""


@command.command("build")
@click.option(
    "--pyodide",
    default="",
    metavar="URL_OR_FOLDER",
    help="Where analysts' cells get pandas, numpy and matplotlib: an address, or a folder with Pyodide's full "
    "distribution, which is then copied into the site. Pyodide's public address unless given.",
)
@project_option
@json_option
def build(project: Project, pyodide: str, as_json: bool) -> None:
    """Build `_build/site`: put this folder on any static host, or zip it."""
    from aimak.site.build import build_site

    built = build_site(project, lambda text: say(f"Site: {text} …"), pyodide)
    say(f"Site: {built.pages} pages in {built.folder.relative_to(project.root)}")
    finish(
        {"folder": built.folder, "pages": built.pages, "saved_bytes": built.saved_bytes, "bytes": built.sizes},
        as_json=as_json,
    )


@command.command("serve")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address lets others on the network in.")
@project_option
def serve(project: Project, port: int, host: str) -> None:
    """Serve the built site until Ctrl-C."""
    from aimak.site.serve import server

    with server(project.site, port, host) as running:
        say(f"The site is at http://{host}:{running.server_address[1]}/ — stop with Ctrl-C.")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")

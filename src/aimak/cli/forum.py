"""`aimak forum`: packs for regional forums."""

from __future__ import annotations

from pathlib import Path

import click

from aimak.cli.common import finish, json_option, progress, project_option, say
from aimak.project import Project


@click.group("forum")
def command() -> None:
    """Regional forums."""


@command.command("pack")
@click.option("--oblast", required=True, help="Jalal-Abad, Issyk-Kul, Naryn or Osh.")
@click.option("--municipality", "chosen", multiple=True, help="Only this one (code or name); may be repeated.")
@click.option("--year", default=2025, show_default=True, type=int)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for the pack.")
@project_option
@json_option
def pack_(oblast: str, chosen: tuple[str, ...], year: int, out: Path, project: Project, as_json: bool) -> None:
    """Run the lesson for the oblast and its municipalities: pages without code, an index, a manifest."""
    from aimak.forum.pack import pack

    done = pack(project, oblast, out, chosen=chosen, year=year, progress=lambda items: progress(items, "Forum pack"))
    for name, problem in done.failed.items():
        say(f"Failed: {name}: {problem}")
    say(f"{len(done.made)} pages made, {len(done.kept)} kept, {len(done.failed)} failed: open {done.index}")
    summary = {"made": done.made, "kept": done.kept, "failed": done.failed, "index": done.index}
    finish(summary, as_json=as_json, problems=len(done.failed))

"""`aimak doctor`: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

from dataclasses import asdict

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.project import Project


@click.command("doctor")
@project_option
@json_option
def command(project: Project, as_json: bool) -> None:
    """Say what is installed, what is missing for which part, and how to mend it."""
    from aimak.doctor import examine, read_pins, this_machine

    checks = examine(this_machine(project.root), read_pins(project.root / "constraints.txt"))
    width = max(len(check.name) for check in checks)
    part = ""
    for check in checks:
        if check.part != part:
            part = check.part
            say(f"\n{part}")
        say(f"  {'ok ' if check.well else 'NO '} {check.name.ljust(width)}  {check.found}")
        if check.mend:
            say(f"      → {check.mend}")
    missing = [check for check in checks if not check.well]
    say(f"\n{len(missing)} things to mend." if missing else "\nEverything is there.")
    finish({"checks": [asdict(check) for check in checks]}, as_json=as_json, problems=len(missing))

"""`aimak doctor`: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

from dataclasses import asdict

import click

from aimak.cli.common import finish, json_option, project_option, say
from aimak.i18n import plural
from aimak.i18n import translate as _
from aimak.project import Project


@click.command("doctor", help=_("Say what is installed, what is missing for which part, and how to mend it."))
@project_option
@json_option
def command(project: Project, as_json: bool) -> None:
    """`aimak doctor`."""
    from aimak.doctor import examine, part_name, read_pins, this_machine

    checks = examine(this_machine(project.root), read_pins(project.root / "constraints.txt"))
    width = max(len(check.name) for check in checks)
    marks = {well: mark.ljust(max(len(_("ok")), len(_("NO")))) for well, mark in ((True, _("ok")), (False, _("NO")))}
    part = ""
    for check in checks:
        if check.part != part:
            part = check.part
            say(f"\n{part_name(part)}")
        say(f"  {marks[check.well]}  {check.name.ljust(width)}  {check.found}")
        if check.mend:
            say(f"      → {check.mend}")
    missing = [check for check in checks if not check.well]
    say()
    if missing:
        say(plural("{count} thing to mend.", "{count} things to mend.", len(missing)).format(count=len(missing)))
    else:
        say(_("Everything is there."))
    finish({"checks": [asdict(check) for check in checks]}, as_json=as_json, problems=len(missing))

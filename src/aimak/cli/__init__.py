"""The `aimak` command: one file for each noun, each a thin wrapper over the library."""

from __future__ import annotations

import errno
import sys

import click

from aimak.cli.words import teach_click
from aimak.errors import UserError
from aimak.i18n import translate as _


def _without_grammars() -> None:
    """Let jsonschema do without the package that compiles 38 grammars when it is loaded, most of a second, for formats
    of web addresses that no schema here names; jsonschema leaves out a format whose package is missing."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main() -> None:
    """Run the command; a :class:`UserError` or a failing disk ends in one line and exit code 2.

    The language must be in force already: help texts are made when commands are loaded.
    """
    _without_grammars()
    teach_click()
    from aimak.cli.app import app

    try:
        # Without standalone mode click hands back the exit code of `finish` instead of ending.
        sys.exit(app.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        print(_("Stopped. Nothing is lost: run the same command again to carry on."), file=sys.stderr)
        sys.exit(130)
    except UserError as error:
        print(f"aimak: {error}", file=sys.stderr)
        sys.exit(2)
    except ModuleNotFoundError as error:
        missing = _("The Python package '{name}' is missing. Run: {command}")
        command = "pip install -c constraints.txt 'aimak[kit]'"
        print(f"aimak: {missing.format(name=error.name, command=command)}", file=sys.stderr)
        sys.exit(2)
    except OSError as error:
        print(f"aimak: {_failure(error)}", file=sys.stderr)
        sys.exit(2)


def _failure(error: OSError) -> str:
    known = {
        errno.ENOSPC: _("There is no space left"),
        errno.EACCES: _("Permission denied"),
        errno.EPERM: _("Permission denied"),
        errno.EROFS: _("The disk is read-only"),
        errno.ENOENT: _("There is no such file or folder"),
        errno.EEXIST: _("A file of this name is there already"),
        errno.ENOTDIR: _("A file is in the place of a folder"),
        errno.EISDIR: _("A folder is in the place of a file"),
    }
    why = known.get(error.errno or 0, error.strerror or str(error))
    if error.filename:
        return _("{error} ({file}). Free some space or check the permissions, then run again.").format(
            error=why, file=error.filename
        )
    return _("{error}. Free some space or check the permissions, then run again.").format(error=why)

"""The `aimak` command: one file for each noun, each a thin wrapper over the library."""

from __future__ import annotations

import importlib
import sys

import click

from aimak import __version__
from aimak.errors import UserError

#: noun -> module; loaded when called, so that one noun's missing library does not stop another.
NOUNS = ("data", "exercises", "cohort", "forum", "site", "doctor", "course", "i18n")


class _Nouns(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NOUNS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in NOUNS:
            return None
        command = importlib.import_module(f"aimak.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Nouns, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aimak")
def app() -> None:
    """Aimak: a course kit for municipal staff.

    Exit codes: 0 done; 1 done, with problems named; 2 could not run (usage, missing tool, bad input).
    """


def _without_grammars() -> None:
    """Let jsonschema do without the package that compiles 38 grammars when it is loaded, most of a second, for formats
    of web addresses that no schema here names; jsonschema leaves out a format whose package is missing."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main() -> None:
    """Run the command; a :class:`UserError` or a failing disk ends in one line and exit code 2."""
    _without_grammars()
    try:
        # Without standalone mode click hands back the exit code of `finish` instead of ending.
        sys.exit(app.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        print("Stopped. Nothing is lost: run the same command again to carry on.", file=sys.stderr)
        sys.exit(130)
    except UserError as error:
        print(f"aimak: {error}", file=sys.stderr)
        sys.exit(2)
    except ModuleNotFoundError as error:
        print(
            f"aimak: the Python package {error.name!r} is missing. Run: pip install -c constraints.txt 'aimak[kit]'",
            file=sys.stderr,
        )
        sys.exit(2)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(
            f"aimak: {error.strerror or error}{where}. Free some space or check the permissions, then run again.",
            file=sys.stderr,
        )
        sys.exit(2)

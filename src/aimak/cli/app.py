"""The `aimak` command with its nouns. Its texts are in the language in force when this module is loaded."""

from __future__ import annotations

import importlib

import click

from aimak import __version__
from aimak.i18n import LANGUAGES, is_language
from aimak.i18n import translate as _
from aimak.i18n.choice import OPTION

#: noun -> module; loaded when called, so that one noun's missing library does not stop another.
NOUNS = ("data", "exercises", "cohort", "forum", "site", "doctor", "course", "i18n")


def _known(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """Refuse what is no language. A known one has been in force since before this module was loaded."""
    if value is not None and not is_language(value):
        known = ", ".join(LANGUAGES)
        raise click.BadParameter(_("'{value}' is not one of {known}.").format(value=value, known=known))


def _speaking(command: click.Command) -> click.Command:
    """The command, and all below it, with the option for its language: people write it before or behind the noun."""
    if not any(OPTION in param.opts for param in command.params):
        about = _("The language of this command: en, ru or ky (default: AIMAK_LANG, else the system's).")
        command.params.append(
            click.Option([OPTION], metavar="CODE", expose_value=False, is_eager=True, callback=_known, help=about)
        )
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _speaking(below)
    return command


class Nouns(click.Group):
    """The nouns of :data:`NOUNS`, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The nouns, in the order of the work."""
        return list(NOUNS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of one noun; None if there is none."""
        if cmd_name not in NOUNS:
            return None
        command = importlib.import_module(f"aimak.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return _speaking(command)


def _with_paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


@click.group(
    cls=Nouns,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_with_paragraphs(
        _("Aimak: a course kit for municipal staff."),
        _("Exit codes: 0 done; 1 done, with problems named; 2 could not run (usage, missing tool, bad input)."),
    ),
)
@click.version_option(__version__, prog_name="aimak", message=_("%(prog)s, version %(version)s"))
def app() -> None:
    """The `aimak` command."""


_speaking(app)

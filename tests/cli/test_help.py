"""Help in the reader's language: every command's is looked at in the pseudo-language."""

import gettext
import json
import re
import subprocess
import sys
from functools import cache

import click
import pytest

from aimak.cli.words import teach_click
from aimak.i18n import LANGUAGES, catalogs
from tests.conftest import ROOT

#: Loads every command in the pseudo-language and prints its help, on lines as long as they like.
_WALK = """
import json, sys
from aimak.i18n import use_language
use_language("qps")
from aimak.cli.words import teach_click
teach_click()
import click
from aimak.cli.app import app

def walk(command, name, above):
    context = click.Context(command, info_name=name, parent=above, terminal_width=10**6, max_content_width=10**6)
    found[context.command_path] = command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            walk(command.get_command(context, below), below, context)

found = {}
walk(app, "aimak", None)
json.dump(found, sys.stdout)
"""
_BRACKETED = re.compile(r"⟦[^⟧\n]*⟧?")
_WORD = re.compile(r"(?<![-\w])[A-Za-z][a-z]{2,}")


@cache
def helps() -> dict[str, str]:
    done = subprocess.run([sys.executable, "-c", _WALK], cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_every_command_is_looked_at() -> None:
    assert {"aimak", "aimak cohort grade", "aimak cohort roster new", "aimak site serve"} <= set(helps())


def unbracketed(path: str) -> list[str]:
    """English words of a command's help that no catalog could change; names of commands and values stay as they are."""
    known = set(path.split()) | {name.split()[-1] for name in helps() if name.startswith(f"{path} ")}
    text = _BRACKETED.sub("", helps()[path])
    return [word for word in _WORD.findall(text) if word not in known]


def test_no_help_has_an_english_word_that_cannot_be_translated() -> None:
    assert {path: words for path in helps() if (words := unbracketed(path))} == {}


def test_every_option_and_argument_says_what_it_is_for() -> None:
    silent = [
        (path, line)
        for path, text in helps().items()
        for line in text.splitlines()
        if re.match(r"  (-|\[?[A-Z]+\b)", line) and "⟦" not in line
    ]
    assert silent == []


def test_every_command_has_the_option_for_its_language() -> None:
    assert [path for path, text in helps().items() if "--language" not in text] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forum", "pack"), "⟦Míssíñg öptíöñ"),
        (("nonsense",), "⟦Nö süçh çömmáñd 'nonsense'"),
        (("site", "serve", "--port", "x"), "⟦'x' ís ñöt á válíd ⟦ñümbér"),
        (("site", "serve", "--port", "99999"), "ís ñöt íñ thé ráñgé"),
        (("cohort", "collect", "a", "b"), "⟦Göt üñéxpéçtéd éxtrá árgümé"),
        (("cohort", "roster", "import", "nowhere"), "döés ñöt éxíst"),
    ],
)
def test_click_s_own_errors_are_in_the_language_of_the_command(words: tuple[str, ...], said: str) -> None:
    command = [sys.executable, "-m", "aimak", *words, "--language", "qps"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said.replace("Nö", "Ñö") in done.stderr


def test_click_looks_its_texts_up_nowhere_else() -> None:
    teach_click()
    left = [
        name
        for name, module in list(sys.modules.items())
        if name.split(".")[0] == "click" and gettext.gettext in vars(module).values()
    ]
    assert left == []
    assert vars(click.core)["_"]("Options") == "Options"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_catalog_of_click_has_every_text_of_the_click_that_is_installed(language: str) -> None:
    from aimak.translation.click_texts import click_messages
    from aimak.translation.pofile import read_pofile

    found = read_pofile(catalogs.LOCALES / language / "LC_MESSAGES" / "click.po", language)
    wanted = {message.texts for _domain, message in click_messages()}
    assert {entry.texts for entry in found.entries.values()} == wanted
    assert [text for text, entry in found.entries.items() if not entry.is_translated or entry.fuzzy] == []

"""The app's texts in each language: a module beside `words.js` for ours, a language pack for JupyterLab's own."""

from __future__ import annotations

import gettext
import json
import re
from pathlib import Path
from typing import Any

from aimak.i18n import plural, speaking
from aimak.i18n import translate as _
from aimak.i18n.catalogs import LOCALES, compile_catalogs

_ENGLISH = Path(__file__).with_name("words.js")
_ENTRY = re.compile(r"^  (\w+): (?:_|plural)\((.*)\),$", re.MULTILINE)
#: Where a language has no catalog: the rule of English.
_NO_RULE = "nplurals=2; plural=n != 1;"
#: A text that is chosen by a number is looked for among these numbers.
_COUNTS = range(1000)


def english() -> dict[str, list[str]]:
    """Our texts as `words.js` has them: key -> the text, or its two forms."""
    found = _ENTRY.findall(_ENGLISH.read_text(encoding="utf-8"))
    return {key: list(json.loads(f"[{forms}]")) for key, forms in found}


def words_script(language: str) -> str:
    """`words-<language>.js`: the texts by their keys, and which form goes with a count."""
    rule = _plural_rule(language)
    form = gettext.c2py(rule)
    counts = [next(n for n in _COUNTS if form(n) == place) for place in sorted({form(n) for n in _COUNTS})]
    texts: dict[str, str | list[str]] = {}
    with speaking(language):
        for key, forms in english().items():
            texts[key] = _(forms[0]) if len(forms) == 1 else [plural(forms[0], forms[1], n) for n in counts]
    listed = json.dumps(texts, ensure_ascii=False, indent=1)
    return f"export const texts = {listed};\n\nexport const form = (n) => Number({rule});\n"


def _plural_rule(language: str) -> str:
    folder = LOCALES / language / "LC_MESSAGES"
    compile_catalogs(folder)
    said = _NO_RULE
    if (folder / "aimak.mo").is_file():
        with (folder / "aimak.mo").open("rb") as file:
            said = gettext.GNUTranslations(file).info()["plural-forms"]
    return said.partition("plural=")[2].rstrip("; ")


def language_pack(language: str) -> dict[str, Any]:
    """JupyterLab's language pack: those of its texts that a trainee meets; the rest is switched off.

    There is none for Kyrgyz, and the Russian one is half a megabyte of texts that nobody here sees.
    """
    with speaking(language):
        texts = _jupyterlab()
    about = {"language": language, "plural_forms": _NO_RULE}
    data = {
        domain: {"": {**about, "domain": domain}, **{text: _forms(text, said) for text, said in texts.items()}}
        for domain in ("jupyterlab", "notebook", "jupyterlite")
    }
    return {"data": data, "message": ""}


def _forms(text: str, said: str) -> list[str]:
    """JupyterLab takes a text that it counts from a list of forms only; here nothing is ever done to several cells."""
    return [said, said] if text == "Run this cell and advance" else [said]


def _jupyterlab() -> dict[str, str]:
    return {
        # Tooltips of the buttons that are left.
        "Save and create checkpoint": _("Save"),
        "Save the notebook contents and create checkpoint": _("Save"),
        "Run this cell and advance": _("Run this cell and go to the next"),
        "Run all cells": _("Run everything"),
        "Download the file to your computer": _("Download the file to your device"),
        "More commands": _("More buttons"),
        "Click to expand": _("Unfold"),
        "Collapse Output": _("Fold away"),
        # What a screen reader says.
        "Cells": _("The parts of the exercise"),
        "Code Cell Content": _("Code"),
        "Code Cell Content with Output": _("Code and what it shows"),
        "Topbar toolbar": _("Title"),
        # Messages.
        "Kernel Restarting": _("The exercise starts again"),
        "The kernel for %1 appears to have died. It will restart automatically.": _(
            "“%1” stopped by itself. It starts again now; then press “Run everything”."
        ),
        "Ok": _("OK"),
        "Cancel": _("Cancel"),
        "Dismiss": _("Close"),
        "Close": _("Close"),
    }

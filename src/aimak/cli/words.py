"""Click's own words in the language of the command.

Click looks its texts up by gettext's global functions. These find a catalog by the environment only, which children
would inherit, and know no pseudo-language; so click's modules are given ours, under the names that they use.
"""

from __future__ import annotations

import gettext
import sys

import click

from aimak.i18n import plural, translate
from aimak.i18n import translate as _


def teach_click() -> None:
    """Let every module of click that is loaded look its texts up in our catalogs (`click.po`), and name the kinds of
    values, which click does in English only, in the language in force."""
    for name, module in list(sys.modules.items()):
        if name == "click" or name.startswith("click."):
            names = vars(module)
            if names.get("_") is gettext.gettext:
                names["_"] = translate
            if names.get("ngettext") is gettext.ngettext:
                names["ngettext"] = plural
    for kind in (type(click.INT), click.IntRange):
        kind.name = _("number")
    type(click.STRING).name = _("text")

"""What stands around a page: the theme's texts in its language, and links to the same page in the other languages."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import translators

from aimak.i18n import NAMES
from aimak.i18n.catalogs import catalog
from aimak.site.book.frame import COPY_TEXTS, FRAME

_TEMPLATES = Path(__file__).parent / "templates"
#: The theme and an extension have catalogs of their own; what we have stands before theirs.
_THEIRS = ("booktheme", "togglebutton")


def adopt_catalogs(app: Sphinx, config: Config) -> None:
    """Let the theme speak from our catalogs: first `sphinx.po`, then what comes with Sphinx, then the kit's."""
    config.templates_path.insert(0, str(_TEMPLATES))
    if config.language == "en":
        return
    ours: Any = translators[("general", FRAME)]
    ours.add_fallback(catalog(config.language))
    app.translator = ours  # another object where Sphinx itself has nothing in this language
    for name in _THEIRS:
        translators[("general", name)] = ours


def offer_languages(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Give the page's templates its address in each language of the site, and name these in its head."""
    up = "../" * (page.count("/") + 1)
    offered = [
        {"code": code, "name": NAMES[code], "address": f"{up}{code}/{page}.html", "here": code == app.config.language}
        for code in app.config.aimak_languages
    ]
    context["aimak_languages"] = offered
    links = [
        f'<link rel="alternate" hreflang="{one["code"]}" href="{escape(str(one["address"]))}" />' for one in offered
    ]
    context["metatags"] = "\n".join([context.get("metatags", ""), *links])


def say_copy(app: Sphinx, error: Exception | None) -> None:
    """The copy button's script has a table of languages of its own, and not all of ours."""
    script = Path(app.outdir) / "_static" / "copybutton.js"
    if error or app.config.language == "en" or not script.is_file():
        return
    text = script.read_text(encoding="utf-8")
    for source in COPY_TEXTS:
        said = app.translator.gettext(source).replace("'", "\u2019")
        text = text.replace(f"'{source}'", f"'{said}'")
    # Its English entry, which now speaks our language, is the one it takes when it does not know the page's.
    script.write_text(text.replace(f"'{app.config.language}':", "'':"), encoding="utf-8")

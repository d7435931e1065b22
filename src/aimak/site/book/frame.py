"""What stands around a page: texts that the theme and Sphinx say themselves, and ours in its configuration.

The theme's texts have a catalog of their own, `sphinx.po` beside those of the pages: no Kyrgyz comes with Sphinx or the
theme, and the Russian that does is not whole. Our own texts come from the kit's catalog.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from aimak.i18n import speaking
from aimak.i18n import translate as _

#: The catalog of these texts.
FRAME = "sphinx"
#: What the search's scripts say.
SCRIPT_TEXTS = (
    "Searching",
    "Preparing search...",
    "Search Results",
    "Search finished, found ${resultCount} page(s) matching the search query.",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've "
    "selected enough categories.",
    "Hide Search Matches",
    ", in ",
)
#: The button beside a block of code; its script knows no Kyrgyz.
COPY_TEXTS = ("Copy", "Copy to clipboard", "Copied!", "Failed to copy")
#: Everything that a reader may meet, with what those who cannot see the page hear.
TEXTS = (
    "Skip to main content",
    "Search",
    "Error",
    "Please activate JavaScript to enable the search functionality.",
    "Color mode",
    "Light",
    "Dark",
    "System Settings",
    "Version warning",
    "Contents",
    "previous page",
    "previous",
    "next page",
    "next",
    "© Copyright %(copyright)s.",
    "Last updated on %(last_updated)s.",
    "Link to this heading",
    "Link to this table",
    "Link to this image",
    "Link to this code",
    "Link to this term",
    "Link to this equation",
    "Fig. %s",
    "Table %s",
    "Listing %s",
    "Section %s",
    "Attention",
    "Caution",
    "Danger",
    "Hint",
    "Important",
    "Note",
    "See also",
    "Tip",
    "Warning",
    "Click to show",
    "Click to hide",
    *COPY_TEXTS,
    *SCRIPT_TEXTS,
)


def frame_config(language: str, frame: Mapping[str, str]) -> dict[str, Any]:
    """What Sphinx is told in ``language``: values for its configuration, the theme's options apart.

    :param frame: the frame's catalog in that language.
    """
    with speaking(language):
        title = _("Aimak course kit")
        return {
            "html_title": title,
            "project": title,
            "author": _("The Aimak authors"),
            "nb_code_prompt_show": _("Show the code"),
            "nb_code_prompt_hide": _("Hide the code"),
            "togglebutton_hint": frame.get("Click to show", "Click to show"),
            "togglebutton_hint_hide": frame.get("Click to hide", "Click to hide"),
        }


def search_text(language: str) -> str:
    """What stands in the empty search field."""
    with speaking(language):
        return _("Search this course…")


def write_frame_template(path: Path) -> None:
    """Write the template of the frame's catalog for translators."""
    made = Catalog(project="aimak", fuzzy=False)
    for text in TEXTS:
        made.add(text)
    with path.open("wb") as file:
        write_po(file, made, width=0, omit_header=True)

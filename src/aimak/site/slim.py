"""Make the built pages light and mend the theme's markup for screen readers.

The icon script goes, and so do styles and scripts that a page has no use for. The icon fonts keep only the icons that
pages use, and two controls of the theme get names that say what they do.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from aimak.i18n import translate as _

#: The theme's icon script (half a megabyte compressed) only serves icons that a site adds; the CSS font draws ours.
_ICON_SCRIPT = re.compile(
    r"\s*(<!-- So that users can add custom icons -->)?\s*<script[^>]*fontawesome\.js[^>]*></script>"
)
#: The theme's search button is named «Search» for screen readers while it shows «Search Ctrl K»: its own text names it.
_SEARCH_NAME = re.compile(r'(<button[^>]*search-button-field[^>]*?) aria-label="[^"]*"')
#: The theme's toggles in the side bar hold only an icon.
_TOGGLE = re.compile(r'<summary>(?=<span class="toctree-toggle")')
_ICON_CLASS = re.compile(r"\bfa-([a-z0-9-]+)\b")
#: A rule that gives an icon class its character; aliases share a rule.
_ICON_RULE = re.compile(r'((?:\.fa-[\w-]+:{1,2}before,?\s*)+)\{content:\s*"\\([0-9a-f]{1,4})"\}', re.IGNORECASE)
#: A character that the theme's own rules draw.
_CHARACTER = re.compile(r'"\\([ef][0-9a-f]{3})"', re.IGNORECASE)

#: Styles and scripts of extensions, and what a page holds that has a use for them.
_USES = (
    (("sphinx-design.min.css", "design-tabs.js"), re.compile(r'class="[^"]*\bsd-')),
    (("copybutton.css", "copybutton.js", "clipboard.min.js"), re.compile(r'class="[^"]*\bhighlight\b')),
    (("togglebutton.css", "togglebutton.js"), re.compile(r'class="[^"]*\b(toggle|dropdown|tag_hide-)')),
    # The theme brings the whole index to each page to find things while somebody types, which is switched off.
    (("searchtools.js", "searchindex.js"), re.compile(r'id="search-results"')),
    (("language_data.js",), re.compile(r'id="search-results"|class="aimak-filter"')),
)
_TAG = r'\s*<(?:link\b[^>]*|script\b[^>]*)(?:href|src)="[^"]*\b{}(?:\?[^"]*)?"[^>]*>(?:</script>)?'


def slim(site: Path) -> int:
    """Cut what no page of ``site`` needs.

    :param site: a folder with `_static`, as Sphinx builds it.
    :returns: bytes saved.
    """
    before = _size(site)
    used: set[str] = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        lighter = _without_unused(_SEARCH_NAME.sub(r"\1", _ICON_SCRIPT.sub("", text)))
        lighter = _TOGGLE.sub(f'<summary aria-label="{escape(_("Show the pages below"))}">', lighter)
        if lighter != text:
            page.write_text(lighter, encoding="utf-8")
        used.update(_ICON_CLASS.findall(lighter))
    static = site / "_static"
    for script in static.rglob("*.js"):
        if "fontawesome" in script.name:
            script.unlink()
        elif "vendor" not in script.parts:
            used.update(_ICON_CLASS.findall(script.read_text(encoding="utf-8", errors="ignore")))
    _subset_icons(static, used)
    return before - _size(site)


def _without_unused(text: str) -> str:
    """A page without styles and scripts that it has no use for."""
    for names, use in _USES:
        if not use.search(text):
            for name in names:
                text = re.sub(_TAG.format(re.escape(name)), "", text)
    return text


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _subset_icons(static: Path, used: set[str]) -> None:
    wanted: set[int] = set()
    for sheet in static.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8", errors="ignore")
        for names, code in _ICON_RULE.findall(text):
            if used.intersection(_ICON_CLASS.findall(names)):
                wanted.add(int(code, 16))
        wanted.update(int(code, 16) for code in _CHARACTER.findall(_ICON_RULE.sub("", text)))
    for font in static.rglob("fa-*.woff2"):
        _subset(font, wanted)
    for old in static.rglob("fa-*.ttf"):  # every browser that runs the pages reads woff2
        old.unlink()


def _subset(font: Path, codes: set[int]) -> None:
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=[], notdef_outline=False, recalc_timestamp=False)
    try:
        with subset.load_font(str(font), options) as loaded:
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=codes)
            cutter.subset(loaded)
            subset.save_font(loaded, str(font), options)
    except ImportError:  # woff2 needs brotli; without it the fonts stay as they are
        return

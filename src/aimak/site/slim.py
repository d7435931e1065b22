"""Make the built pages light: the icon script goes, the icon fonts keep only the icons that pages use."""

from __future__ import annotations

import re
from pathlib import Path

#: The theme's icon script (half a megabyte compressed) only serves icons that a site adds; the CSS font draws ours.
_ICON_SCRIPT = re.compile(
    r"\s*(<!-- So that users can add custom icons -->)?\s*<script[^>]*fontawesome\.js[^>]*></script>"
)
_ICON_CLASS = re.compile(r"\bfa-([a-z0-9-]+)\b")
#: A rule that gives an icon class its character; aliases share a rule.
_ICON_RULE = re.compile(r'((?:\.fa-[\w-]+:{1,2}before,?\s*)+)\{content:\s*"\\([0-9a-f]{1,4})"\}', re.IGNORECASE)
#: A character that the theme's own rules draw.
_CHARACTER = re.compile(r'"\\([ef][0-9a-f]{3})"', re.IGNORECASE)


def slim(site: Path) -> int:
    """Cut what no page of ``site`` needs.

    :param site: a folder with `_static`, as Sphinx builds it.
    :returns: bytes saved.
    """
    before = _size(site)
    used: set[str] = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        lighter = _ICON_SCRIPT.sub("", text)
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
        loaded = subset.load_font(str(font), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=codes)
        cutter.subset(loaded)
        subset.save_font(loaded, str(font), options)
    except ImportError:  # woff2 needs brotli; without it the fonts stay as they are
        return

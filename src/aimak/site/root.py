"""The page at the site's root: the course in each language, the reader's own first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aimak.i18n import NAMES, speaking
from aimak.i18n import translate as _

#: The page that a language opens with, below its folder.
FIRST_PAGE = "book/intro.html"
# The language that a reader chose wins over those of the browser. The links are there without the script.
_SCRIPT = """
(function () {
  "use strict";
  var list = document.querySelector("ul"), chosen = "";
  var key = "aimak:" + new URL("./", location.href).pathname + ":language";
  try { chosen = localStorage.getItem(key) || ""; } catch (_private) { /* no storage */ }
  var wanted = [chosen].concat(navigator.languages || []).map(function (one) { return one.slice(0, 2).toLowerCase(); });
  wanted.reverse().forEach(function (code) {
    var link = list.querySelector('a[lang="' + code + '"]');
    if (link) { list.prepend(link.parentNode); }
  });
  document.documentElement.lang = list.querySelector("a").lang;
  document.title = list.querySelector("a").dataset.title;
  list.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    try { if (link) { localStorage.setItem(key, link.lang); } } catch (_private) { /* asked again next time */ }
  });
})();
"""
_STYLE = """
body { margin: 0; font: 18px/1.4 "Noto Sans", "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: #1b2733; }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
a { display: block; margin: 0 0 1rem; padding: 1rem; border: 2px solid #0b5a83; border-radius: 6px;
  color: #0b5a83; text-decoration: none; }
li:first-child a { background: #0b5a83; color: #fff; }
a:hover, a:focus { outline: 3px solid #e69f00; outline-offset: 2px; }
strong { display: block; font-size: 1.3rem; }
"""


def root_page(languages: Sequence[str]) -> str:
    """The page as HTML. It asks for nothing, works from any folder, and without its script."""
    entries, titles = [], []
    for code in languages:
        with speaking(code):
            titles.append(_("Aimak course kit"))
            entries.append(
                f'<li><a href="{code}/{FIRST_PAGE}" lang="{code}" hreflang="{code}" data-title="{escape(titles[-1])}">'
                f"<strong>{escape(NAMES.get(code, code))}</strong>{escape(_('Open the course'))}</a></li>"
            )
    return (
        f'<!doctype html>\n<html lang="{languages[0]}"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(titles[0])}</title><link rel="icon" href="data:,">\n<style>{_STYLE}</style></head>\n'
        f"<body><main><h1>Aimak</h1>\n<ul>\n{chr(10).join(entries)}\n</ul></main>\n<script>{_SCRIPT}</script></body></html>\n"
    )

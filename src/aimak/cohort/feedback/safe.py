"""What a trainee's code left in its outputs, made harmless: text, tables, pictures, and nothing that acts or loads."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any

from markupsafe import Markup

from aimak.i18n import translate as _

#: What a table of pandas needs. No links, pictures, styles, classes or ids.
_TAGS = frozenset(
    ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "p", "br", "ul", "ol", "li", "strong", "em"]
)
_ATTRIBUTES = {"th": ["scope", "colspan", "rowspan"], "td": ["colspan", "rowspan"]}
#: The name of the error that grading puts where a cell did not run, see :func:`aimak.execution.run.not_run`.
NOT_RUN = "NotRun"
_PNG = b"\x89PNG\r\n\x1a\n"
#: Longest text and longest HTML that is shown of one output; the rest is in the notebook.
MAX_TEXT, MAX_HTML, MAX_PICTURE = 4000, 60_000, 2_000_000
#: Bytes that move a terminal's cursor have no place in a page.
_WITH_CODE = re.compile(r"(?is)<(script|style|template|noscript|iframe|svg|math|textarea|title)\b.*?(</\1\s*>|$)")
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@cache
def _cleaner() -> Any:
    from bleach.sanitizer import Cleaner

    return Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, strip=True, strip_comments=True)


def safe_html(html: str) -> Markup:
    """HTML with the tags of a table only; everything else is dropped, its text kept."""
    # The text between these is no text for people; bleach would keep it.
    bare = _WITH_CODE.sub("", html[:MAX_HTML])
    return Markup(_cleaner().clean(bare))


def safe_outputs(outputs: Iterable[Mapping[str, Any]]) -> list[Markup]:
    """Each output as HTML that can do nothing."""
    return [made for output in outputs if (made := _safe(output))]


def _safe(output: Mapping[str, Any]) -> Markup | None:
    kind = output.get("output_type")
    if kind == "stream":
        return _pre(output.get("text"))
    if kind == "error":
        return _pre(_error(output))
    data = output.get("data")
    if not isinstance(data, Mapping):
        return None
    picture = _picture(data.get("image/png"))
    if picture:
        return picture
    html = _joined(data.get("text/html"))
    if html.strip():
        cleaned = safe_html(html)
        return Markup('<div class="output">{}</div>').format(cleaned) if cleaned.strip() else None
    return _pre(data.get("text/plain"))


def _error(output: Mapping[str, Any]) -> str:
    if output.get("ename") == NOT_RUN:
        return _("This cell did not run: {why}.").format(why=output.get("evalue"))
    return f"{output.get('ename')}: {output.get('evalue')}"


def _joined(value: object) -> str:
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _pre(value: object) -> Markup | None:
    text = _ANSI.sub("", _joined(value)).replace("\x00", "")
    if not text.strip():
        return None
    shown = text[:MAX_TEXT] + (" …" if len(text) > MAX_TEXT else "")
    return Markup(f"<pre>{escape(shown)}</pre>")


def _picture(value: object) -> Markup | None:
    text = _joined(value).replace("\n", "")
    if not text or len(text) > MAX_PICTURE:
        return None
    try:
        read = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    if not read.startswith(_PNG):
        return None
    written = base64.b64encode(read).decode()
    return Markup(f'<img alt="" src="data:image/png;base64,{written}">')

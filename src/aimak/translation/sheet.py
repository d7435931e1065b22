"""A screenshot sheet: one built page side by side in all languages, on a desktop and on a phone."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import LANGUAGES, NAMES
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.print.chromium import find_chromium
from aimak.site.serve import server

#: Width and height of the windows.
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
_STYLE = """body{margin:16px;font:16px sans-serif;background:#ddd}table{border-collapse:collapse}
td,th{vertical-align:top;padding:8px;text-align:left}img{display:block;border:1px solid #888;background:#fff}"""


def write_sheet(project: Project, page: str, out: Path) -> None:
    """Write the sheet of a page such as ``book/intro`` as ``.png`` or ``.html``.

    :raises UserError: if the page is not built in every language, Playwright or Chromium is missing, or the file has
        another ending.
    """
    if out.suffix.lower() not in {".png", ".html"}:
        raise UserError(
            _("{file}: a sheet is .png or .html.").format(file=out.name), _("Name it so, for example sheet.png.")
        )
    name = page.removesuffix(".html").removesuffix(".md")
    missing = [code for code in LANGUAGES if not (project.site / code / f"{name}.html").is_file()]
    if missing:
        where = f"{missing[0]}/{name}.html"
        raise UserError(
            _("There is no page {page} in {folder}.").format(page=where, folder=project.site),
            _("Name it as in _toc.yml. To build it, run: {command}").format(command="aimak site build"),
        )
    with _browser() as playwright, _served(project) as address:
        browser = _launched(playwright)
        try:
            html = _sheet(name, dict(_shots(browser, address, name)))
            if out.suffix.lower() == ".html":
                write_whole(out, html)
            else:
                window = browser.new_page(viewport={"width": 1800, "height": 1000})
                window.set_content(html)
                write_whole(out, window.screenshot(full_page=True))
        finally:
            browser.close()


@contextmanager
def _served(project: Project) -> Iterator[str]:
    """The address of the site, as long as it lasts."""
    with server(project.site, 0) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_address[1]}"
        finally:
            running.shutdown()
            thread.join()


def _browser() -> Any:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise UserError(
            _("Playwright is missing, which takes the pictures."),
            _("Run: {command}").format(command="pip install -c constraints.txt 'aimak[dev]'"),
        ) from None
    return sync_playwright()


def _launched(playwright: Any) -> Any:
    return playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])


def _shots(browser: Any, base: str, name: str) -> Iterator[tuple[tuple[str, str], bytes]]:
    for size, (width, height) in SIZES.items():
        for code in LANGUAGES:
            window = browser.new_page(viewport={"width": width, "height": height})
            answer = window.goto(f"{base}/{code}/{name}.html", wait_until="load")
            if answer is None or not answer.ok:
                raise UserError(
                    _("There is no page {page} in {folder}.").format(page=f"{code}/{name}.html", folder=base),
                    _("Name it as in _toc.yml. To build it, run: {command}").format(command="aimak site build"),
                )
            yield (size, code), window.screenshot(full_page=True)
            window.close()


def _sheet(name: str, shots: dict[tuple[str, str], bytes]) -> str:
    rows = []
    for size, (width, _height) in SIZES.items():
        cells = []
        for code in LANGUAGES:
            data = base64.b64encode(shots[size, code]).decode()
            title = escape(f"{NAMES[code]}, {size}")
            shown = min(width, 560)
            cells.append(f'<td><img width="{shown}" alt="{title}" src="data:image/png;base64,{data}"></td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    heads = "".join(f"<th>{escape(NAMES[code])}</th>" for code in LANGUAGES)
    title = escape(_("{page} in all languages").format(page=name))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"</head><body><h1>{title}</h1><table><tr>{heads}</tr>{''.join(rows)}</table></body></html>"
    )

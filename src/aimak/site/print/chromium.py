"""Chromium as a printer: pages of this machine become tagged PDFs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from aimak.doctor import BROWSERS
from aimak.errors import UserError
from aimak.i18n import translate as _

if TYPE_CHECKING:
    from playwright.sync_api import Page

Done = TypeVar("Done")
#: Names the program to print with, where it is none of those that are looked for.
SETTING = "AIMAK_CHROMIUM"
_QUIET = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def find_chromium(settings: Mapping[str, str] = os.environ) -> str:
    """The path of Chromium or its kin: what ``AIMAK_CHROMIUM`` names, else the first on the path.

    :raises UserError: if there is none.
    """
    asked = settings.get(SETTING, "")
    if asked:
        found = shutil.which(asked)
        if found:
            return found
        raise UserError(
            _("{setting} names {program}, which is no program.").format(setting=SETTING, program=asked),
            _("Name Chromium by its whole path."),
        )
    for name in BROWSERS:
        found = shutil.which(name, path=settings.get("PATH"))
        if found:
            return found
    raise UserError(
        _("This needs Chromium, which is not installed."),
        _("Run: {command}, or name it with {setting}.").format(
            command="sudo apt-get install chromium", setting=SETTING
        ),
    )


class Printer:
    """Chromium, started when the first page is opened: where everything is kept, nothing has to start.

    It is driven from a thread of its own, because Playwright refuses one that has an event loop, as a notebook has.

    :raises UserError: if there is no Chromium.
    """

    def __init__(self, settings: Mapping[str, str] = os.environ) -> None:
        self._program = find_chromium(settings)
        self._thread = ThreadPoolExecutor(1, "printer")
        self._running = ExitStack()
        self._page: Page | None = None

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *_why: object) -> None:
        self._thread.submit(self._running.close).result()
        self._thread.shutdown()
        self._page = None

    def open(self, path: Path, query: str = "") -> None:
        """Open a file of this machine as it will be printed.

        :raises UserError: if Playwright is not there, or Chromium does not start.
        """

        def go(page: Page) -> None:
            page.goto(path.resolve().as_uri() + query, wait_until="load")
            page.emulate_media(media="print")

        self._do(go)

    def set_size(self, width: int, height: int) -> None:
        """Give the window a size in CSS pixels."""
        self._do(lambda page: page.set_viewport_size({"width": width, "height": height}))

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What a script says on the open page."""
        return self._do(lambda page: page.evaluate(script, argument))

    def pdf(self) -> bytes:
        """The open page as a tagged PDF with bookmarks; paper and margins are those of its own style."""
        return self._do(
            lambda page: page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
        )

    def _do(self, what: Callable[[Page], Done]) -> Done:
        """Do something with the one page that everything is printed from, in the printer's thread."""

        def run() -> Done:
            if self._page is None:
                self._page = self._start()
            return what(self._page)

        # The reader's language is known to this thread only: a copy of what it knows goes along.
        return self._thread.submit(copy_context().run, run).result()

    def _start(self) -> Page:
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError:
            raise UserError(
                _("Printing needs {package}, which is not installed.").format(package="playwright"),
                _("Run: {command}").format(command="python -m pip install -c constraints.txt -e '.[print]'"),
            ) from None
        running = self._running.enter_context(sync_playwright())
        try:
            browser = running.chromium.launch(executable_path=self._program, args=list(_QUIET))
        except Error as error:
            raise UserError(
                _("Chromium does not start: {error}.").format(error=str(error).splitlines()[0]),
                _("Name another one with {setting}.").format(setting=SETTING),
            ) from None
        self._running.callback(browser.close)
        return browser.new_page()

"""Helpers for the exercises in the browser: a server that counts, a profile that outlives its browser, and waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from aimak.site import serve
from tests.browser.conftest import CHROMIUM, DESKTOP, FLAGS, free_port

READY = """() => { const w = window.jupyterapp && window.jupyterapp.shell.currentWidget;
    const s = w && w.context && w.context.sessionContext;
    return Boolean(s && s.isReady && s.session && s.session.kernel && s.session.kernel.status === 'idle'); }"""
RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
#: What a page has been told about what is kept: resolves when everything of the sets is.
KEPT = """sets => new Promise(resolve => {
    navigator.serviceWorker.addEventListener('message', event => {
        const said = event.data;
        if (said.aimak === 'kept' && said.state && sets.every(
            one => !said.sets[one] || said.sets[one].kept === said.sets[one].all)) {
            resolve(said.state); } });
    navigator.serviceWorker.ready.then(one => one.active.postMessage({aimak: 'keep', sets: sets})); })"""


class CountingServer:
    """The site's own server on a port that it keeps over restarts, with what it was asked for and sent."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.sent: dict[str, int] = {}
        self.broken: set[str] = set()
        self._running: Any = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def bytes(self) -> int:
        return sum(self.sent.values())

    def start(self) -> None:
        counts = self

        class Handler(serve._Handler):
            def send_head(self) -> Any:
                if any(self.path.endswith(one) for one in counts.broken):
                    self.send_error(404)
                    return None
                return super().send_head()

            def copyfile(self, source: Any, outputfile: Any) -> None:
                data = source.read()
                with suppress(BrokenPipeError, ConnectionResetError):  # a page that is closed while it loads
                    outputfile.write(data)
                counts.sent[self.path] = counts.sent.get(self.path, 0) + len(data)

        running = serve.server(self.folder, self.port)
        handler = running.RequestHandlerClass
        running.RequestHandlerClass = type(handler)(Handler, **handler.keywords)  # type: ignore[attr-defined,call-arg]
        self._running = running
        threading.Thread(target=running.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._running is not None:
            self._running.shutdown()
            self._running.server_close()
            self._running = None

    def forget(self) -> None:
        self.sent.clear()


@contextmanager
def profile(playwright: Playwright, folder: Path, size: tuple[int, int] = DESKTOP) -> Iterator[BrowserContext]:
    """A browser with a profile of its own; run it again with the same folder, and it is the same user."""
    context = playwright.chromium.launch_persistent_context(
        str(folder), executable_path=CHROMIUM, args=FLAGS, viewport={"width": size[0], "height": size[1]}
    )
    try:
        yield context
    finally:
        context.close()


def exercise_url(server: str, name: str = "budget") -> str:
    return f"{server}/lite/notebooks/index.html?path={name}.ipynb&lang=en"


def boot(page: Page, url: str) -> None:
    """Open an exercise and wait until its kernel is idle."""
    page.goto(url)
    page.wait_for_function(READY, timeout=120_000)


def run_all(page: Page) -> str:
    """Run every cell; the text of all outputs."""
    page.wait_for_function(READY, timeout=120_000)
    page.evaluate(RUN_ALL)
    page.wait_for_function(READY, timeout=120_000)
    return "\n".join(page.locator(".jp-Cell-outputArea").all_inner_texts())

"""Debian's Firefox, driven by the WebDriver BiDi protocol that it speaks itself: no driver program is needed."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import websocket

from tests.browser.conftest import free_port

FIREFOX = "/usr/bin/firefox-esr"
_PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/x-ipynb+json",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.disabledForTesting": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Firefox:
    """One window of a Firefox with a profile of its own, ended by its own process id."""

    def __init__(self, folder: Path) -> None:
        self.profile, self.downloads = folder / "profile", folder / "downloads"
        self.profile.mkdir(parents=True)
        self.downloads.mkdir()
        wanted = {**_PREFERENCES, "browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (self.profile / "user.js").write_text("\n".join(lines))
        self.count = 0

    def __enter__(self) -> Firefox:
        port = free_port()
        command = [FIREFOX, "--headless", "--no-remote", f"--remote-debugging-port={port}"]
        command += ["--profile", str(self.profile), "about:blank"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(120):
            try:
                self.socket = websocket.create_connection(
                    f"ws://127.0.0.1:{port}/session", timeout=120, suppress_origin=True
                )
                break
            except OSError:
                time.sleep(0.5)
        self.ask("session.new", capabilities={})
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a command and wait for its answer."""
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                if answer["type"] != "success":
                    raise AssertionError(answer)
                return answer["result"]

    def go(self, url: str) -> None:
        """Open an address and wait until it is loaded."""
        self.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def js(self, expression: str) -> Any:
        """What an expression gives: a text, a number or a truth value."""
        told = self.ask("script.evaluate", expression=expression, target={"context": self.context}, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"].get("value")

    def until(self, expression: str, seconds: float) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + seconds
        while not self.js(f"Boolean({expression})"):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.2)

    def downloaded(self, pattern: str, seconds: float = 20) -> Path:
        """The one whole file that came."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = list(self.downloads.glob(pattern))
            if len(found) == 1 and found[0].stat().st_size and not list(self.downloads.glob("*.part")):
                return found[0]
            time.sleep(0.2)
        raise AssertionError(f"no {pattern} came: {list(self.downloads.iterdir())}")

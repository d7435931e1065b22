"""Real clients: Debian's Chromium, Jupyter Server and the static server, all on 127.0.0.1 and ended by their own id."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from aimak.project import Project
from aimak.site.build import build_site
from aimak.site.serve import server
from tests.conftest import ROOT

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield running
    running.close()


@dataclass
class Watched:
    """A page, with what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def strangers(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.requests if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))]

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def serious(self) -> list[str]:
        """What axe-core calls serious or critical."""
        self.page.add_script_tag(path=str(ROOT / "node_modules" / "axe-core" / "axe.min.js"))
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:120]}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Watched]]:
    opened: list[Page] = []

    def open_at(url: str, size: tuple[int, int] = DESKTOP, *, policy: bool = False) -> Watched:
        # A page's own policy would keep axe-core out; `policy` is for tests of that policy.
        page = browser.new_page(viewport={"width": size[0], "height": size[1]}, bypass_csp=not policy)
        opened.append(page)
        watched = Watched(page)
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("console", lambda said: watched.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.goto(url, wait_until="load")
        return watched

    yield open_at
    for page in opened:
        page.close()


@pytest.fixture(scope="session")
def site(built: Project) -> Project:
    """The built project with its site; the browser parts come from this checkout's node_modules."""
    if not (built.root / "node_modules").exists():
        (built.root / "node_modules").symlink_to(ROOT / "node_modules")
    build_site(built)
    return built


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served while the context lasts."""
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def site_url(site: Project) -> Iterator[str]:
    with served(site.site) as address:
        yield address


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_settings(folder: Path) -> None:
    """JupyterLab without news from elsewhere, and with every cell on the page."""
    plugins = {
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    }
    for name, settings in plugins.items():
        path = folder / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))


@pytest.fixture
def jupyter(tmp_path: Path) -> Iterator[Callable[[Path], str]]:
    """Starts Jupyter in a folder and gives its address; every server is ended by its own process id."""
    started: list[subprocess.Popen[bytes]] = []

    def start(folder: Path) -> str:
        settings = tmp_path / "settings"
        write_settings(settings)
        port = free_port()
        env = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings), "HOME": str(tmp_path / "home")}
        env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env.get("PATH", "")])
        command = [sys.executable, "-m", "jupyter", "lab", "--allow-root", "--no-browser", "--ip=127.0.0.1"]
        command += [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=t"]
        command += ["--expose-app-in-browser", f"--ServerApp.root_dir={folder}", "--LabApp.news_url="]
        with (tmp_path / "jupyter.log").open("wb") as log:
            started.append(subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log))
        url = f"http://127.0.0.1:{port}"
        for _ in range(120):
            if started[-1].poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{url}/api?token=t", timeout=1):
                    return url
            except OSError:
                time.sleep(0.5)
        pytest.fail((tmp_path / "jupyter.log").read_text()[-2000:])

    yield start
    for process in started:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)

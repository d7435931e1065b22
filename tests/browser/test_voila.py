"""The form in Voilà, which keeps no file: Save offers the answers as a download that collecting accepts."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.project import Project
from tests.browser.conftest import PHONE, Watched, free_port
from tests.browser.test_lite_work import grade, machine_marked
from tests.browser.trainee import Trainee, designed, records_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Visitor(Trainee):
    """Somebody on a Voilà page."""

    def save(self, name: str) -> None:
        form = self.form(name)
        form.get_by_role("button", name="Save and check").click()
        form.get_by_role("link", name="Download your answers").wait_for(timeout=30_000)


def test_answers_are_downloaded_and_graded(
    class_project: Project, open_page: Callable[..., Watched], tmp_path: Path
) -> None:
    solution = designed(class_project, lambda exercise, case: exercise.solution(case))
    room = tmp_path / "room"
    room.mkdir()
    shutil.copyfile(class_project.exercises / "release" / "budget" / "budget.ipynb", room / "budget.ipynb")
    port = free_port()
    command = [sys.executable, "-m", "voila", "budget.ipynb", "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    env = {**os.environ, "HOME": str(tmp_path / "home")}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env.get("PATH", "")])
    with (tmp_path / "voila.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=room, env=env, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url, process, tmp_path / "voila.log")
        watched = open_page(url, PHONE)
        one = Visitor(watched.page)
        one.form("who").get_by_role("button", name="Save and check").wait_for(timeout=60_000)
        one.answer(solution)
        with one.page.expect_download(timeout=30_000) as coming:
            one.form("explain").get_by_role("link", name="Download your answers").click()
        inbox = tmp_path / "inbox"
        inbox.mkdir()
        path = inbox / coming.value.suggested_filename
        coming.value.save_as(path)
        assert len(records_of(path)) == 8
        # Voilà's own page asks another site for an icon font, which the forms do not need.
        assert [url for url in watched.strangers() if "fontawesome" not in url] == []
        assert machine_marked(grade(class_project, inbox)) == 33
    finally:
        process.terminate()
        process.wait(20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until Voilà listens; the page itself takes longer, and is asked for only once."""
    for _ in range(120):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{url}voila/static/nothing", timeout=1)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.5)
    pytest.fail(log.read_text()[-2000:])

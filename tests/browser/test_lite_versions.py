"""Two builds of the site at one address: a new version reaches whoever has not begun, and overwrites nobody's work."""

import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from aimak.course.build import build
from aimak.course.downloads import exercise_in
from aimak.project import Project
from aimak.site.lite import build_lite
from aimak.site.serve import server
from tests.browser.conftest import PHONE
from tests.browser.test_lite_work import EXERCISE
from tests.browser.trainee import CODE, Filled, Trainee, designed
from tests.conftest import ROOT, copy_project

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEW = "# A budget that holds, second edition"


@dataclass
class Host:
    """A host whose site can be built anew while its address stays."""

    folder: Path
    url: str
    builds: dict[str, Path]

    def publish(self, name: str) -> None:
        """Put one of the two builds where the server looks."""
        shutil.rmtree(self.folder / "lite", ignore_errors=True)
        shutil.copytree(self.builds[name], self.folder / "lite")


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The browser part of the site, built from two editions of the exercise."""
    made = {}
    for name in ("first", "second"):
        project = copy_project(tmp_path_factory.mktemp(name) / "kit")
        (project.root / "node_modules").symlink_to(ROOT / "node_modules")
        if name == "second":
            source = project.exercises / "budget.md"
            source.write_text(source.read_text(encoding="utf-8").replace("# A budget that holds", NEW, 1))
        build(project, "budget")
        files = {code: {"budget.ipynb": exercise_in(project, "budget", code)} for code in ("en", "ky", "qps")}
        made[name] = build_lite(project, project.build / "lite", files).folder
    return made


@pytest.fixture(scope="module")
def solution(built: Project) -> dict[str, Filled]:
    return designed(built, lambda exercise, case: exercise.solution(case))


@pytest.fixture
def host(builds: dict[str, Path], tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "host"
    folder.mkdir()
    (folder / "index.html").write_text("host")
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield Host(folder, f"http://127.0.0.1:{running.server_address[1]}", builds)
    running.shutdown()
    running.server_close()


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    yield context
    context.close()


def visit(profile: BrowserContext, host: Host) -> Trainee:
    for page in profile.pages:
        page.close()
    one = Trainee(profile.new_page())
    one.page.goto(f"{host.url}/{EXERCISE}")
    return one


def edition(one: Trainee, name: str = "budget.ipynb") -> str:
    cell = one.drive()[name]["cells"][0]["source"]
    return "second" if "second edition" in "".join(cell) else "first"


def worked_on_the_first(profile: BrowserContext, host: Host, solution: dict[str, Filled]) -> Trainee:
    host.publish("first")
    one = visit(profile, host)
    one.wait()
    one.answer({name: solution[name] for name in ("who", "structure")})
    host.publish("second")
    return visit(profile, host)


def test_a_new_version_reaches_whoever_only_looked_at_the_old_one(profile: BrowserContext, host: Host) -> None:
    host.publish("first")
    one = visit(profile, host)
    one.wait()  # everything ran, so the file in the drive has outputs now
    host.publish("second")
    again = visit(profile, host)
    again.wait()
    assert edition(again) == "second"
    expect(again.page.get_by_role("heading", name="second edition")).to_be_visible()
    assert list(again.drive()) == ["budget.ipynb"]


def test_answers_are_carried_over_and_the_old_file_is_kept(
    profile: BrowserContext, host: Host, solution: dict[str, Filled]
) -> None:
    one = worked_on_the_first(profile, host, solution)
    one.page.get_by_role("dialog").get_by_role("button", name="Take my answers into the new version").click()
    one.wait()
    assert one.form("who").get_by_label("Your trainee code").input_value() == CODE
    assert edition(one) == "second"
    assert set(one.kept()) == {"who", "structure"}
    (kept,) = set(one.drive()) - {"budget.ipynb"}
    assert edition(one, kept) == "first"
    assert set(one.kept(kept)) == {"who", "structure"}


def test_whoever_works_on_is_left_alone_and_not_asked_again(
    profile: BrowserContext, host: Host, solution: dict[str, Filled]
) -> None:
    one = worked_on_the_first(profile, host, solution)
    dialog = one.page.get_by_role("dialog")
    dialog.wait_for()
    one.page.keyboard.press("Escape")  # who closes the question keeps what he has
    one.wait()
    assert (edition(one), set(one.kept())) == ("first", {"who", "structure"})
    again = visit(profile, host)
    again.wait()
    assert edition(again) == "first"


def test_whoever_starts_anew_finds_the_old_work_under_another_name(
    profile: BrowserContext, host: Host, solution: dict[str, Filled], tmp_path: Path
) -> None:
    one = worked_on_the_first(profile, host, solution)
    one.page.get_by_role("dialog").get_by_role("button", name="Start with the new version").click()
    one.wait()
    assert (edition(one), one.kept()) == ("second", {})
    one.hand_in(tmp_path)
    dialog = one.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Your trainee code is missing")
    dialog.get_by_role("link").click()
    one.wait()
    assert one.form("who").get_by_label("Your trainee code").input_value() == CODE


def test_two_sites_on_one_host_share_nothing_and_a_new_build_keeps_the_place(
    builds: dict[str, Path], profile: BrowserContext, host: Host
) -> None:
    for place in ("naryn", "osh"):
        shutil.copytree(builds["first"], host.folder / place / "lite")
        one = Trainee(profile.new_page())
        one.page.goto(f"{host.url}/{place}/{EXERCISE}")
        one.page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.context?.isReady", timeout=60_000)
    names = set(one.page.evaluate("async () => (await indexedDB.databases()).map((one) => one.name)"))
    assert {"JupyterLite Storage - /naryn/lite/", "JupyterLite Storage - /osh/lite/"} <= names
    for build_of_site in builds.values():
        settings = json.loads((build_of_site / "jupyter-lite.json").read_text())["jupyter-config-data"]
        assert not any("StorageName" in key for key in settings)


@pytest.mark.parametrize("way", ["after handing in", "at the start"])
def test_on_a_shared_computer_the_next_one_gets_an_empty_exercise_and_the_former_s_work_is_kept(
    profile: BrowserContext, host: Host, solution: dict[str, Filled], tmp_path: Path, way: str
) -> None:
    host.publish("first")
    one = visit(profile, host)
    one.wait()
    not_you = one.page.get_by_role("button", name="Not you?")
    expect(not_you).to_have_count(0)  # there is nothing of anybody's
    one.answer({name: solution[name] for name in ("who", "structure")})
    if way == "after handing in":
        one.hand_in(tmp_path)
        button = one.page.get_by_role("dialog").get_by_role("button", name="Somebody else works here now")
    else:
        one = visit(profile, host)
        one.wait()
        assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")  # two buttons on a phone
        one.page.get_by_role("button", name="Not you?").click()
        dialog = one.page.get_by_role("dialog")
        expect(dialog).to_contain_text(f"trainee code {CODE}.")
        button = dialog.get_by_role("button", name="I am somebody else")
    with one.page.expect_event("load", timeout=60_000):
        button.click()
    one.wait()
    assert one.form("who").get_by_label("Your trainee code").input_value() == ""
    assert one.kept() == {}
    (former,) = set(one.drive()) - {"budget.ipynb"}
    assert set(one.kept(former)) == {"who", "structure"}
    one.page.reload()  # only once: what the next one does stays
    one.answer({"who": solution["who"]})
    again = visit(profile, host)
    again.wait()
    assert set(again.kept()) == {"who"}
    assert set(again.drive()) == {"budget.ipynb", former}


def test_whoever_comes_back_to_his_own_answers_keeps_them(
    profile: BrowserContext, host: Host, solution: dict[str, Filled]
) -> None:
    host.publish("first")
    one = visit(profile, host)
    one.wait()
    one.answer({"who": solution["who"]})
    again = visit(profile, host)
    again.wait()
    again.page.get_by_role("button", name="Not you?").click()
    again.page.get_by_role("dialog").get_by_role("button", name="They are mine").click()
    expect(again.page.get_by_role("dialog")).to_have_count(0)
    expect(again.page.get_by_role("button", name="Not you?")).to_have_count(0)
    assert again.form("who").get_by_label("Your trainee code").input_value() == CODE
    assert list(again.drive()) == ["budget.ipynb"]

"""A trainee in JupyterLab: open the release, move a slider, type, Save, Ctrl+S; then plain nbgrader grades the file."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from aimak.course import stock
from aimak.data import municipality
from aimak.lesson.answers import records_in
from aimak.lesson.cases.budget import case, free_money, room_for_new
from aimak.municipal.budget import own_revenue_share, transfer_dependence
from aimak.municipal.money import thousand
from aimak.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.slow]
READY = """() => { const w = window.jupyterapp && window.jupyterapp.shell.currentWidget;
    return w && w.context && w.context.sessionContext && w.context.sessionContext.isReady; }"""
RUN_ALL = """async () => { const w = window.jupyterapp.shell.currentWidget; await w.context.sessionContext.ready;
    await window.jupyterapp.commands.execute('notebook:run-all-cells'); }"""


def form(page, name: str):  # type: ignore[no-untyped-def]
    """The form below a heading: the first one that follows it on the page."""
    return page.locator(".aimak-form").nth(
        ["who", "structure", "printed", "balance", "defend", "proposals"].index(name)
    )


def save(page, name: str, words: str) -> None:  # type: ignore[no-untyped-def]
    form(page, name).get_by_role("button", name="Save and check").click()
    form(page, name).get_by_text(words).wait_for(timeout=30_000)


def test_answers_travel_from_the_screen_to_the_grade(
    class_project: Project, tmp_path: Path, jupyter: Callable[[Path], str], open_page
) -> None:  # type: ignore[no-untyped-def]
    room = tmp_path / "room"
    room.mkdir()
    notebook = room / "budget (2).ipynb"  # as a phone names a second download
    shutil.copyfile(class_project.exercises / "release" / "budget" / "budget.ipynb", notebook)
    url = jupyter(room)
    watched = open_page(f"{url}/doc/tree/budget%20(2).ipynb?token=t&reset")
    page = watched.page
    page.wait_for_function(READY, timeout=90_000)
    page.evaluate(RUN_ALL)

    form(page, "who").get_by_label("Your trainee code").fill("AB234")
    label = f"{municipality('M27').name} (Naryn, M27)"
    form(page, "who").get_by_label("Your municipality").select_option(label=label)
    save(page, "who", "The figures below are those of your municipality.")

    one = case("M27")
    truth = {
        "Own revenue as a share": 100 * own_revenue_share(one.plan),
        "All transfers as a share": 100 * transfer_dependence(one.plan),
        "Money that is free": thousand(free_money(one.plan, one.limits)),
    }
    for words, value in truth.items():
        form(page, "structure").get_by_label(words).fill(f"{value:.1f}".replace(".", ","))
    room_left = room_for_new(one.plan, one.limits, one.floors)
    wish = next(f"{thousand(w.cost):,.1f}" for w in one.commitments if w.cost <= room_left)
    form(page, "structure").locator(".widget-radio-box label", has_text=wish).click()
    save(page, "structure", "This wish fits, and nothing else goes short.")

    roads = form(page, "balance").locator(".aimak-line", has_text="Road repair")
    before = float(roads.get_by_label("Road repair").input_value())
    panel = form(page, "balance").locator(".aimak-panel p").first
    said = panel.text_content()
    roads.scroll_into_view_if_needed()
    track = roads.locator(".noUi-base").bounding_box()
    assert track is not None
    page.mouse.click(track["x"] + track["width"] * 0.2, track["y"] + track["height"] / 2)
    expect(panel).not_to_have_text(said or "", timeout=20_000)
    moved = float(roads.get_by_label("Road repair").input_value())
    assert moved != before
    waste = form(page, "balance").get_by_label("Waste collection")
    waste.fill("333.3")
    waste.press("Tab")
    save(page, "balance", "Saved in this notebook")

    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=30_000)
    assert watched.strangers() == []
    assert "Traceback" not in (page.locator(".jp-Notebook").text_content() or "")

    records = records_in(json.loads(notebook.read_text(encoding="utf-8")), "budget")
    assert records["balance"].values["amounts"]["waste"] == 333.3
    assert records["balance"].values["amounts"]["roads"] == moved
    assert records["balance"].municipality == "M27"

    target = class_project.exercises / "submitted" / "AB234" / "budget" / "budget.ipynb"
    target.parent.mkdir(parents=True)
    shutil.copyfile(notebook, target)
    command = [sys.executable, "-m", "nbgrader", "autograde", "budget", "--create"]
    env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])}
    done = subprocess.run(command, cwd=class_project.exercises, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    points = stock.points(class_project.exercises, "budget", "AB234")
    assert points["budget-check-structure"] == 5
    assert points["budget-check-printed"] == 0

    # Closed and opened again, the form comes back with the last answers.
    page.evaluate("async () => { await window.jupyterapp.shell.currentWidget.context.sessionContext.restartKernel(); }")
    page.reload()
    page.wait_for_function(READY, timeout=90_000)
    page.evaluate(RUN_ALL)
    again = form(page, "balance").get_by_label("Waste collection")
    again.wait_for(timeout=60_000)
    assert float(again.input_value()) == 333.3


def test_run_all_on_a_fresh_release_shows_friendly_lines(
    class_project: Project, tmp_path: Path, jupyter: Callable[[Path], str], open_page
) -> None:  # type: ignore[no-untyped-def]
    room = tmp_path / "room"
    room.mkdir()
    for name in ("budget", "budget-analyst"):
        shutil.copyfile(class_project.exercises / "release" / name / f"{name}.ipynb", room / f"{name}.ipynb")
    url = jupyter(room)
    for name in ("budget", "budget-analyst"):
        page = open_page(f"{url}/doc/tree/{name}.ipynb?token=t&reset", (390, 844)).page
        page.wait_for_function(READY, timeout=90_000)
        page.evaluate(RUN_ALL)
        text = page.locator(".jp-Notebook").text_content() or ""
        assert "Traceback" not in text
        words = "First choose your municipality" if name == "budget" else "There is no table own_share yet"
        assert words in text

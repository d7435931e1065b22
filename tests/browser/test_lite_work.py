"""A trainee works in the browser: saved by itself, handed in as one file, and nothing lost in bad cases."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from aimak.course import stock
from aimak.project import Project
from tests.browser.conftest import CHROMIUM, DESKTOP, FLAGS, PHONE
from tests.browser.trainee import CODE, FORMS, PLACE, Filled, Trainee, designed, records_of
from tests.cli.test_cli import aimak

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EXERCISE = "lite/notebooks/index.html?path=budget.ipynb&lang=en"
#: What a nearly full device leaves to the site, in bytes.
ROOM = 60_000_000
#: Fills the rest of it, down to the last kilobytes, as other pages of the host would.
FILL = """async () => {
    const ask = (r) => new Promise((yes, no) => { r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
    const opening = indexedDB.open('other');
    opening.onupgradeneeded = () => opening.result.createObjectStore('big', { autoIncrement: true });
    const db = await ask(opening);
    const put = (size) => new Promise((told) => {
        const work = db.transaction('big', 'readwrite');
        work.oncomplete = () => told(true);
        work.onabort = () => told(false);
        work.objectStore('big').put(crypto.getRandomValues(new Uint8Array(65536)).slice(0, size).join('')
            .padEnd(size, String(Math.random())));
    });
    for (let size = 8e6; size > 5e3; size /= 2) while (await put(size));
    db.close();
}"""


@pytest.fixture(scope="module")
def solution(built: Project) -> dict[str, Filled]:
    return designed(built, lambda exercise, case: exercise.solution(case))


@pytest.fixture(scope="module")
def at_work(browser: Browser, site_url: str, solution: dict[str, Filled]) -> Iterator[Trainee]:
    """Somebody who has said who he is. Several tests look over his shoulder; none of them changes his first form."""
    context = browser.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, bypass_csp=True)
    one = Trainee(context.new_page())
    one.open(f"{site_url}/{EXERCISE}")
    one.answer({"who": solution["who"]})
    yield one
    context.close()


@pytest.fixture
def trainee(browser: Browser) -> Iterator[Callable[..., Trainee]]:
    """A person with a browser profile of their own; pages of one profile share the drive."""
    opened: list[BrowserContext] = []

    def come(size: tuple[int, int] = DESKTOP, profile: BrowserContext | None = None) -> Trainee:
        context = profile or browser.new_context(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
        if profile is None:
            opened.append(context)
        return Trainee(context.new_page())

    yield come
    for context in opened:
        context.close()


def grade(project: Project, inbox: Path) -> dict[str, float]:
    """Collect and grade with the commands, and give the points."""
    row = f"{CODE},Aigul,f,40,accountant,{PLACE},ky"
    (project.exercises / "roster.csv").write_text(f"code,name,sex,age,role,municipality,language\n{row}\n")
    done = aimak("cohort", "collect", str(inbox), "--json", cwd=project.root)
    assert done.returncode == 0, done.stdout + done.stderr
    done = aimak("cohort", "grade", cwd=project.root)
    assert done.returncode == 0, done.stdout + done.stderr
    return dict(stock.points(project.exercises, "budget", CODE))


def machine_marked(points: dict[str, float]) -> float:
    return sum(value for name, value in points.items() if "-check-" in name)


def test_from_the_front_page_to_full_marks(
    class_project: Project, site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee], tmp_path: Path
) -> None:
    one = trainee(PHONE)
    one.page.goto(f"{site_url}/")
    one.page.get_by_role("link", name="English").click()
    one.page.wait_for_url("**/en/book/intro.html")
    one.page.goto(f"{site_url}/en/book/chapters/budget.html")
    one.page.get_by_role("link", name="Open the exercise").click()
    one.wait()
    one.answer(solution)
    path = one.hand_in(tmp_path / "inbox")
    assert re.fullmatch(rf"budget-{CODE}-\d{{8}}-\d{{4}}\.ipynb", path.name)
    dialog = one.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Send this file to your trainer")
    expect(dialog).to_contain_text("Every task has an answer.")
    assert machine_marked(grade(class_project, tmp_path / "inbox")) == 33


def test_half_an_answer_is_handed_in_named_and_marked_as_half(
    class_project: Project, site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee], tmp_path: Path
) -> None:
    one = trainee(DESKTOP)
    one.open(f"{site_url}/{EXERCISE}")
    one.answer({name: solution[name] for name in ("who", "structure")})
    path = one.hand_in(tmp_path / "inbox")
    expect(one.page.get_by_role("dialog")).to_contain_text("Task 2. A mistake in a printed budget")
    expect(one.page.get_by_role("dialog")).not_to_contain_text("Task 1.")
    # A messenger that refuses the kind gets it under another name.
    path.rename(path.with_suffix(".ipynb.txt"))
    points = grade(class_project, tmp_path / "inbox")
    assert (points["budget-check-structure"], machine_marked(points)) == (5, 5)


def test_closed_right_after_save_the_answers_are_there_whatever_clock_and_language_say(
    built: Project, site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee]
) -> None:
    one = trainee(PHONE)
    one.page.clock.set_system_time("2031-01-01T00:00:00Z")
    one.open(f"{site_url}/{EXERCISE}")
    one.answer({name: solution[name] for name in ("who", "structure")})
    profile = one.page.context
    one.page.close()
    again = trainee(profile=profile)  # its clock is right again, so earlier than what is kept
    again.language = "ky"  # and the language changed midway
    again.open(f"{site_url}/{EXERCISE.replace('lang=en', 'lang=ky')}")
    assert again.form("who").get_by_label(again.word("Your trainee code")).input_value() == CODE
    share = again.form("structure").get_by_label(
        re.compile(re.escape(again.word("Own revenue as a share of total revenue")))
    )
    assert share.input_value() == f"{solution['structure'].values['own_share']:.1f}".replace(".", ",")
    again.answer({"printed": designed(built, lambda exercise, case: exercise.solution(case), "ky")["printed"]})
    assert set(again.kept()) == {"who", "structure", "printed"}
    assert again.page.locator(".jp-Dialog").count() == 0


def test_what_was_typed_and_not_saved_is_asked_about(
    at_work: Trainee, solution: dict[str, Filled], tmp_path: Path
) -> None:
    assert at_work.page.locator(".aimak-unsaved").count() == 0
    at_work.fill("printed", solution["printed"])
    at_work.page.get_by_role("button", name="Hand in", exact=True).click()
    dialog = at_work.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Task 2. A mistake in a printed budget")
    with at_work.page.expect_download(timeout=30_000) as coming:
        dialog.get_by_role("button", name="Save them and hand in").click()
    coming.value.save_as(tmp_path / "file")
    assert "printed" in records_of(tmp_path / "file")
    at_work.page.get_by_role("dialog").get_by_role("button", name="Close").click()


def test_an_answer_is_not_lost_while_its_form_runs_again(at_work: Trainee, tmp_path: Path) -> None:
    before = set(at_work.kept())
    assert "who" in before
    at_work.page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    at_work.page.wait_for_function("() => !document.querySelector('.aimak-answers')")
    at_work.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    assert set(at_work.kept()) == before
    assert set(records_of(at_work.hand_in(tmp_path))) == before
    at_work.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    at_work.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    at_work.wait()
    assert at_work.form("who").get_by_label("Your trainee code").input_value() == CODE


def test_a_second_tab_asks_and_the_first_one_saves_before_it_stops(
    site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee]
) -> None:
    one = trainee(DESKTOP)
    one.open(f"{site_url}/{EXERCISE}")
    one.answer({"who": solution["who"]})
    one.fill("structure", solution["structure"])  # typed, not saved
    two = trainee(profile=one.page.context)
    two.page.goto(f"{site_url}/{EXERCISE}")
    two.page.get_by_role("dialog").get_by_role("button", name="Go on here").click()
    expect(one.page.get_by_role("dialog")).to_contain_text("Your work goes on in another tab", timeout=30_000)
    two.wait()
    assert set(two.kept()) == {"who", "structure"}
    one.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    one.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    two.answer({"printed": solution["printed"]})
    assert set(two.kept()) == {"who", "structure", "printed"}


def test_a_second_tab_may_leave_the_work_to_the_first(site_url: str, trainee: Callable[..., Trainee]) -> None:
    one = trainee(DESKTOP)
    one.open(f"{site_url}/{EXERCISE}")
    two = trainee(profile=one.page.context)
    two.page.goto(f"{site_url}/{EXERCISE}")
    two.page.keyboard.press("Tab")
    two.page.get_by_role("dialog").get_by_role("button", name="I work there").press("Enter")
    expect(two.state()).to_contain_text("closed for work")
    assert two.page.evaluate("() => window.jupyterapp === undefined")
    # A phone puts a tab to sleep, and it hears nothing while another one takes over. It must not save when it wakes.
    one.page.evaluate(
        """() => { const key = Object.keys(localStorage).find((one) => one.startsWith('aimak-owner'));
        localStorage.setItem(key, 'another tab'); document.dispatchEvent(new Event('visibilitychange')); }"""
    )
    expect(one.page.get_by_role("dialog")).to_contain_text("Your work goes on in another tab")
    expect(one.page.get_by_role("button", name="Hand in", exact=True)).to_be_disabled()


def with_little_room(one: Trainee, site_url: str, solution: dict[str, Filled]) -> tuple[Trainee, CDPSession]:
    """Whoever said who he is on a nearly full device; the tools give the room back."""
    tools = one.page.context.new_cdp_session(one.page)
    tools.send("Storage.overrideQuotaForOrigin", {"origin": site_url, "quotaSize": ROOM})
    one.open(f"{site_url}/{EXERCISE}")
    one.answer({"who": solution["who"]})
    return one, tools


def test_a_full_browser_says_so_and_gives_the_file(
    site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee], tmp_path: Path
) -> None:
    one, tools = with_little_room(trainee(DESKTOP), site_url, solution)
    one.page.evaluate(FILL)
    one.answer({"structure": solution["structure"]})
    expect(one.state()).to_contain_text("There is no room left in this browser")
    assert one.page.locator(".jp-Dialog").count() == 0
    assert set(one.kept()) == {"who"}
    assert set(records_of(one.hand_in(tmp_path))) == {"who", "structure"}
    one.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    tools.send("Storage.overrideQuotaForOrigin", {"origin": site_url})
    one.save("structure")
    expect(one.state()).to_contain_text("Saved in this browser")
    assert set(one.kept()) == {"who", "structure"}


def test_in_a_full_browser_the_next_one_gets_an_empty_exercise_and_the_former_s_work_stays(
    site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee], tmp_path: Path
) -> None:
    one, _tools = with_little_room(trainee(DESKTOP), site_url, solution)
    one.open(f"{site_url}/{EXERCISE}")
    one.page.evaluate(FILL)
    one.page.get_by_role("button", name="Not you?").click()
    with one.page.expect_event("load", timeout=60_000):
        one.page.get_by_role("dialog").get_by_role("button", name="I am somebody else").click()
    one.wait()
    assert one.form("who").get_by_label("Your trainee code").input_value() == ""
    expect(one.state()).to_contain_text("There is no room left in this browser")
    one.answer({name: solution[name] for name in ("who", "structure")})
    assert set(records_of(one.hand_in(tmp_path))) == {"who", "structure"}
    assert set(one.kept()) == {"who"}
    assert list(one.drive()) == ["budget.ipynb"]


def test_a_window_that_keeps_nothing_says_so_and_gives_the_file(
    site_url: str, solution: dict[str, Filled], trainee: Callable[..., Trainee], tmp_path: Path
) -> None:
    one = trainee(DESKTOP)
    refuse = "() => { throw new DOMException('storage is off', 'SecurityError'); }"
    one.page.add_init_script(
        f"for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])"
        f" Object.defineProperty(window, name, {{ get: {refuse} }});"
    )
    one.open(f"{site_url}/{EXERCISE}")
    expect(one.state()).to_contain_text("This window keeps nothing")
    one.answer({"who": solution["who"]})
    expect(one.state()).to_contain_text("This window keeps nothing")
    assert set(records_of(one.hand_in(tmp_path))) == {"who"}


def test_an_exercise_that_cannot_be_had_is_told_and_nothing_is_opened(browser: Browser, site_url: str) -> None:
    context = browser.new_context(service_workers="block")
    context.route("**/exercises/*/budget.ipynb", lambda route: route.abort())
    one = Trainee(context.new_page())
    one.page.goto(f"{site_url}/{EXERCISE}")
    expect(one.state()).to_contain_text("The exercise could not be loaded", timeout=20_000)
    assert one.page.evaluate("() => window.jupyterapp === undefined")
    context.close()


def forms_are_usable(page: Page) -> None:
    """Every handle and box has a name; nothing to press is lower than 44 pixels; nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            '.aimak-form input, .aimak-form select, .aimak-form textarea, .aimak-form button, #aimak-bar button')]
          .map((one) => [one, (one.matches('[type=radio],[type=checkbox]') ? one.closest('label') : one)])
          .filter(([, touched]) => touched.getClientRects().length && touched.getBoundingClientRect().height < 43.5)
          .map(([one]) => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
    unnamed = page.evaluate(
        "() => [...document.querySelectorAll('.noUi-handle')].filter((one) => !one.getAttribute('aria-label')).length"
    )
    assert unnamed == 0
    assert page.get_by_role("slider").count() > 10
    off = page.evaluate(
        """() => { const wide = document.documentElement.clientWidth;
          return [...document.querySelectorAll('.aimak-form, .aimak-form *')].filter((one) => {
            const box = one.getBoundingClientRect(); return box.width && box.right > wide + 1; })
          .map((one) => one.className).slice(0, 5); }"""
    )
    assert off == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE, (360, 740)], ids=["desktop", "phone", "narrow"])
def test_the_forms_are_usable_by_finger_keyboard_and_screen_reader(at_work: Trainee, size: tuple[int, int]) -> None:
    at_work.page.set_viewport_size({"width": size[0], "height": size[1]})
    at_work.form("balance").get_by_role("slider").first.wait_for(timeout=30_000)
    at_work.page.wait_for_timeout(500)
    forms_are_usable(at_work.page)
    assert serious(at_work.page) == []


def serious(page: Page) -> list[str]:
    from tests.conftest import ROOT

    page.add_script_tag(path=str(ROOT / "node_modules" / "axe-core" / "axe.min.js"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]


def test_a_slider_moves_by_keyboard(at_work: Trainee) -> None:
    row = at_work.form("balance").locator(".aimak-line", has_text="Road repair")
    box = row.locator("input[type=number]")
    before = box.input_value()
    row.get_by_role("slider").press("ArrowRight")
    expect(box).not_to_have_value(before, timeout=10_000)
    assert float(box.input_value()) > float(before)


def test_keys_pressed_in_a_form_belong_to_the_form(at_work: Trainee) -> None:
    keyboard, cells = at_work.page.keyboard, at_work.page.locator(".jp-Cell")
    before = cells.count()
    at_work.form("balance").get_by_role("slider").first.focus()
    for key in ("a", "b", "d", "d", "Enter", "Escape", "x"):
        keyboard.press(key)
    radio = at_work.form("structure").get_by_role("radio")
    radio.first.focus()
    keyboard.press("ArrowDown")
    expect(radio.nth(1)).to_be_checked()
    box = at_work.form("proposals").get_by_role("checkbox").first
    box.focus()
    keyboard.press("Space")
    expect(box).to_be_checked()
    at_work.form("structure").get_by_role("button", name="Save and check").focus()
    keyboard.press("Enter")
    at_work.form("structure").get_by_text("Saved in this browser.").wait_for(timeout=30_000)
    assert cells.count() == before


#: Takes the place of a phone's own window for sharing, which no desktop has.
SHARING = """refused => { window.shared = []; navigator.canShare = () => true;
    navigator.share = async ({ files }) => {
        if (refused) throw new DOMException('Permission denied', 'NotAllowedError');
        window.shared.push([files[0].name, files[0].type, await files[0].text()]); }; }"""


def test_the_file_goes_to_a_messenger_where_the_browser_can_share(at_work: Trainee, tmp_path: Path) -> None:
    at_work.page.evaluate(SHARING, False)
    for name in ("balance", "proposals"):
        at_work.save(name)  # other tests typed there
    path = at_work.hand_in(tmp_path)
    dialog = at_work.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Share it").click()
    at_work.page.wait_for_function("window.shared.length > 0")
    ((name, kind, text),) = at_work.page.evaluate("window.shared")
    assert (name, kind) == (f"{path.name}.txt", "text/plain")  # Chromium shares no .ipynb
    assert text == path.read_text(encoding="utf-8")
    at_work.page.evaluate(SHARING, True)
    dialog.get_by_role("button", name="Share it").click()
    expect(dialog.get_by_role("status")).to_contain_text("Send the file from your downloads")
    assert serious(at_work.page) == []
    dialog.get_by_role("button", name="Close").click()


def test_everything_but_offline_works_on_plain_http(
    browser: Browser, site_url: str, solution: dict[str, Filled], tmp_path: Path
) -> None:
    """A trainer's laptop serves over plain http, where a browser has no service worker. A host name that Chromium is
    told to find at 127.0.0.1 is such an insecure origin, without binding to any other address."""
    port = site_url.rsplit(":", 1)[1]
    flags = [*FLAGS, "--host-resolver-rules=MAP laptop.example 127.0.0.1"]
    running = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
    try:
        context = running.new_context()
        address = f"http://laptop.example:{port}/{EXERCISE}"
        one = Trainee(context.new_page())
        one.open(address)
        assert one.page.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]
        one.answer({name: solution[name] for name in ("who", "structure")})
        one.page.close()
        again = Trainee(context.new_page())
        again.open(address)
        assert again.form("who").get_by_label("Your trainee code").input_value() == CODE
        assert set(records_of(again.hand_in(tmp_path))) == {"who", "structure"}
    finally:
        running.close()


def test_names_of_forms_are_those_of_the_release(built: Project) -> None:
    cells = json.loads((built.exercises / "release" / "budget" / "budget.ipynb").read_text())["cells"]
    names = [cell["metadata"].get("nbgrader", {}).get("grade_id", "") for cell in cells]
    assert tuple(name.rpartition("-form-")[2] for name in names if "-form-" in name) == FORMS

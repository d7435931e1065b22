"""Every unit's pages in Chromium, as the site of the whole course has them: quiet, narrow enough, accessible, light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aimak.course.build import build
from aimak.course.source import exercise_names
from aimak.course.units import UNITS
from aimak.project import Project
from aimak.site.build import build_site
from tests.browser.conftest import DESKTOP, PHONE, Watched, served
from tests.browser.test_search import missed, pairs
from tests.browser.test_site import weight
from tests.conftest import ROOT, WHOLE, copy_project

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]
#: The pages of `budget` are looked at in three languages elsewhere.
NAMES = [unit.name for unit in UNITS if unit.name != "budget"]
PLACES = [
    (f"{folder}/{name}", size)
    for name in NAMES
    for folder, size in (
        ("book/chapters", DESKTOP), ("book/chapters", PHONE), ("notebooks", DESKTOP), ("notebooks", PHONE),
        ("book/trainers", PHONE),
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The English site of the whole course."""
    made = copy_project(tmp_path_factory.mktemp("course") / "kit", units=WHOLE)
    (made.root / "node_modules").symlink_to(ROOT / "node_modules")
    for name in exercise_names(made):
        build(made, name)
    build_site(made, languages=("en",))
    return made


@pytest.fixture(scope="module")
def course_url(course: Project) -> Iterator[str]:
    with served(course.site) as address:
        yield address


@pytest.mark.parametrize(("page", "size"), PLACES)
def test_a_page_of_a_unit_is_whole_quiet_accessible_and_light(
    open_page: Open, course: Project, course_url: str, page: str, size: tuple[int, int]
) -> None:
    watched = open_page(f"{course_url}/en/{page}.html", size)
    watched.page.wait_for_timeout(300)
    assert watched.strangers() == []
    assert watched.errors == []
    assert watched.overflow() <= 0
    assert watched.serious() == []
    if not page.startswith("notebooks"):
        assert weight(course.site, watched) < 200_000


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_opens_its_exercises(open_page: Open, course: Project, course_url: str, name: str) -> None:
    watched = open_page(f"{course_url}/en/book/chapters/{name}.html")
    addresses = watched.page.locator("a").evaluate_all("links => links.map(link => link.href)")
    for exercise in (name, f"{name}-analyst"):
        assert any(f"{exercise}.ipynb" in address for address in addresses)
        assert Path(course.site / "downloads" / "en" / f"{exercise}.ipynb").is_file()


def test_in_the_whole_course_the_page_that_explains_a_word_is_among_the_first(open_page: Open, course_url: str) -> None:
    asked = pairs("whole-en")
    assert {page.rpartition("/")[2] for _query, page in asked} >= set(NAMES)
    assert missed(open_page(f"{course_url}/en/search.html"), asked) == []

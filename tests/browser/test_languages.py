"""Every language on the built pages: no English left, nothing that cannot be translated, nothing cut off on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from aimak.data import municipalities
from aimak.errors import UserError
from aimak.i18n import LANGUAGES
from aimak.i18n.pseudo import PSEUDO
from aimak.project import Project
from aimak.site.book import build_book
from aimak.translation import gate
from aimak.translation.extract import TARGETS
from aimak.translation.sheet import write_sheet
from tests.browser.conftest import PHONE, Watched
from tests.cli.test_cli import aimak
from tests.pseudo import untranslated

pytestmark = pytest.mark.browser

#: Names that are the same in every language.
NAMES = ("Aimak", *(one.name for one in municipalities()))
#: Texts whose letters are cut off, or that stand beside the window where nobody can scroll to them.
CLIPPED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const scrolls = one => /auto|scroll/.test(getComputedStyle(one).overflowX);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    let above = holder, apart = box.width <= 1;
    for (; above && !apart; above = above.parentElement) {
      const style = getComputedStyle(above);
      // What only a screen reader reads is one pixel wide; what scrolls can be reached.
      if (above.clientWidth <= 1 && style.display !== "inline" || scrolls(above)) { apart = true; break; }
      if (/hidden|clip/.test(style.overflowX) && above !== document.body && above !== document.documentElement) {
        const frame = above.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1) break;
      }
    }
    if (apart) continue;
    if (above || box.right > innerWidth + 1 || box.left < -1) found.push(node.data.trim().slice(0, 80));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def pseudo_book(site: Project) -> Path:
    """The book in the pseudo-language."""
    folder = site.build / "html" / PSEUDO
    build_book(site, PSEUDO, folder)
    return folder


def pages(folder: Path) -> Iterator[Path]:
    """The built pages that people read; the first one only leads on to another."""
    for path in sorted(folder.rglob("*.html")):
        if "_static" not in path.parts and path != folder / "index.html":
            yield path


@pytest.mark.parametrize("language", TARGETS)
def test_no_english_is_left_on_pages_of_another_language(site: Project, language: str) -> None:
    found = [str(one) for one in gate.pages(site, language, site.site / language)]
    assert not found, "\n".join(found[:40])


def test_every_text_of_the_book_can_be_translated(pseudo_book: Path) -> None:
    found = {
        path.relative_to(pseudo_book).as_posix(): texts
        for path in pages(pseudo_book)
        if (texts := untranslated(path.read_text(encoding="utf-8"), NAMES))
    }
    assert not found


def test_long_texts_are_not_cut_off_on_a_phone(pseudo_book: Path, open_page: Callable[..., Watched]) -> None:
    found = {}
    for path in pages(pseudo_book):
        watched = open_page(path.as_uri(), PHONE)
        texts = clipped(watched.page)
        if texts:
            found[path.relative_to(pseudo_book).as_posix()] = texts
    assert not found


def clipped(page: Page) -> list[str]:
    """The texts of an open page that cannot be read to their end."""
    return [str(one) for one in page.evaluate(CLIPPED)]


def test_cut_off_text_is_found(open_page: Callable[..., Watched], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        """<body style="margin:0"><p>Fits.</p>
        <p style="width:60px;overflow:hidden;white-space:nowrap">Cut off at its end</p>
        <p style="margin-left:380px;white-space:nowrap">Beside the window</p>
        <div style="overflow-x:auto;width:60px"><p style="white-space:nowrap">Can be scrolled to</p></div></body>""",
        encoding="utf-8",
    )
    assert clipped(open_page(page.as_uri(), PHONE).page) == ["Cut off at its end", "Beside the window"]


def test_a_sheet_shows_a_page_in_every_language(site: Project, tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    # As a command: within the tests another Playwright runs.
    done = aimak("i18n", "sheet", "book/library/glossary", "--out", str(out), cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert out.read_text(encoding="utf-8").count("data:image/png;base64,") == 2 * len(LANGUAGES)


def test_a_sheet_of_a_page_that_is_not_built_says_what_to_do(site: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="aimak site build"):
        write_sheet(site, "book/no-such-page", tmp_path / "sheet.png")

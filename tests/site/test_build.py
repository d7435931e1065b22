"""What keeps a site from being published half: errors name the mend, and the last whole site stays."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.site.book import write_conf
from aimak.site.build import build_site
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds keep for the next one: the browser app, and compressed files."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def ready(class_project: Project, kept: Path) -> Project:
    """A project with its exercises built and a whole site of an earlier day."""
    if not (class_project.root / "node_modules").exists():
        (class_project.root / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.rmtree(class_project.build, ignore_errors=True)
    class_project.build.mkdir()
    for name in ("compressed", "lite"):
        (kept / name).mkdir(exist_ok=True)
        (class_project.build / name).symlink_to(kept / name)
    class_project.site.mkdir(parents=True)
    (class_project.site / "index.html").write_text("the last whole site")
    # One short page is enough here, and quick.
    (class_project.root / "_toc.yml").write_text("format: jb-book\nroot: book/how-to-use\n")
    return class_project


def page(project: Project, text: str) -> None:
    (project.root / "book" / "how-to-use.md").write_text(f"# How to use\n\n{text}\n", encoding="utf-8")


def test_a_page_that_would_load_from_elsewhere_fails_the_build(ready: Project) -> None:
    page(ready, "```{raw} html\n<script src='https://cdn.example/x.js'></script>\n```")
    with pytest.raises(UserError, match=r"how-to-use.html would load https://cdn.example/x.js"):
        build_site(ready, languages=("en",))
    assert (ready.site / "index.html").read_text() == "the last whole site"


def test_a_warning_of_the_book_fails_the_build_and_is_named(ready: Project) -> None:
    page(ready, "[nowhere](nowhere.md)")
    with pytest.raises(UserError, match=r"The book has 1 warning; the first: .*how-to-use.md:3: WARNING"):
        build_site(ready, languages=("en",))
    assert (ready.site / "index.html").read_text() == "the last whole site"


def test_a_build_that_works_replaces_the_site_as_a_whole(ready: Project) -> None:
    page(ready, "Read.")
    built = build_site(ready, languages=("en", "ru"))
    assert 'href="ru/book/intro.html"' in (ready.site / "index.html").read_text()
    assert built.saved_bytes > 1_000_000
    assert (ready.site / "downloads" / "ru" / "budget.ipynb").is_file()
    assert (ready.site / "downloads" / "en" / "budget.ipynb").is_file()
    assert not ready.site.with_name("site.old").exists()


def test_a_changed_script_or_style_reaches_the_site_although_no_page_changed(ready: Project) -> None:
    page(ready, "Read.")
    build_site(ready, languages=("en",))
    style = ready.root / "book" / "assets" / "aimak.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n.another { color: #000; }\n", encoding="utf-8")
    build_site(ready, languages=("en",))
    assert ".another" in (ready.site / "en" / "_static" / "aimak.css").read_text(encoding="utf-8")


def test_missing_browser_parts_are_told(ready: Project) -> None:
    (ready.root / "node_modules").unlink()
    with pytest.raises(UserError, match="is missing. Run: npm ci"):
        build_site(ready, languages=("en",))


def test_a_configuration_that_cannot_be_read_is_told(ready: Project) -> None:
    (ready.root / "_config.yml").write_text("title: [")
    with pytest.raises(UserError, match="_config.yml or _toc.yml"):
        write_conf(ready)


@pytest.mark.browser
def test_what_is_printed_is_in_the_site_only_when_asked_for(ready: Project) -> None:
    toc = "format: jb-book\nroot: book/chapters/budget\nchapters:\n"
    pages = ("book/print", "book/handouts/budget", "book/groupwork/budget", "book/library/glossary",
             "book/trainers/budget", "book/library/awaiting-review")  # fmt: skip
    (ready.root / "_toc.yml").write_text(toc + "".join(f"  - file: {page}\n" for page in pages))
    chapter = ready.site / "en" / "book" / "chapters" / "budget.html"
    built = build_site(ready, languages=("en",), printing=iter)
    assert built.printed is not None
    assert (built.printed.made, built.printed.kept) == (4, 0)
    assert set(built.printed.sizes) == {"en"}
    assert 'href="../../slides/budget.html"' in chapter.read_text(encoding="utf-8")
    assert 'href="../../print/budget-groupwork.pdf"' in chapter.read_text(encoding="utf-8")
    assert (ready.site / "en" / "print" / "aimak-en.zip").is_file()
    assert build_site(ready, languages=("en",), printing=iter).printed == replace(built.printed, made=0, kept=4)
    assert build_site(ready, languages=("en",)).printed is None
    assert "slides/budget.html" not in chapter.read_text(encoding="utf-8")
    assert not (ready.site / "en" / "print").exists()

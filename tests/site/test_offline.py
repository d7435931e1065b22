"""The worker's list: every file once, in its set, under a version that follows from the contents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aimak.site.compress import compress
from aimak.site.offline import write_offline
from aimak.site.offline.write import files_of, texts

PAGE = "<!doctype html><html><head><title>t</title></head><body>" + "x" * 2000 + "</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("en/page.html", "lite/notebooks/index.html", "lite/static/pyodide/large/pandas.whl", "en/theme.po",
                 "downloads/ru/budget.ipynb", "lite/lessons/ky/budget.ipynb",
                 "lite/static/pyodide/aimak_texts_ky-0.1.0-py3-none-any.whl"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "index.html").write_text(PAGE)
    return tmp_path


def test_each_page_names_the_script_by_its_own_way_up(site: Path) -> None:
    write_offline(site)
    assert '<script src="../offline.js"></script>' in (site / "en" / "page.html").read_text()
    assert '<script src="../../offline.js"></script>' in (site / "lite" / "notebooks" / "index.html").read_text()
    assert "offline.js" not in (site / "index.html").read_text()


def test_the_list_holds_every_file_in_its_set(site: Path) -> None:
    kept = write_offline(site)
    compress(site, site.with_name("kept"))
    listed = json.loads((site / f"files-{kept.version}.json").read_text())["files"]
    assert {name: entry[2] for name, entry in listed.items()} == {
        "en/page.html": "pages-en",
        "downloads/ru/budget.ipynb": "pages-ru",
        "lite/static/pyodide/aimak_texts_ky-0.1.0-py3-none-any.whl": "exercise-ky",
        "lite/lessons/ky/budget.ipynb": "exercise-ky",
        "index.html": "pages",
        "offline.js": "pages",
        "lite/notebooks/index.html": "exercise",
        "lite/static/pyodide/large/pandas.whl": "asked",
    }
    assert listed["index.html"][1] == (site / "index.html").stat().st_size
    assert f'"{kept.version}"' in (site / "sw.js").read_text()


def test_the_version_follows_from_the_contents(site: Path) -> None:
    first = write_offline(site)
    assert write_offline(site) == first
    page = site / "en" / "page.html"
    page.write_text(page.read_text().replace("<title>t", "<title>u"))
    assert write_offline(site).version != first.version


def test_a_worker_never_lists_itself(site: Path) -> None:
    write_offline(site)
    assert "sw.js" not in files_of(site)


def test_every_language_has_every_text() -> None:
    said = texts()
    assert set(said) == {"en", "ru", "ky"}
    assert len({tuple(sorted(one)) for one in said.values()}) == 1
    assert "{size}" in said["en"]["stored"]


def test_slides_and_what_is_printed_are_kept_only_by_those_who_open_them(site: Path) -> None:
    for name in ("ru/print/course.pdf", "ru/print/aimak-ru.zip", "ru/slides/budget.html", "ru/slides/reveal/reveal.js"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE)
    sets = {name: entry[2] for name, entry in files_of(site).items() if name.startswith("ru/")}
    assert set(sets.values()) == {"asked"}
    assert len(sets) == 4

"""The built app: complete, its own, without a way to another site; and its kernel starts in Pyodide under node."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aimak.course.downloads import downloads
from aimak.errors import UserError
from aimak.project import Project
from aimak.site.lite import LiteBuilt, build_lite
from aimak.site.lite.build import _check
from aimak.site.strangers import strangers
from tests.conftest import ROOT

HERE = Path(__file__).parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def notebooks(built: Project) -> dict[str, dict[str, Path]]:
    return {code: downloads(built, code) for code in ("en", "ky", "qps")}


@pytest.fixture(scope="module")
def lite(
    built: Project, notebooks: dict[str, dict[str, Path]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiteBuilt]:
    if not (built.root / "node_modules").exists():
        (built.root / "node_modules").symlink_to(ROOT / "node_modules")
    yield build_lite(built, tmp_path_factory.mktemp("site") / "lite", notebooks)


def digests(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_index_tells_version_title_and_digest_of_each_notebook(lite: LiteBuilt) -> None:
    index = json.loads((lite.folder / "exercises" / "en" / "index.json").read_text())
    assert sorted(index) == ["budget", "budget-analyst"]
    assert index["budget"]["title"] == "A budget that holds"
    assert index["budget"]["sha256"] == index["budget"]["text"]
    assert (lite.folder / "exercises" / "en" / index["budget"]["file"]).is_file()


def test_a_notebook_is_the_same_work_in_every_language_with_a_text_of_its_own(lite: LiteBuilt) -> None:
    for kind in ("exercises", "lessons"):
        english, pseudo = (json.loads((lite.folder / kind / code / "index.json").read_text()) for code in ("en", "qps"))
        assert sorted(english) == sorted(pseudo)
        for name, entry in english.items():
            assert entry["sha256"] == pseudo[name]["sha256"]
            assert entry["text"] != pseudo[name]["text"]
            assert pseudo[name]["title"].startswith("⟦")


def test_each_language_has_its_texts_and_one_is_loaded_alone(lite: LiteBuilt) -> None:
    assert sorted(path.name for path in (lite.folder / "aimak").glob("words-*.js")) == ["words-ky.js", "words-qps.js"]
    said = (lite.folder / "aimak" / "words-qps.js").read_text()
    assert '"handIn": "⟦Háñd íñ ··⟧"' in said
    assert max(path.stat().st_size for path in (lite.folder / "aimak").glob("words-*.js")) < 20_000
    pack = json.loads((lite.folder / "api" / "translations" / "qps.json").read_text())
    assert pack["data"]["jupyterlab"]["Save and create checkpoint"] == ["⟦Sávé ·⟧"]


def test_the_kernel_holds_compiled_catalogs_and_not_their_sources(lite: LiteBuilt) -> None:
    names = [
        name
        for path in (lite.folder / "static" / "pyodide").glob("aimak*.whl")
        for name in zipfile.ZipFile(path).namelist()
    ]
    assert "aimak/i18n/locale/ky/LC_MESSAGES/aimak.mo" in names
    assert "aimak/i18n/locale/ru/LC_MESSAGES/budget.mo" in names
    assert [name for name in names if name.endswith(".po")] == []


def test_the_page_waits_for_our_script_and_loads_our_style(lite: LiteBuilt) -> None:
    page = (lite.folder / "notebooks" / "index.html").read_text()
    assert page.index("import('../aimak/app.js')") < page.index("../config-utils.js")
    assert '<html lang="en">' in page
    assert (lite.folder / "aimak" / "app.js").is_file()
    assert (lite.folder / "aimak" / "app.css").is_file()


def test_nothing_in_the_app_leads_elsewhere_but_the_large_libraries(lite: LiteBuilt) -> None:
    assert lite.address.startswith("https://")
    assert strangers(lite.folder.parent, lite.address) == []
    found = strangers(lite.folder.parent)
    assert found
    assert {one.file.name for one in found} == {"pyodide-lock.json"}
    assert all(one.address.startswith(lite.address) for one in found)


def test_an_app_that_lost_its_kernel_is_refused(lite: LiteBuilt, tmp_path: Path) -> None:
    (tmp_path / "jupyter-lite.json").write_text((lite.folder / "jupyter-lite.json").read_text())
    with pytest.raises(UserError, match="would fetch its kernel from another site"):
        _check(tmp_path)


def test_building_again_gives_the_same_bytes(
    built: Project, lite: LiteBuilt, notebooks: dict[str, dict[str, Path]], tmp_path: Path
) -> None:
    kept = built.build / "wheels"
    kept.rename(tmp_path / "wheels")  # compiled anew
    try:
        again = build_lite(built, tmp_path / "lite", notebooks)
    finally:
        shutil.rmtree(kept, ignore_errors=True)
        (tmp_path / "wheels").rename(kept)
    one, two = digests(lite.folder), digests(again.folder)
    assert [name for name in sorted({*one, *two}) if one.get(name) != two.get(name)] == []


def test_the_kernel_starts_answers_and_says_nothing_on_the_side(lite: LiteBuilt) -> None:
    command = ["node", str(HERE / "kernel.mjs"), str(lite.folder / "static" / "pyodide") + "/"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["error"] is None
    assert said["traceback"] == "ZeroDivisionError"
    assert said["heavy"] == []
    assert "cannot be installed" in said["pip"] or "Nothing can be installed" in said["pip"]
    assert done.stderr.strip() == ""

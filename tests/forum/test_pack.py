import hashlib
import html as markup
import json
import re
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from aimak.data import municipalities, municipality
from aimak.errors import UserError
from aimak.forum.pack import pack
from aimak.forum.plan import pages
from aimak.i18n import speaking
from aimak.i18n.order import sort_key
from aimak.i18n.pseudo import PSEUDO
from aimak.project import Project
from aimak.site.strangers import loads_of_page
from tests.conftest import copy_project

M27 = f"M27-{municipality('M27').name.replace(' ', '-')}/budget.html"


@pytest.fixture(scope="module")
def packed(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pack")
    done = pack(built, "Naryn", out, chosen=("M27",))
    assert done.made == ("oblast/budget", "M27/budget")
    return out


def test_a_pack_is_one_page_for_the_oblast_and_one_for_each_municipality() -> None:
    found = [page.name for page in pages("naryn", (), 2025, "en")]
    assert found[0] == "oblast/budget"
    assert sorted(found[1:]) == [f"M{n}/budget" for n in range(27, 37)]


@pytest.mark.parametrize("language", ["en", "ru", "ky"])
def test_municipalities_stand_in_the_alphabetical_order_of_the_language_under_their_names(language: str) -> None:
    whole, *places = pages("Jalal-Abad", (), 2025, language)
    with speaking(language):
        names = [municipality(page.municipality).shown for page in places]
        assert names == sorted(names, key=lambda name: sort_key(name, language))
        assert [page.file for page in places] == [
            f"{page.municipality}-{name.replace(' ', '-')}/budget.html"
            for page, name in zip(places, names, strict=True)
        ]
    assert whole.name == "oblast/budget"
    for page in (whole, *places):
        assert re.fullmatch(r"[\w-]+/[a-z]+\.html", page.file)
        assert unicodedata.is_normalized("NFC", page.file)


def test_pages_have_no_code_and_load_nothing(packed: Path) -> None:
    for path in packed.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert loads_of_page(html) == []
        assert "<script" not in html
        assert "import" not in html
        assert html.count("<h1") == 1
        assert '<html lang="en">' in html
    assert "invented" in (packed / "index.html").read_text(encoding="utf-8")
    assert f'href="{quote(M27)}"' in (packed / "index.html").read_text(encoding="utf-8")


def test_every_chart_has_a_text_alternative(packed: Path) -> None:
    html = (packed / M27).read_text(encoding="utf-8")
    assert html.count("<img") == html.count('<img alt="') >= 3
    assert '<img alt=""' not in html


def test_the_manifest_knows_parameters_time_and_digest_of_each_file(packed: Path) -> None:
    manifest = json.loads((packed / "manifest.json").read_text(encoding="utf-8"))
    page = manifest["pages"]["M27/budget"]
    assert page["parameters"] == {"oblast": "Naryn", "municipality": "M27", "year": 2025, "language": "en"}
    assert page["seconds"] > 0
    sheet = M27.replace("budget.html", "citizen-budget.html")
    assert set(page["files"]) == {M27, sheet, "notebooks/M27/budget.ipynb"}
    for name, digest in page["files"].items():
        assert hashlib.sha256((packed / name).read_bytes()).hexdigest() == digest


def test_a_second_run_makes_only_what_is_missing_or_damaged(built: Project, packed: Path) -> None:
    assert pack(built, "Naryn", packed, chosen=("M27",)).made == ()
    (packed / M27).write_text("half", encoding="utf-8")
    again = pack(built, "Naryn", packed, chosen=("M27",))
    assert (again.made, again.kept) == (("M27/budget",), ("oblast/budget",))


def test_a_changed_lesson_or_year_is_made_again(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    # A short lesson, since this test is about what is made again.
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    assert pack(project, "Osh", out, chosen=("M40",)).made == ("oblast/budget", "M40/budget")
    assert pack(project, "Osh", out, chosen=("M40",), year=2024).made == ("oblast/budget", "M40/budget")
    (project.notebooks / "budget.md").write_text(LESSON + "\nMore words.\n", encoding="utf-8")
    assert pack(project, "Osh", out, chosen=("M40",), year=2024).made == ("oblast/budget", "M40/budget")


LESSON = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3 (ipykernel)
  language: python
  name: python3
---

# Lesson

```{code-cell} ipython3
:tags: [parameters]

oblast = municipality = language = ""
year = 0
```

```{code-cell} ipython3
if municipality == "M41":
    raise ValueError("no figures for this year")
print(municipality or oblast)
```
"""


def test_a_pack_made_again_in_another_language_has_each_page_once(project: Project, tmp_path: Path) -> None:
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    place = municipality("M40")
    for language, name in (("en", place.name), ("ky", place.name_ky), ("ru", place.name_ru)):
        assert pack(project, "Osh", tmp_path, chosen=("M40",), language=language).made == (
            "oblast/budget",
            "M40/budget",
        )
        assert [path.name for path in tmp_path.glob("M40*")] == [f"M40-{name.replace(' ', '-')}"]
        assert len(list(tmp_path.rglob("*.html"))) == 5, "an index, and for each place its page and its sheet"
        index = (tmp_path / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}">' in index
        for address in re.findall(r'href="([^"]+)"', index):
            assert (tmp_path / unquote(address)).is_file()


def test_a_zipped_pack_opens_with_its_names(project: Project, tmp_path: Path) -> None:
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    pack(project, "Osh", tmp_path / "pack", chosen=("M40",), language="ky")
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        for path in sorted(one for one in (tmp_path / "pack").rglob("*") if one.is_file()):
            archive.write(path, path.relative_to(tmp_path / "pack"))
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        archive.extractall(tmp_path / "opened")
        # Windows shows a name right if it is marked as UTF-8.
        assert all(one.flag_bits & 0x800 for one in archive.infolist() if not one.filename.isascii())
        assert max(len(one.filename.encode()) for one in archive.infolist()) < 120
    names = {path.parent.name for path in (tmp_path / "pack").rglob("*.html")}
    assert {path.parent.name.replace("opened", "pack") for path in (tmp_path / "opened").rglob("*.html")} == names
    assert any(not name.isascii() for name in names)


def test_every_word_of_a_pack_is_in_its_language(built: Project, tmp_path: Path) -> None:
    pack(built, "Naryn", tmp_path, chosen=("M27",), language=PSEUDO)
    for path in tmp_path.rglob("*.html"):
        html = re.sub(r"<style.*?</style>|data:image/svg[^\"]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        shown = re.findall(r'>([^<]+)<|(?:alt|aria-label)="([^"]+)"', html)
        texts = [markup.unescape(one or other).strip() for one, other in shown]
        left = [text for text in texts if re.search(r"[A-Za-z]{3}", text) and not re.search(r"[⟦⟧·áéíöüñç]", text)]
        assert [text for text in left if text not in NAMES] == []
        assert sum("⟦" in text for text in texts) > 5


#: Names that are the same in every language.
NAMES = {place.name for place in municipalities()} | {"kazankuigan.naryn-region.kg"}


def test_one_failing_municipality_is_named_and_the_rest_are_made(project: Project, tmp_path: Path) -> None:
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    done = pack(project, "Osh", tmp_path, chosen=("M40", "M41"))
    assert done.made == ("oblast/budget", "M40/budget")
    assert done.failed == {"M41/budget": "ValueError: no figures for this year"}
    assert not list(tmp_path.glob("M41*"))
    assert "no figures for this year" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "manifest.json").read_text())["pages"]["M41/budget"]["status"] == "failed"


def test_an_interrupted_run_is_carried_on(project: Project, tmp_path: Path) -> None:
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")

    def stop_after_one(items):  # type: ignore[no-untyped-def]
        for number, item in enumerate(items):
            if number == 1:
                raise KeyboardInterrupt
            yield item

    with pytest.raises(KeyboardInterrupt):
        pack(project, "Osh", tmp_path, chosen=("M40",), progress=stop_after_one)
    done = pack(project, "Osh", tmp_path, chosen=("M40",))
    assert (done.kept, done.made) == (("oblast/budget",), ("M40/budget",))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"oblast": "Talas"}, "no oblast 'Talas'"),
        ({"oblast": "Osh", "chosen": ("M27",)}, "lies elsewhere: Naryn oblast, not Osh oblast"),
        ({"oblast": "Osh", "year": 2019}, "no budgets for 2019"),
    ],
)
def test_what_does_not_exist_is_told_and_nothing_is_written(
    project: Project, tmp_path: Path, arguments: dict[str, object], words: str
) -> None:
    out = tmp_path / "pack"
    with pytest.raises(UserError, match=words):
        pack(project, out=out, **arguments)  # type: ignore[arg-type]
    assert not out.exists()


def test_a_damaged_manifest_and_a_file_for_a_folder_are_told(project: Project, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(UserError, match="is damaged. Delete it"):
        pack(project, "Osh", tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="is a file"):
        pack(project, "Osh", tmp_path / "file")


def test_with_several_lessons_each_page_leads_to_the_others_of_its_place(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "kit", units=("waste", "budget"))
    for name in ("waste", "budget"):
        (project.notebooks / f"{name}.md").write_text(LESSON, encoding="utf-8")
    done = pack(project, "Osh", tmp_path / "pack", chosen=("M40", "M41"))
    assert done.made == ("oblast/waste", "oblast/budget", "M40/waste", "M40/budget")
    assert set(done.failed) == {"M41/waste", "M41/budget"}
    (folder,) = (tmp_path / "pack").glob("M40-*")
    page = (folder / "waste.html").read_text(encoding="utf-8")
    assert '<a href="budget.html">Budget</a>' in page
    assert '<strong aria-current="page">Waste</strong>' in page
    assert 'href="../index.html"' in page
    index = (tmp_path / "pack" / "index.html").read_text(encoding="utf-8")
    for address in re.findall(r'href="([^"]+)"', index):
        assert (tmp_path / "pack" / unquote(address)).is_file()
    again = pack(project, "Osh", tmp_path / "pack", chosen=("M40",), units=("budget",))
    assert again.made == ("oblast/budget", "M40/budget")


def test_a_lesson_that_does_not_exist_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no lesson 'wast'"):
        pack(project, "Osh", tmp_path / "pack", units=("wast",))


def test_the_lesson_on_the_budget_brings_the_citizen_budget_as_a_sheet(packed: Path) -> None:
    sheets = sorted(path.parent.name for path in packed.glob("*/citizen-budget.html"))
    pages = sorted(path.parent.name for path in packed.glob("*/budget.html"))
    assert sheets == pages != []
    manifest = json.loads((packed / "manifest.json").read_text())
    index = (packed / "index.html").read_text()
    for page in manifest["pages"].values():
        sheet = next(name for name in page["files"] if name.endswith("citizen-budget.html"))
        assert quote(sheet) in index

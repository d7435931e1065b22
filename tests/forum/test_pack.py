import hashlib
import json
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.forum.pack import pack
from aimak.forum.plan import pages
from aimak.project import Project
from aimak.site.strangers import loads_of_page


@pytest.fixture(scope="module")
def packed(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pack")
    done = pack(built, "Naryn", out, chosen=("M27",))
    assert done.made == ("oblast", "M27")
    return out


def test_a_pack_is_one_page_for_the_oblast_and_one_for_each_municipality() -> None:
    assert [page.name for page in pages("naryn", (), 2025, "en")] == ["oblast", *(f"M{n}" for n in range(27, 37))]


def test_pages_have_no_code_and_load_nothing(packed: Path) -> None:
    for path in packed.glob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert loads_of_page(html) == []
        assert "<script" not in html
        assert "import" not in html
        assert html.count("<h1") == 1
        assert '<html lang="en">' in html
    assert "invented" in (packed / "index.html").read_text(encoding="utf-8")
    assert 'href="M27.html"' in (packed / "index.html").read_text(encoding="utf-8")


def test_every_chart_has_a_text_alternative(packed: Path) -> None:
    html = (packed / "M27.html").read_text(encoding="utf-8")
    assert html.count("<img") == html.count('<img alt="') >= 3
    assert '<img alt=""' not in html


def test_the_manifest_knows_parameters_time_and_digest_of_each_file(packed: Path) -> None:
    manifest = json.loads((packed / "manifest.json").read_text(encoding="utf-8"))
    page = manifest["pages"]["M27"]
    assert page["parameters"] == {"oblast": "Naryn", "municipality": "M27", "year": 2025, "language": "en"}
    assert page["seconds"] > 0
    assert set(page["files"]) == {"M27.html", "notebooks/M27.ipynb"}
    for name, digest in page["files"].items():
        assert hashlib.sha256((packed / name).read_bytes()).hexdigest() == digest


def test_a_second_run_makes_only_what_is_missing_or_damaged(built: Project, packed: Path) -> None:
    assert pack(built, "Naryn", packed, chosen=("M27",)).made == ()
    (packed / "M27.html").write_text("half", encoding="utf-8")
    again = pack(built, "Naryn", packed, chosen=("M27",))
    assert (again.made, again.kept) == (("M27",), ("oblast",))


def test_a_changed_lesson_or_year_is_made_again(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    # A short lesson, since this test is about what is made again.
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    assert pack(project, "Osh", out, chosen=("M40",)).made == ("oblast", "M40")
    assert pack(project, "Osh", out, chosen=("M40",), year=2024).made == ("oblast", "M40")
    (project.notebooks / "budget.md").write_text(LESSON + "\nMore words.\n", encoding="utf-8")
    assert pack(project, "Osh", out, chosen=("M40",), year=2024).made == ("oblast", "M40")


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


def test_one_failing_municipality_is_named_and_the_rest_are_made(project: Project, tmp_path: Path) -> None:
    (project.notebooks / "budget.md").write_text(LESSON, encoding="utf-8")
    done = pack(project, "Osh", tmp_path, chosen=("M40", "M41"))
    assert done.made == ("oblast", "M40")
    assert done.failed == {"M41": "ValueError: no figures for this year"}
    assert not (tmp_path / "M41.html").exists()
    assert "no figures for this year" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "manifest.json").read_text())["pages"]["M41"]["status"] == "failed"


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
    assert (done.kept, done.made) == (("oblast",), ("M40",))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"oblast": "Talas"}, "no oblast 'Talas'"),
        ({"oblast": "Osh", "chosen": ("M27",)}, "lies elsewhere: Naryn, not Osh"),
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

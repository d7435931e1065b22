"""Projects whose catalogs tests may write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aimak.project import Project
from aimak.translation.extract import Extracted, extract
from aimak.translation.message import catalog_path
from aimak.translation.pofile import AWAITS, Catalog, Entry, pofile_text
from tests.conftest import ROOT, WHOLE, copy_project


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the whole checkout's sources, with the code that texts are gathered from."""
    project = copy_project(tmp_path_factory.mktemp("texts") / "kit", units=WHOLE)
    shutil.copytree(ROOT / "src", project.root / "src", ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    return project


@pytest.fixture(scope="session")
def gathered(sources: Project) -> Extracted:
    """What bringing all catalogs to these sources comes to."""
    return extract(sources)


def write_catalog(project: Project, language: str, name: str, *entries: Entry) -> Path:
    """Write one catalog; returns its file."""
    path = catalog_path(project, language, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pofile_text(Catalog(language, {one.texts[0]: one for one in entries})), encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A project with two catalogs in Kyrgyz, a glossary of one term and no excuses."""
    project = Project(tmp_path)
    (tmp_path / "book" / "library").mkdir(parents=True)
    (tmp_path / "book" / "locale").mkdir(parents=True)
    (tmp_path / "book" / "library" / "glossary.csv").write_text(
        "english,russian,kyrgyz,kyrgyz_source\ntariff,тариф,тариф,confirmed\n", encoding="utf-8"
    )
    (tmp_path / "book" / "locale" / "term-exceptions.csv").write_text("term,language,text,reason\n", encoding="utf-8")
    write_catalog(
        project,
        "ky",
        "aimak",
        Entry(("Save {name}",), ("",), ("a.py",), notes=(AWAITS,)),
        Entry(("{count} file", "{count} files"), ("", ""), ("a.py",), ("A count.",), (AWAITS,)),
        Entry(("=Sum",), ("=Сумма",), ("b.py",)),
    )
    write_catalog(
        project,
        "ky",
        "book/intro",
        Entry(
            ("See [this](a.md) now.",), ("[Муну](a.md) карагыла.",), ("book/intro.md",), fuzzy=True, previous=("See.",)
        ),
        Entry(("The tariff",), ("Тариф",), ("book/intro.md",), notes=("a heading", AWAITS)),
    )
    return project

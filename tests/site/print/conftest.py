"""What is printed of one unit, in two languages, made once for all tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from aimak.project import Project
from aimak.site.book import draft_book
from aimak.site.print import Printed, print_course
from tests.conftest import ROOT, copy_project

LANGUAGES = ("en", "ky")


@dataclass(frozen=True)
class Made:
    """A project, its built pages by language, where printing put its things, and what it said of the first run."""

    project: Project
    pages: dict[str, Path]
    site: Path
    first: Printed

    def pdf(self, name: str, language: str = "ky") -> Path:
        return self.site / language / "print" / f"{name}.pdf"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    project = copy_project(tmp_path_factory.mktemp("print") / "kit")
    (project.root / "node_modules").symlink_to(ROOT / "node_modules")
    pages = {language: project.build / "draft" / language for language in LANGUAGES}
    for language, folder in pages.items():
        draft_book(project, language, folder)
    site = project.build / "printed"
    return Made(project, pages, site, print_course(project, pages, site))

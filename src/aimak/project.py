"""Where the things of a checkout lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.i18n import translate as _


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one checkout, by name."""

    root: Path

    @property
    def build(self) -> Path:
        """Everything built that is not a folder of the nbgrader course."""
        return self.root / "_build"

    @property
    def site(self) -> Path:
        """What is published."""
        return self.build / "site"

    @property
    def notebooks(self) -> Path:
        """The text sources of the lessons."""
        return self.root / "notebooks"

    @property
    def built_notebooks(self) -> Path:
        """The built lessons (.ipynb) in a folder for each language, from where papermill takes them."""
        return self.build / "notebooks"

    @property
    def exercises(self) -> Path:
        """The nbgrader course: text sources, and the folders that are built from them."""
        return self.root / "exercises"

    @property
    def datasets(self) -> Path:
        """The data package."""
        return self.root / "datasets"


def find_project(start: Path | None = None) -> Project:
    """The checkout that ``start`` (the current folder) lies in.

    :raises UserError: if no folder above holds ``_config.yml`` and ``exercises/``.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "_config.yml").is_file() and (folder / "exercises").is_dir():
            return Project(folder)
    raise UserError(
        _("{folder} is not inside the course kit: no folder above it holds _config.yml and exercises/.").format(
            folder=here
        ),
        _("Change into the kit's folder, or name it with --project."),
    )

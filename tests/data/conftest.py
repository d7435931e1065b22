"""A copy of the data package that tests may break."""

import shutil
from pathlib import Path

import pytest

from aimak.data import package_path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    shutil.copytree(package_path(), tmp_path / "datasets")
    return tmp_path / "datasets"

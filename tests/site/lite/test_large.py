"""Where an analyst's large libraries come from: an address with hashes, or copies that are what they say."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.site.lite.large import large


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    folder = tmp_path / "pyodide"
    folder.mkdir()
    (folder / "package.json").write_text('{"version": "314.0.7"}')
    needs: dict[str, list[str]] = {
        "numpy": [], "pandas": ["numpy", "pytz"], "matplotlib": ["numpy"], "pytz": [], "scipy": [],
    }  # fmt: skip
    packages = {
        name: {"name": name, "file_name": f"{name}.whl", "sha256": hashlib.sha256(name.encode()).hexdigest(),
               "depends": depends, "imports": [name]}
        for name, depends in needs.items()
    }  # fmt: skip
    (folder / "pyodide-lock.json").write_text(json.dumps({"packages": packages}))
    return folder


def test_by_default_they_come_from_the_public_address_of_this_version(pyodide: Path, tmp_path: Path) -> None:
    found = large("", pyodide, tmp_path / "target")
    assert found.address == "https://cdn.jsdelivr.net/pyodide/v314.0.7/full/"
    assert sorted(found.entries) == ["matplotlib", "numpy", "pandas", "pytz"]
    assert found.entries["pandas"]["file_name"] == f"{found.address}pandas.whl"
    assert found.entries["pandas"]["sha256"] == hashlib.sha256(b"pandas").hexdigest()
    assert not (tmp_path / "target").exists()


def test_another_address_takes_its_place(pyodide: Path, tmp_path: Path) -> None:
    found = large("https://mirror.example/p", pyodide, tmp_path)
    assert found.entries["numpy"]["file_name"] == "https://mirror.example/p/numpy.whl"


def test_a_folder_is_copied_and_no_address_remains(pyodide: Path, tmp_path: Path) -> None:
    source = tmp_path / "full"
    source.mkdir()
    for name in ("numpy", "pandas", "matplotlib", "pytz"):
        (source / f"{name}.whl").write_text(name)
    found = large(str(source), pyodide, tmp_path / "target")
    assert found.address == ""
    assert found.entries["pytz"]["file_name"] == "large/pytz.whl"
    assert (tmp_path / "target" / "large" / "pytz.whl").read_text() == "pytz"
    (source / "numpy.whl").write_text("something else")
    with pytest.raises(UserError, match=r"numpy.whl is another file than Pyodide's own"):
        large(str(source), pyodide, tmp_path / "again")
    (source / "numpy.whl").unlink()
    with pytest.raises(UserError, match=r"has no numpy.whl"):
        large(str(source), pyodide, tmp_path / "again")

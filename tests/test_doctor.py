from dataclasses import replace
from pathlib import Path

from aimak.doctor import Probe, examine, read_pins, this_machine
from tests.conftest import ROOT

WHOLE = Probe(
    "Linux", (3, 11), lambda name: "1.0", lambda name: f"/usr/bin/{name}", lambda c: "v20", 10**11, True, True
)


def names(probe: Probe) -> dict[str, str]:
    return {check.name: check.mend for check in examine(probe, {}) if not check.well}


def test_a_whole_machine_has_nothing_to_mend() -> None:
    assert names(WHOLE) == {}


def test_what_is_missing_is_named_with_the_command_of_the_system() -> None:
    bare = replace(WHOLE, version=lambda name: None, which=lambda name: None, node_modules=False, python=(3, 9))
    said = names(bare)
    assert said["nbgrader"] == "python -m pip install -c constraints.txt -e '.[kit]'"
    assert said["pytest"].endswith("'.[dev]'")
    assert said["Python"].startswith("sudo apt-get install python3.11")
    assert said["node_modules"] == "npm ci"
    assert said["fence for analysts' code"] == "sudo apt-get install bubblewrap"
    assert names(replace(bare, system="Darwin"))["Node"] == "brew install node@20"
    assert names(replace(bare, system="Windows"))["Chromium"].startswith("winget")


def test_a_version_that_was_not_tested_is_named() -> None:
    (check,) = (c for c in examine(WHOLE, {"papermill": "2.7.0"}) if c.name == "papermill")
    assert check.found == "1.0, tested with 2.7.0"
    assert check.mend


def test_a_full_disk_and_a_read_only_folder_are_named() -> None:
    assert "Free at least 2 GB." in names(replace(WHOLE, free_bytes=10**8)).values()
    assert "Copy the kit to a folder of your own." in names(replace(WHOLE, writable=False)).values()


def test_this_checkout_has_everything_and_in_the_pinned_versions() -> None:
    checks = examine(this_machine(ROOT), read_pins(ROOT / "constraints.txt"))
    assert [check for check in checks if not check.well] == []


def test_without_a_constraints_file_nothing_is_pinned(tmp_path: Path) -> None:
    assert read_pins(tmp_path / "constraints.txt") == {}

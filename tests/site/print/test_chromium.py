from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.site.print.chromium import Printer, find_chromium


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path


def test_the_setting_wins_over_the_path(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    other = program(tmp_path, "other")
    assert find_chromium({"PATH": str(tmp_path), "AIMAK_CHROMIUM": str(other)}) == str(other)
    assert find_chromium({"PATH": str(tmp_path)}) == str(tmp_path / "chromium")


def test_a_browser_of_the_same_kin_will_do(tmp_path: Path) -> None:
    chrome = program(tmp_path, "google-chrome")
    assert find_chromium({"PATH": str(tmp_path)}) == str(chrome)


def test_a_setting_that_names_no_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="AIMAK_CHROMIUM names .*nothing, which is no program"):
        find_chromium({"PATH": str(tmp_path), "AIMAK_CHROMIUM": str(tmp_path / "nothing")})


def test_a_chromium_that_does_not_start_is_told(tmp_path: Path) -> None:
    broken = program(tmp_path, "chromium")
    with Printer({"AIMAK_CHROMIUM": str(broken)}) as printer, pytest.raises(UserError, match="Chromium does not start"):
        printer.open(tmp_path)

import asyncio
import threading
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


def test_a_page_is_printed_also_where_an_event_loop_runs(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang='ky'><meta charset='utf-8'><title>ң</title><p>ң ө ү</p></html>", encoding="utf-8"
    )

    async def in_a_notebook() -> bytes:
        with Printer() as printer:
            printer.open(page)
            assert printer.evaluate("document.title") == "ң"
            return printer.pdf()

    made: list[bytes] = []
    # In a thread without a loop, because other tests of this run may have left one in this thread.
    thread = threading.Thread(target=lambda: made.append(asyncio.run(in_a_notebook())))
    thread.start()
    thread.join()
    assert made[0].startswith(b"%PDF")

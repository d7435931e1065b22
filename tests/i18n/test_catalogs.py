"""Catalogs compile themselves when they are read, whoever else reads them at the time."""

from __future__ import annotations

import errno
import gettext
import os
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from aimak.i18n.catalogs import catalog, compile_catalogs, folder_language, read_catalogs
from aimak.i18n.pseudo import PSEUDO, Pseudo
from aimak.translation.pofile import Catalog, Entry, pofile_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "locale" / "ru" / "LC_MESSAGES"
    made.mkdir(parents=True)
    return made


def write(folder: Path, domain: str, translation: str, *, fuzzy: bool = False) -> Path:
    path = folder / f"{domain}.po"
    entry = Entry(("Save",), (translation,), fuzzy=fuzzy)
    path.write_text(pofile_text(Catalog("ru", {"Save": entry})), encoding="utf-8")
    return path


def test_a_catalog_is_compiled_when_it_is_read_and_not_again(folder: Path) -> None:
    write(folder, "aimak", "Сохранить")
    assert read_catalogs(folder).gettext("Save") == "Сохранить"
    assert compile_catalogs(folder) == []


def test_a_changed_catalog_is_compiled_anew(folder: Path) -> None:
    path = write(folder, "aimak", "Сохранить")
    compile_catalogs(folder)
    write(folder, "aimak", "Записать")
    later = path.with_suffix(".mo").stat().st_mtime_ns + 1
    os.utime(path, ns=(later, later))
    assert read_catalogs(folder).gettext("Save") == "Записать"


def test_a_guess_is_shown_in_english(folder: Path) -> None:
    write(folder, "aimak", "Сохранить", fuzzy=True)
    assert read_catalogs(folder).gettext("Save") == "Save"


def test_two_catalogs_are_one_and_the_first_by_name_holds(folder: Path) -> None:
    write(folder, "budget", "Записать")
    write(folder, "aimak", "Сохранить")
    assert read_catalogs(folder).gettext("Save") == "Сохранить"


def test_no_catalogs_give_every_text_back(folder: Path) -> None:
    assert read_catalogs(folder).gettext("Save") == "Save"
    assert read_catalogs(folder / "nowhere").gettext("Save") == "Save"


def test_without_babel_the_compiled_catalogs_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(folder, "aimak", "Сохранить")
    compile_catalogs(folder)
    later = path.with_suffix(".mo").stat().st_mtime_ns + 1
    os.utime(path, ns=(later, later))
    monkeypatch.setitem(sys.modules, "babel.messages.mofile", None)
    assert compile_catalogs(folder) == []
    assert read_catalogs(folder).gettext("Save") == "Сохранить"


def test_two_that_start_at_the_same_time_read_whole_catalogs_and_leave_nothing_behind(folder: Path) -> None:
    for number in range(20):
        write(folder, f"unit{number:02}", "Сохранить")
    said: list[str] = []

    def read() -> None:
        said.append(read_catalogs(folder).gettext("Save"))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == ["Сохранить"] * 8
    assert {path.suffix for path in folder.iterdir()} == {".po", ".mo"}


def test_english_needs_no_catalog_and_the_pseudo_language_has_its_own() -> None:
    assert isinstance(catalog("en"), gettext.NullTranslations)
    assert catalog("en").gettext("Save") == "Save"
    assert isinstance(catalog(PSEUDO), Pseudo)


def test_a_folder_tells_its_language() -> None:
    assert folder_language(Path("book/locale/ky/LC_MESSAGES/book/intro.po")) == "ky"
    assert folder_language(Path("somewhere/aimak.po")) == "en"


def test_a_folder_that_takes_no_file_is_read_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(folder, "aimak", "Сохранить")

    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert read_catalogs(folder).gettext("Save") == "Сохранить"
    assert not path.with_suffix(".mo").exists()

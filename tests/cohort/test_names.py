"""Names of files go through Windows, zip and messengers with their letters."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from aimak.cohort.names import MOST, MOST_BYTES, file_name

KYRGYZ = "Үмүт Өрнөктөева Бекем бюджет, жыйынтык 48213"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (KYRGYZ, f"{KYRGYZ}.html"),
        ('Отчёт: «Бюджет» 50/50 <проект>? "да" *|\\', "Отчёт «Бюджет» 50 50 проект да.html"),
        ("  CON ", "_CON.html"),
        ("nul.x", "_nul.x.html"),
        ("а\u202eб\x07\nв...", "а б в.html"),
        ("И\u0306од", "Йод.html"),
        ("", "_.html"),
        ("???", "_.html"),
    ],
)
def test_a_name_holds_what_people_read_and_nothing_that_windows_refuses(text: str, name: str) -> None:
    assert file_name(text, ".html") == name


@pytest.mark.parametrize("text", ["ө" * 300, "a" * 300, "слово " * 60, "😀" * 300])
def test_a_long_name_is_cut_between_letters_and_keeps_its_ending(text: str) -> None:
    name = file_name(text, ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name) <= MOST
    assert len(name.encode()) <= MOST_BYTES
    assert not name.removesuffix(".xlsx").endswith(" ")


def test_kyrgyz_names_survive_a_zip_and_the_disk(tmp_path: Path) -> None:
    name = file_name(KYRGYZ, ".html")
    (tmp_path / name).write_text("x", encoding="utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(next(tmp_path.iterdir()), name)
    (member,) = zipfile.ZipFile(packed).infolist()
    assert member.filename == name
    assert member.flag_bits & 0x800  # says that it is UTF-8, so Windows does not guess

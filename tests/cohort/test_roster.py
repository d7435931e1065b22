from pathlib import Path

import pytest

from aimak.cohort.roster import Trainee, read_roster, roster_text
from aimak.errors import UserError

ROW = Trainee("AB234", "Үмүт Өрнөктөева", "f", "30-44", "head", "M07", "ky")


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_text(text, encoding=encoding)
    return path


def test_a_roster_comes_back_with_its_letters(tmp_path: Path) -> None:
    path = write(tmp_path / "roster.csv", roster_text((ROW,)))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # so that Excel shows ң ө ү
    assert read_roster(path) == {"AB234": ROW}


def test_a_roster_that_excel_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    assert read_roster(write(tmp_path / "r.csv", roster_text((ROW,)).replace(",", ";"))) == {"AB234": ROW}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("municipality", "place", "has no column 'municipality'"),
        ("AB234", "AB 2!", "row 2: the code 'AB 2!' is not letters and digits"),
        ("M07", "M77", "row 2: There is no municipality 'M77'"),
    ],
)
def test_what_is_wrong_in_a_roster_is_named_with_its_row(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_roster(write(tmp_path / "r.csv", roster_text((ROW,)).replace(old, new)))


def test_a_code_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="row 3: the code AB234 stands twice"):
        read_roster(write(tmp_path / "r.csv", roster_text((ROW, ROW))))


def test_other_encodings_and_missing_files_are_told_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not UTF-8. In Excel choose"):
        read_roster(write(tmp_path / "r.csv", "код;имя", "cp1251"))
    with pytest.raises(UserError, match="There is no roster"):
        read_roster(tmp_path / "none.csv")

"""One test for each kind of bad input: the problem names the file, the row, the field and the mend."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from aimak.data.check import check_package
from aimak.errors import UserError


def change(package: Path, table: str, edit: Callable[[str], str]) -> list[str]:
    path = package / table
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return [str(problem) for problem in check_package(package)]


def replace_in_row(table: str, row: int, old: str, new: str) -> str:
    lines = table.split("\n")
    assert old in lines[row - 1]
    lines[row - 1] = lines[row - 1].replace(old, new)
    return "\n".join(lines)


def test_the_package_has_no_problems(package: Path) -> None:
    before = {path: path.read_bytes() for path in package.iterdir()}
    assert check_package(package) == []
    assert {path: path.read_bytes() for path in package.iterdir()} == before


def test_a_missing_column_is_named(package: Path) -> None:
    said = change(package, "budgets.csv", lambda text: text.replace("stage", "phase", 1))
    assert said == [
        "budgets.csv, row 1, stage: The column is missing. The columns are: municipality, year, stage, side, item, "
        "function, economic_class, amount."
    ]


def test_a_comma_for_a_decimal_point_is_named_with_its_mend(package: Path) -> None:
    row = (package / "budgets.csv").read_text().split("\n")[4].rpartition(",")[2]
    said = change(package, "budgets.csv", lambda t: replace_in_row(t, 5, row, f'"{row.replace(".", ",")}"'))
    expected = f"budgets.csv, row 5, amount: “{row.replace('.', ',')}” has a comma for a decimal point. Write {row}."
    assert said == [expected]


def test_som_printed_where_thousand_is_meant_is_caught(package: Path) -> None:
    amount = (package / "budgets.csv").read_text().split("\n")[6].rpartition(",")[2]
    said = change(package, "budgets.csv", lambda t: replace_in_row(t, 7, amount, f"{float(amount) * 1000:.1f}"))
    assert len(said) == 1
    assert said[0].startswith("budgets.csv, row 7, amount:")
    assert "looks like som" in said[0]
    assert f"Write {amount}" in said[0]


def test_a_plan_that_does_not_add_up_is_named(package: Path) -> None:
    def raise_a_line(text: str) -> str:
        lines = text.split("\n")
        row = next(i for i, line in enumerate(lines) if ",plan,spending,waste," in line)
        head, _, amount = lines[row].rpartition(",")
        lines[row] = f"{head},{float(amount) + 0.1:.1f}"
        return "\n".join(lines)

    said = change(package, "budgets.csv", raise_a_line)
    assert any("M01 2023 plan: spending differs from the money there is by +0.1 thousand som" in one for one in said)


def test_an_opening_balance_that_was_not_left_is_named(package: Path) -> None:
    lines = (package / "budgets.csv").read_text().split("\n")
    row = next(i for i, line in enumerate(lines) if line.startswith("M01,2024,actual,revenue,income_tax"))
    head, _, amount = lines[row].rpartition(",")
    lines[row] = f"{head},{float(amount) + 5:.1f}"
    said = change(package, "budgets.csv", lambda _text: "\n".join(lines))
    assert any("M01 2025: the opening balance is not what 2024 left" in one for one in said)


@pytest.mark.parametrize(
    ("table", "old", "new", "words"),
    [
        ("municipalities.csv", "valley", "desert", "kind: “desert” is not allowed here"),
        ("municipalities.csv", ",partner,", ",joining,", "There are 31 partners and 19 joining"),
        ("budgets.csv", ",701,21,", ",702,21,", "They are 701/21"),
        ("budgets.csv", "income_tax", "income_text", "income_text is no revenue source"),
        ("budgets.csv", "M01,2023,plan", "M99,2023,plan", "M99 is not in municipalities.csv"),
        ("budget_lines.csv", "true", "yes", "protected: “yes” is neither true nor false"),
    ],
)
def test_a_wrong_code_is_named(package: Path, table: str, old: str, new: str, words: str) -> None:
    assert any(words in one for one in change(package, table, lambda text: text.replace(old, new, 1)))


def test_a_part_larger_than_the_whole_is_named(package: Path) -> None:
    def edit(text: str) -> str:
        lines = text.split("\n")
        cells = lines[1].split(",")
        cells[10] = str(int(cells[7]) + 1)
        return "\n".join([lines[0], ",".join(cells), *lines[2:]])

    said = change(package, "municipalities.csv", edit)
    assert any(
        one.startswith("municipalities.csv, row 2, women:") and "more than the population" in one for one in said
    )


def test_a_row_that_stands_twice_is_named(package: Path) -> None:
    def twice(text: str) -> str:
        lines = text.split("\n")
        return "\n".join([*lines[:3], lines[2], *lines[3:]])

    assert any("budgets.csv, row 4" in one for one in change(package, "budgets.csv", twice))


def test_semicolons_bom_and_other_encodings_are_named(package: Path) -> None:
    path = package / "municipalities.csv"
    good = path.read_bytes()
    cases = {
        good.replace(b",", b";"): "separated by semicolons",
        b"\xef\xbb\xbf" + good: "byte order mark",
        good.decode().encode("cp1251", errors="replace"): "not UTF-8",
    }
    for content, words in cases.items():
        path.write_bytes(content)
        assert any(words in str(one) for one in check_package(package)), words
        assert len(check_package(package)) == 1


def test_a_missing_file_is_named(package: Path) -> None:
    (package / "causes.csv").unlink()
    assert [str(one) for one in check_package(package)] == [
        "causes.csv: The file is missing. Take it from the kit again."
    ]


def test_a_folder_without_a_description_cannot_be_checked(tmp_path: Path, package: Path) -> None:
    with pytest.raises(UserError, match="holds no datapackage.json"):
        check_package(tmp_path)
    (package / "datapackage.json").write_text(json.dumps({"resources": [{"path": "x.csv"}]}))
    with pytest.raises(UserError, match="no data package description"):
        check_package(package)

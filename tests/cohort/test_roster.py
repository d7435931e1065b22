import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from aimak.cohort.codes import fits
from aimak.cohort.roster import Trainee, examine_roster, read_roster, roster_text
from aimak.cohort.roster_import import blank_roster, import_people
from aimak.cohort.slips import write_slips
from aimak.data import municipalities
from aimak.errors import UserError
from aimak.i18n import speaking
from aimak.i18n.order import fold

HEAD = "code,name,sex,age,role,municipality,language\n"
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
        ("municipality", "place", "has no column “municipality”"),
        ("AB234", "AB 2!", "row 2: the code “AB 2!” is not letters and digits"),
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


def test_checking_names_every_problem_and_collecting_stops_at_what_matters(tmp_path: Path) -> None:
    rows = [replace(ROW, code="40216"), replace(ROW, code="40217", sex="w", age="31"), replace(ROW, language="de")]
    path = write(tmp_path / "r.csv", roster_text(tuple(rows)))
    found, problems = examine_roster(path)
    assert set(found) == {"40216", "40217"}
    told = [problem.what for problem in problems]
    assert any("row 3: in the column sex stands “w”" in one for one in told)
    assert any("row 3: in the column age stands “31”" in one for one in told)
    assert any("row 4: in the column language stands “de”" in one for one in told)
    assert any("last digit" in one for one in told)
    with pytest.raises(UserError, match="row 4: in the column language stands “de”"):
        read_roster(path)


def test_a_list_of_an_office_becomes_a_roster_and_a_second_one_keeps_the_codes(tmp_path: Path) -> None:
    place = municipalities()[4]
    text = (
        "№;ФИО;Пол;Возраст;Должность;Айыл аймагы;Язык\r\n"
        f"1;Өмүркан Үлгүсөзова;ж;41;бухгалтер;{place.name};кыргызча\r\n"
        "2;Олег Задачин;муж.;67;глава;Неизвестный;русский\r\n;;;;;;\r\n"
    )
    office = write(tmp_path / "list.csv", text, "utf-8-sig")
    first = import_people(office, random.Random(1), {})
    assert [(one.sex, one.age, one.language) for one in first.trainees] == [("f", "30-44", "ky"), ("m", "60+", "ru")]
    assert first.trainees[0].municipality == place.code
    assert len(first.problems) == 1
    assert "row 3: there is no training municipality “Неизвестный”" in first.problems[0]
    before = {one.code: one for one in first.trainees}
    again = import_people(office, random.Random(2), before)
    assert [one.code for one in again.trainees] == [one.code for one in first.trainees]
    old = write(
        tmp_path / "old.csv", text.replace("ө", "о").replace("Ү", "У").replace("ү", "у").replace("Ө", "О"), "cp1251"
    )
    assert len(import_people(old, random.Random(1), {}).trainees) == 2


def test_nobody_is_lost_where_names_or_codes_stand_twice(tmp_path: Path) -> None:
    office = write(tmp_path / "list.csv", "name;code\nАйгүл А;40216\nАйгүл А;\nОлег З;40216\nВера П;10008\n")
    before = {"10008": replace(ROW, code="10008", name="Somebody else")}
    found = import_people(office, random.Random(1), before)
    codes = [one.code for one in found.trainees]
    assert codes[0] == "40216"
    assert len({*codes, "10008"}) == 5
    assert all(fits(code) for code in codes)
    assert [problem.partition(":")[0] for problem in found.problems] == ["list.csv, row 4", "list.csv, row 5"]
    again = import_people(office, random.Random(2), {one.code: one for one in found.trainees})
    assert len({one.code for one in again.trainees}) == 4


def test_a_workbook_is_read_like_a_csv_and_a_broken_one_is_told(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Аты-жөнү", "Жынысы", "Код"])
    book.active.append(["Жаңыл Көнүгүбаева", "аял", 40217])
    book.save(tmp_path / "list.xlsx")
    (one,) = import_people(tmp_path / "list.xlsx", random.Random(1), {}).trainees
    assert (one.name, one.sex) == ("Жаңыл Көнүгүбаева", "f")
    assert fits(one.code)
    (tmp_path / "bad.xlsx").write_bytes(b"PK no workbook")
    with pytest.raises(UserError, match="Save it again"):
        import_people(tmp_path / "bad.xlsx", random.Random(1), {})
    with pytest.raises(UserError, match="no column of names"):
        import_people(write(tmp_path / "c.csv", "a;b\n1;2\n"), random.Random(1), {})


def test_slips_carry_the_code_in_the_trainees_language(tmp_path: Path) -> None:
    html = write_slips([ROW, *blank_roster(3, random.Random(1))], tmp_path / "slips.html").read_text(encoding="utf-8")
    assert "AB234" in html
    assert html.count('class="code"') == 4
    assert 'lang="ky"' in html


def workbook(path: Path, rows: list[list[object]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_second_import_moves_nobody_to_another_municipality(tmp_path: Path) -> None:
    first = workbook(tmp_path / "1.xlsx", [["ФИО", "язык", "возраст"], ["Анна", "ru", 33], ["Вера", "ru", 50]])
    before = {one.code: one for one in import_people(first, random.Random(1), {}).trainees}
    second = workbook(tmp_path / "2.xlsx", [["ФИО"], ["Новая"], ["Вера"], ["Анна"]])
    found = {one.name: one for one in import_people(second, random.Random(2), before).trainees}
    for one in before.values():
        assert found[one.name] == one


def test_two_people_of_one_name_keep_their_codes_and_do_not_become_three(tmp_path: Path) -> None:
    office = workbook(tmp_path / "1.xlsx", [["ФИО", "возраст"], ["Азамат", 20], ["Азамат", 60]])
    first = import_people(office, random.Random(1), {})
    again = import_people(office, random.Random(2), {one.code: one for one in first.trainees})
    assert again == first
    rows = [["ФИО", "код"], ["Азамат", first.trainees[1].code], ["Азамат", first.trainees[0].code]]
    turned = import_people(workbook(tmp_path / "2.xlsx", rows), random.Random(3), {o.code: o for o in first.trainees})
    assert turned.trainees == (first.trainees[1], first.trainees[0])
    assert not turned.problems


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([["№", "Ф.И.О."], [1, "Анна Примерова"]], "Анна Примерова"),
        ([["№", "Фамилия", "Имя", "Отчество"], [1, "Примерова", "Анна", "Ивановна"]], "Примерова Анна Ивановна"),
        ([["Список участников"], [], ["№", "ФИО"], [1, "Анна Примерова"]], "Анна Примерова"),
    ],
)
def test_a_list_is_read_with_the_headings_that_offices_use(tmp_path: Path, rows: list[list[object]], name: str) -> None:
    (one,) = import_people(workbook(tmp_path / "list.xlsx", rows), random.Random(1), {}).trainees
    assert one.name == name


def test_a_list_that_excel_saved_as_unicode_text_is_read(tmp_path: Path) -> None:
    listed = write(tmp_path / "list.txt", "ФИО\tПол\nАнна\tж\n", encoding="utf-16")
    (one,) = import_people(listed, random.Random(1), {}).trainees
    assert (one.name, one.sex) == ("Анна", "f")


def test_what_is_odd_in_a_list_is_told_with_the_row_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ФИО", "возраст"], [], ["Анна", "35 лет"], [], ["Вера", 44]]
    found = import_people(workbook(tmp_path / "list.xlsx", rows), random.Random(1), {})
    assert found.problems == ("list.xlsx, row 3: the age “35 лет” is no age from 18 on and no band; it is left empty",)


def test_a_code_in_small_letters_names_its_trainee_everywhere(tmp_path: Path) -> None:
    roster = read_roster(write(tmp_path / "r.csv", HEAD + "ab12,Анна,f,30-44,head,M01,ru\n"))
    assert [(key, one.code) for key, one in roster.items()] == [("AB12", "AB12")]


def test_rows_that_excel_left_empty_stop_nothing_and_an_open_quotation_mark_is_told(tmp_path: Path) -> None:
    roster = HEAD + "ab12,Анна,f,30-44,head,M01,ru\n"
    found, problems = examine_roster(write(tmp_path / "r.csv", roster + ",,,,,,\nx1,Вера,q,30-44,head,M01,ru\n"))
    assert list(found) == ["AB12", "X1"]
    assert [one.what for one in problems] == ["r.csv, row 4: in the column sex stands “q”, which is none of f, m."]
    with pytest.raises(UserError, match="quotation mark"):
        examine_roster(write(tmp_path / "r.csv", roster + 'x1,"Вера' + "x" * 200_000))


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Ф.И.О.", "Пол", "Возраст", "Должность", "Муниципалитет", "Язык"],
            ["Анна Примерова", "женский", "41", "Главный бухгалтер", "{ru}", "русский"],
        ],
        [
            ["Аты-жөнү", "Жынысы", "Жашы", "Кызматы", "Айыл өкмөтү", "Тили"],
            ["Анна Примерова", "аял", "41", "эсепчи", "{ky}", "орусча"],
        ],
        [  # typed where the keyboard has no ң ө ү
            ["аты-жону", "ЖЫНЫСЫ", "Жашы", "кызматы", "Айыл Окмоту", "тили"],
            ["Анна Примерова", "Аял", "30–44", "Эсепчи", "{folded}", "ОРУСЧА"],
        ],
    ],
    ids=["ru", "ky", "folded"],
)
def test_a_list_is_read_in_russian_and_in_kyrgyz_with_and_without_its_letters(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    place = next(one for one in municipalities() if set("өүң") & set(one.name_ky))
    names = {"ru": place.name_ru, "ky": place.name_ky, "folded": fold(place.name_ky)}
    filled: list[list[object]] = [[cell.format(**names) for cell in row] for row in rows]
    found = import_people(workbook(tmp_path / "list.xlsx", filled), random.Random(1), {})
    (one,) = found.trainees
    assert not found.problems
    assert (one.sex, one.age, one.role, one.municipality, one.language) == (
        "f",
        "30-44",
        "accountant",
        place.code,
        "ru",
    )


def test_somebody_whose_name_lost_its_letters_on_the_way_keeps_the_code(tmp_path: Path) -> None:
    first = import_people(workbook(tmp_path / "1.xlsx", [["ФИО"], ["Үмүт Өрнөктөева"]]), random.Random(1), {})
    before = {one.code: one for one in first.trainees}
    again = import_people(workbook(tmp_path / "2.xlsx", [["ФИО"], ["Умут Орноктоева"]]), random.Random(2), before)
    assert [one.code for one in again.trainees] == list(before)


def test_what_is_wrong_in_a_roster_is_told_in_the_readers_language(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", roster_text((replace(ROW, code="A!", sex="w"),)))
    with speaking("qps"):
        _found, problems = examine_roster(path)
    assert all(re.fullmatch(r"⟦r\.csv, röw 2: ⟦.*⟧ ·+⟧", one.what) for one in problems)
    assert all(one.mend.startswith("⟦") for one in problems)

"""The glossary as data: every wording that it allows, and a row that cannot be used is named."""

from pathlib import Path

import pytest

from aimak.errors import UserError
from aimak.project import Project
from aimak.translation.glossary import Term, glossary_path, read_glossary

HEAD = "english,russian,kyrgyz,kyrgyz_source\n"


def forms(language: str, words: str) -> tuple[str, ...]:
    return Term({language: words}, is_confirmed=True).forms(language)


def test_synonyms_abbreviations_and_words_that_may_be_left_out_are_all_allowed() -> None:
    assert forms("ru", "сход / собрание") == ("сход", "собрание")
    assert forms("ru", "айылный кенеш (АК)") == ("айылный кенеш", "АК")
    assert forms("ky", "теңдештирүүчү (теңдөөчү) грант") == (
        "теңдештирүүчү грант",
        "теңдештирүүчү теңдөөчү грант",
        "теңдөөчү грант",
    )


def test_an_english_explanation_is_no_wording_but_an_abbreviation_is() -> None:
    assert forms("en", "aiyl okmotu (executive)") == ("aiyl okmotu",)
    assert forms("en", "local self-government (LSG)") == ("local self-government", "LSG")


@pytest.mark.parametrize("row", ["levy,сбор,,confirmed", "levy,сбор,жыйым,perhaps"])
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, row: str) -> None:
    project = Project(tmp_path)
    glossary_path(project).parent.mkdir(parents=True)
    glossary_path(project).write_text(f"{HEAD}tariff,тариф,тариф,confirmed\n{row}\n", encoding="utf-8")
    with pytest.raises(UserError, match="row 3"):
        read_glossary(project)

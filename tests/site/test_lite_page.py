"""The plain parts of the exercise app's script, run by node: what a notebook holds, and what becomes of it."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from aimak.i18n import NAMES, catalogs
from aimak.lesson.answers import MIME, Record
from aimak.lesson.keeping import _file_name
from aimak.site.lite import words
from tests.conftest import ROOT

SCRIPT = ROOT / "src" / "aimak" / "site" / "lite" / "notebook.js"


def js(call: str, *values: object) -> Any:
    """What a call of the script gives: ``call`` names its arguments a, b, c …; a text of JSON comes back."""
    names = ", ".join("abcdef"[: len(values)])
    text = (
        f"import * as page from {json.dumps(SCRIPT.as_uri())};"
        f"const [{names}] = JSON.parse(process.argv[1]);"
        f"process.stdout.write(JSON.stringify({call}) ?? 'null');"
    )
    command = ["node", "--input-type=module", "-e", text, json.dumps(values)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def cell(source: str, grade_id: str = "", *records: Record, solution: bool = False) -> dict[str, Any]:
    outputs = [{"output_type": "display_data", "data": {MIME: one.as_json()}, "metadata": {}} for one in records]
    about = {"nbgrader": {"grade_id": grade_id, "solution": solution}} if grade_id else {}
    return {"cell_type": "code", "id": grade_id, "source": source, "metadata": about, "outputs": outputs}


def told(source: str | list[str], name: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "source": source, "metadata": {}}


def notebook(*records: Record, text: str = "first", task: str = "# ✎", form: str = "sums") -> dict[str, Any]:
    by_form = {one.form: one for one in records}
    return {
        "metadata": {"aimak": {"assignment": "demo", "kind": "form", "version": "1"}},
        "cells": [
            told([f"# Title {text}\n", "\n", "## Who are you?\n"], "a"),
            cell("form(who)", "demo-form-who", *([by_form["who"]] if "who" in by_form else [])),
            told("## Task 1", "b"),
            cell("form(sums)", f"demo-form-{form}", *([by_form["sums"]] if "sums" in by_form else [])),
            told("## Task 2", "c"),
            cell(task, "demo-task-one", solution=True),
        ],
    }


WHO = Record("demo", "who", "", "2026-11-25T10:00:00+06:00", {"trainee": "482 17", "municipality": "M01"})
SUMS = Record("demo", "sums", "M01", "2026-11-25T10:01:00+06:00", {"n": 4, "text": ""})


def placed(content: dict[str, Any], digest: str = "old") -> dict[str, Any]:
    return dict(js("page.placed(a, b)", content, {"sha256": digest, "text": f"{digest} en"}))


def test_a_copy_that_nobody_worked_on_is_replaced() -> None:
    mine = placed(notebook())
    mine["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "it ran"}]
    assert js("page.decide(a, b, c)", mine, notebook(text="second"), "new") == "put"
    assert js("page.decide(a, b, c)", None, notebook(), "new") == "put"


@pytest.mark.parametrize(
    "mine", [notebook(WHO), notebook(task="x = 1"), notebook(text="mine")], ids=["answer", "code", "text"]
)
def test_a_copy_that_somebody_worked_on_is_asked_about(mine: dict[str, Any]) -> None:
    made = placed(notebook())
    made["cells"] = mine["cells"]
    assert js("page.decide(a, b, c)", made, notebook(text="second"), "new") == "ask"
    made["metadata"]["aimak"]["declined"] = "new"
    assert js("page.decide(a, b, c)", made, notebook(text="second"), "new") == "keep"
    assert js("page.decide(a, b, c)", made, notebook(text="third"), "newer") == "ask"


def test_the_same_version_is_left_alone() -> None:
    assert js("page.decide(a, b, c)", placed(notebook(WHO)), notebook(), "old") == "keep"
    unknown = notebook()  # a file that somebody brought himself says nothing of where it came from
    assert js("page.decide(a, b, c)", unknown, notebook(text="second"), "new") == "ask"
    assert js("page.decide(a, b, c)", unknown, notebook(), "new") == "keep"


def test_answers_and_code_are_carried_into_a_version_that_has_their_places() -> None:
    mine = notebook(WHO, SUMS, task="x = 1")
    assert js("page.fits(a, b)", mine, notebook(text="second")) is True
    made = js("page.carried(a, b)", mine, notebook(text="second"))
    assert [one["form"] for one in js("page.records(a)", made)] == ["who", "sums"]
    assert made["cells"][5]["source"] == "x = 1"
    assert "second" in made["cells"][0]["source"][0]
    assert js("page.fits(a, b)", mine, notebook(form="other")) is False


def test_an_answer_that_is_off_the_page_is_put_back_and_a_newer_one_stays() -> None:
    known = js("page.answers(a)", notebook(WHO, SUMS))
    made = js("page.withAnswers(a, b)", notebook(), known)
    assert [one["form"] for one in js("page.records(a)", made)] == ["who", "sums"]
    newer = Record("demo", "sums", "M01", "2026-11-25T11:00:00+06:00", {"n": 5, "text": "a"})
    made = js("page.withAnswers(a, b)", notebook(WHO, newer), known)
    assert [one["values"] for one in js("page.records(a)", made) if one["form"] == "sums"] == [{"n": 5, "text": "a"}]


def test_what_is_missing_is_named_by_its_heading() -> None:
    assert js("page.missing(a)", notebook()) == {
        "none": ["Who are you?", "Task 1", "Task 2"], "partly": [], "code": "", "who": "Who are you?",
    }  # fmt: skip
    assert js("page.missing(a)", notebook(WHO, SUMS))["partly"] == ["Task 1"]
    written = notebook(WHO, SUMS, task="x = 1")
    assert js("page.missing(a)", written)["none"] == []
    elsewhere = Record("demo", "sums", "M02", "1", {"n": 4, "text": "a"})
    assert js("page.missing(a)", notebook(WHO, elsewhere))["none"] == ["Task 1", "Task 2"]


def kyrgyz() -> dict[str, Any]:
    made = notebook(text="Аталышы")
    made["metadata"]["aimak"]["language"] = "ky"
    made["cells"][2]["source"] = "## 1-тапшырма"
    speaks = {
        "cell_type": "code",
        "id": "aimak-language",
        "source": "use_language('ky')",
        "metadata": {},
        "outputs": [],
    }
    made["cells"].insert(1, speaks)
    return made


KY = {"sha256": "old", "text": "old ky"}


def sources(notebook: dict[str, Any]) -> list[str]:
    return ["".join(one["source"]) for one in notebook["cells"]]


def test_another_language_takes_the_texts_and_leaves_answers_and_code() -> None:
    mine = placed(notebook())
    mine["cells"][1] = notebook(WHO)["cells"][1]
    mine["cells"][5]["source"] = "x = 1"
    made = js("page.retold(a, b, c)", mine, kyrgyz(), KY)
    expected = sources(kyrgyz())
    expected[-1] = "x = 1"
    assert sources(made) == expected
    assert js("page.records(a)", made) == [WHO.as_json()]
    about = made["metadata"]["aimak"]
    assert (about["language"], about["text"], about["placed"]) == ("ky", "old ky", "old")
    assert js("page.touched(a)", made) is True
    back = js("page.retold(a, b, c)", made, notebook(), {"sha256": "old", "text": "old en"})
    assert sources(back) == sources(mine)
    assert js("page.decide(a, b, c)", made, notebook(), "old") == "keep"


def test_a_copy_that_nobody_worked_on_is_still_so_in_another_language() -> None:
    made = js("page.retold(a, b, c)", placed(notebook()), kyrgyz(), KY)
    assert js("page.touched(a)", made) is False


def test_a_text_that_the_trainee_changed_or_added_stays_through_every_language() -> None:
    mine = placed(notebook())
    mine["cells"][2]["source"] = "## Task 1, with my notes"
    mine["cells"].append(told("my own cell", "mine"))
    made = js("page.retold(a, b, c)", mine, kyrgyz(), KY)
    again = js("page.retold(a, b, c)", made, notebook(), {"sha256": "old", "text": "old en"})
    for one in (made, again):
        assert "## Task 1, with my notes" in sources(one)
        assert sources(one)[-1] == "my own cell"
        assert js("page.touched(a)", one) is True


def test_a_copy_that_does_not_know_its_texts_keeps_them() -> None:
    mine = notebook(WHO)
    mine["metadata"]["aimak"]["placed"] = "old"
    assert sources(js("page.retold(a, b, c)", mine, notebook(text="second"), KY)) == sources(mine)


def test_the_languages_are_those_of_the_course() -> None:
    found = re.search(r"export const NAMES = \{(.+)\};", (SCRIPT.parent / "words.js").read_text(encoding="utf-8"))
    assert found is not None
    assert dict(re.findall(r'(\w+): "([^"]+)"', found[1])) == NAMES


def test_a_count_takes_the_form_of_its_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "aimak.po").write_text(
        'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\nmsgid "{count} task is not answered yet:"\n'
        'msgid_plural "{count} tasks are not answered yet:"\nmsgstr[0] "Нет ответа на {count} задание:"\n'
        'msgstr[1] "Нет ответа на {count} задания:"\nmsgstr[2] "Нет ответа на {count} заданий:"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path)
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    catalogs.catalog.cache_clear()
    try:
        (tmp_path / "words-ru.js").write_text(words.words_script("ru"), encoding="utf-8")
    finally:
        catalogs.catalog.cache_clear()
    (tmp_path / "words.js").write_bytes((SCRIPT.parent / "words.js").read_bytes())
    (tmp_path / "package.json").write_text('{"type": "module"}')
    code = (
        "globalThis.location = {search: '?lang=LANG'}; const {say} = await import('./words.js');"
        "process.stdout.write(JSON.stringify([1, 2, 5, 21, 112].map((count) => say('unanswered', {count}))));"
    )
    said = {}
    for language in ("ru", "en", "xx"):
        command = ["node", "--input-type=module", "-e", code.replace("LANG", language)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=tmp_path)
        said[language] = [text.rpartition(" ")[2] for text in json.loads(done.stdout)]
    assert said["ru"] == ["задание:", "задания:", "заданий:", "задание:", "заданий:"]
    assert said["en"] == said["xx"] == ["yet:"] * 5


def test_the_title_is_the_first_heading() -> None:
    assert js("page.titleOf(a)", notebook()) == "Title first"
    assert js("page.titleOf(a)", {"cells": []}) == ""


def test_page_and_kernel_name_a_file_alike() -> None:
    made = js("page.fileName(a, new Date(2026, 10, 25, 14, 30))", notebook(WHO))
    assert made == "demo-48217-20261125-1430.ipynb"
    assert _file_name("demo", {"who": WHO}).startswith("demo-48217-")


def test_every_text_of_the_page_stands_in_one_table() -> None:
    known = words.english()
    for path in sorted(SCRIPT.parent.glob("*.js")):
        for key in re.findall(r"\b(?:say|tell|warn|calm)\(\"(\w+)\"", path.read_text(encoding="utf-8")):
            assert key in known, f"{path.name}: {key}"


def test_the_module_paths_are_those_that_are_published() -> None:
    names = {path.name for path in SCRIPT.parent.glob("*.js")}
    for path in SCRIPT.parent.glob("*.js"):
        for used in re.findall(r'from "\./(\w+\.js)"', path.read_text(encoding="utf-8")):
            assert used in names, f"{path.name} imports {used}"

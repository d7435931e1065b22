"""A catalog follows its sources, and no translation is lost on the way."""

from aimak.translation.message import Message, merge
from aimak.translation.pofile import AWAITS, Catalog, Entry
from aimak.translation.update import remember, update


def entry(text: str, translation: str = "", **more: object) -> Entry:
    return Entry((text,), (translation,), ("a.py",), **more)  # type: ignore[arg-type]


def catalog(*entries: Entry, language: str = "ru", obsolete: tuple[Entry, ...] = ()) -> Catalog:
    return Catalog(language, {e.texts[0]: e for e in entries}, {e.texts[0]: e for e in obsolete})


def brought(old: Catalog, *texts: str, others: tuple[Catalog, ...] = ()) -> Catalog:
    messages = merge(Message((text,), ("b.py",)) for text in texts)
    living = {*texts, *(text for other in others for text in other.entries)}
    return update(old, messages, remember([old, *others]), living)


def test_a_text_that_stays_keeps_its_translation_and_the_translators_comment() -> None:
    made = brought(catalog(entry("Save", "Сохранить", notes=("a button",))), "Save")
    assert made.entries["Save"] == Entry(("Save",), ("Сохранить",), ("b.py",), notes=("a button",))


def test_a_new_text_is_empty_and_in_kyrgyz_awaits_a_native_editor() -> None:
    assert brought(catalog(), "Save").entries["Save"].notes == ()
    made = brought(catalog(language="ky"), "Save").entries["Save"]
    assert (made.translation, made.notes) == (("",), (AWAITS,))


def test_a_changed_text_becomes_fuzzy_and_shows_what_the_guess_belongs_to() -> None:
    made = brought(catalog(entry("Save the file.", "Сохраните файл.")), "Save the file now.")
    found = made.entries["Save the file now."]
    assert (found.translation, found.fuzzy, found.previous) == (("Сохраните файл.",), True, ("Save the file.",))
    assert not made.obsolete


def test_a_text_that_changes_twice_still_shows_what_the_guess_belongs_to() -> None:
    once = brought(catalog(entry("Save the file.", "Сохраните файл.")), "Save the file now.")
    assert brought(once, "Save this file now.").entries["Save this file now."].previous == ("Save the file.",)


def test_a_changed_kyrgyz_text_awaits_a_native_editor_again() -> None:
    made = brought(catalog(entry("Save the file.", "Файлды сактаңыз."), language="ky"), "Save the file now.")
    assert made.entries["Save the file now."].awaits


def test_a_text_that_is_gone_is_kept_at_the_end_and_comes_back_with_its_translation() -> None:
    without = brought(catalog(entry("Save", "Сохранить")), "Other words altogether")
    assert "Save" not in without.entries
    back = brought(without, "Save")
    assert back.entries["Save"].translation == ("Сохранить",)
    assert not back.entries["Save"].fuzzy
    assert not back.obsolete


def test_a_text_that_moves_to_another_catalog_takes_its_translation_along() -> None:
    old = catalog(entry("Save", "Сохранить"))
    new = update(catalog(), merge([Message(("Save",), ("c.py",))]), remember([old]), {"Save"})
    assert new.entries["Save"].translation == ("Сохранить",)
    assert not update(old, {}, remember([old]), {"Save"}).obsolete


def test_a_text_that_gets_a_plural_has_all_forms_of_the_language_and_is_to_be_looked_at() -> None:
    messages = merge([Message(("{n} file", "{n} files"), ("b.py",))])
    made = update(catalog(entry("{n} file", "{n} файл")), messages, {}, messages).entries["{n} file"]
    assert made.translation == ("{n} файл",) * 3
    assert made.fuzzy


def test_a_text_of_several_files_names_each_and_stands_where_it_is_met_first() -> None:
    merged = merge([Message(("A",), ("1",)), Message(("B",), ("1",)), Message(("A",), ("2",)), Message(("A",), ("1",))])
    assert list(merged) == ["A", "B"]
    assert merged["A"].places == ("1", "2")

"""Bring a catalog to what its sources say now, and lose no translation on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from aimak.translation.message import Message
from aimak.translation.pofile import AWAITS, Catalog, Entry, plural_forms

#: How alike a new text and one that is gone must be, for the old translation to be offered as a guess.
_ALIKE = 0.6


def update(
    old: Catalog, messages: Mapping[str, Message], memory: Mapping[str, Entry], living: Collection[str]
) -> Catalog:
    """The catalog with exactly ``messages``, in their order.

    A text that stands in it keeps its translation and the translators' comments. A text that moved here from another
    catalog, or comes back, takes its translation along. A changed one becomes fuzzy: it keeps the old translation as a
    guess, and the text that this belongs to. What is gone stays at the end, as obsolete.

    :param memory: translated entries of all catalogs of the language, by text.
    :param living: the texts in use in any catalog.
    """
    gone = {text: one for text, one in old.entries.items() if text not in messages and any(one.translation)}
    gone = {text: one for text, one in gone.items() if text not in living}
    entries: dict[str, Entry] = {}
    for text, message in messages.items():
        known = old.entries.get(text) or memory.get(text) or old.obsolete.get(text)
        if known is not None:
            entries[text] = _known(known, message, old.language)
            continue
        guess = _most_alike(text, gone)
        if guess is None:
            entries[text] = _new(message, old.language)
        else:
            del gone[guess.texts[0]]
            entries[text] = _changed(guess, message, old.language)
    kept = {text: one for text, one in old.obsolete.items() if text not in living}
    obsolete = {text: replace(one, places=(), hints=(), fuzzy=False, previous=()) for text, one in gone.items()}
    return Catalog(old.language, entries, kept | obsolete)


def _known(known: Entry, message: Message, language: str) -> Entry:
    now = replace(known, texts=message.texts, places=message.places, hints=message.hints)
    if len(known.texts) != len(message.texts):  # a plural came or went
        forms = _fitted(known.translation, message, language)
        return replace(now, translation=forms, fuzzy=any(forms), previous=known.texts if any(forms) else ())
    if language == "ky" and not any(known.translation) and not known.awaits:
        return replace(now, notes=(*known.notes, AWAITS))
    return now


def _new(message: Message, language: str) -> Entry:
    notes = (AWAITS,) if language == "ky" else ()
    return Entry(message.texts, _fitted(("",), message, language), message.places, message.hints, notes)


def _changed(guess: Entry, message: Message, language: str) -> Entry:
    forms = _fitted(guess.translation, message, language)
    previous = guess.previous if guess.fuzzy and guess.previous else guess.texts
    notes = guess.notes if language != "ky" or guess.awaits else (*guess.notes, AWAITS)
    return Entry(message.texts, forms, message.places, message.hints, notes, fuzzy=True, previous=previous)


def _fitted(translation: tuple[str, ...], message: Message, language: str) -> tuple[str, ...]:
    """As many forms as the text needs; those that are missing repeat the last."""
    count = plural_forms(language) if len(message.texts) > 1 else 1
    return (*translation[:count], *[translation[-1]] * (count - len(translation)))


def _most_alike(text: str, gone: Mapping[str, Entry]) -> Entry | None:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    best, best_ratio = None, _ALIKE
    for candidate, entry in gone.items():
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
            ratio = matcher.ratio()
            if ratio > best_ratio:
                best, best_ratio = entry, ratio
    return best


def remember(catalogs: Iterable[Catalog]) -> dict[str, Entry]:
    """Every translated text of a language: one that is in use before one that is gone."""
    memory: dict[str, Entry] = {}
    whole = list(catalogs)
    for shelf in (*(one.entries for one in whole), *(one.obsolete for one in whole)):
        for text, entry in shelf.items():
            if entry.is_translated and not entry.fuzzy:
                memory.setdefault(text, entry)
    return memory

"""Catalogs as files: read, and written so that the same content gives the same bytes (no dates, no line numbers)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileError, escape, normalize, read_po, unescape

from aimak.errors import UserError
from aimak.i18n import translate as _

#: The translators' comment on a Kyrgyz text that no native editor has looked at.
AWAITS = "awaits a native editor"
_PREVIOUS = ("| msgid ", "| msgid_plural ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a catalog.

    :param texts: as :attr:`Message.texts`.
    :param translation: one text, or one for each plural form of the language; empty where there is none yet.
    :param notes: translators' comments.
    :param fuzzy: True if the translation is a guess, taken from the text that stood here before (``previous``).
    """

    texts: tuple[str, ...]
    translation: tuple[str, ...]
    places: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fuzzy: bool = False
    previous: tuple[str, ...] = ()

    @property
    def is_translated(self) -> bool:
        """True if every form has a text; it may still be a guess."""
        return all(self.translation)

    @property
    def awaits(self) -> bool:
        """True if no native editor has looked at it."""
        return AWAITS in self.notes


@dataclass(frozen=True, slots=True)
class Catalog:
    """One .po file: what is in use by its first text, and translations of texts that are gone."""

    language: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    obsolete: Mapping[str, Entry] = field(default_factory=dict)


def read_pofile(path: Path, language: str) -> Catalog:
    """The catalog in ``path``; an empty one if there is no file.

    :raises UserError: naming file and line if the file is no catalog.
    """
    if not path.is_file():
        return Catalog(language)
    try:
        with path.open("rb") as file:
            read = read_po(file, locale=language, abort_invalid=True)
    except PoFileError as error:
        raise UserError(
            _("{file}:{line}: {what}.").format(file=path, line=error.lineno + 1, what=error),
            _("Mend the line, for example in Poedit."),
        ) from None
    except (UnicodeDecodeError, ValueError, IndexError) as error:
        raise UserError(
            _("{file} is no catalog ({error}).").format(file=path, error=error),
            _("Take the file as it was last committed."),
        ) from None
    live = [_entry(one) for one in read if one.id]
    gone = [_entry(one) for one in read.obsolete.values()]
    return Catalog(language, {one.texts[0]: one for one in live}, {one.texts[0]: one for one in gone})


def _entry(found: BabelMessage) -> Entry:
    comments = [one for one in found.user_comments if one]
    previous = tuple(
        str(unescape(one.removeprefix(start))) for start in _PREVIOUS for one in comments if one.startswith(start)
    )
    return Entry(
        texts=_forms(found.id),
        translation=_forms(found.string),
        places=tuple(place for place, _line in found.locations),
        hints=tuple(found.auto_comments),
        notes=tuple(one for one in comments if not one.startswith("|")),
        fuzzy=found.fuzzy,
        previous=previous,
    )


def _forms(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value or ""),)


def plural_forms(language: str) -> int:
    """How many plural forms ``language`` has."""
    return int(BabelCatalog(locale=language).num_plurals)


def pofile_text(catalog: Catalog) -> str:
    """The whole text of the .po file."""
    babel = BabelCatalog(locale=catalog.language)
    name = Locale.parse(catalog.language).english_name
    lines = [
        f"# {name} texts of the Aimak course kit. Licence of the texts: CC BY 4.0.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: aimak\\n"',
        f'"Language: {catalog.language}\\n"',
        f'"Plural-Forms: {babel.plural_forms}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        "",
    ]
    for entry in catalog.entries.values():
        lines += [*_about(entry), *_texts(entry, ""), ""]
    for entry in catalog.obsolete.values():
        lines += [*(f"# {note}" for note in entry.notes), *_texts(entry, "#~ "), ""]
    return "\n".join([*lines, ""])


def _about(entry: Entry) -> Iterator[str]:
    yield from (f"# {note}" for note in entry.notes)
    yield from (f"#. {hint}" for hint in entry.hints)
    yield from (f"#: {place}" for place in entry.places)
    flags = {"fuzzy"} if entry.fuzzy else set()
    flags |= BabelMessage(entry.texts if len(entry.texts) > 1 else entry.texts[0]).flags
    if flags:
        yield f"#, {', '.join(sorted(flags))}"
    for start, text in zip(_PREVIOUS, entry.previous, strict=False):
        yield f"#{start}{escape(text)}"


def _texts(entry: Entry, prefix: str) -> Iterable[str]:
    names = ["msgid", "msgid_plural"]
    yield from (f"{prefix}{name} {_long(text, prefix)}" for name, text in zip(names, entry.texts, strict=False))
    if len(entry.texts) == 1:
        yield f"{prefix}msgstr {_long(entry.translation[0], prefix)}"
    else:
        yield from (f"{prefix}msgstr[{place}] {_long(one, prefix)}" for place, one in enumerate(entry.translation))


def _long(text: str, prefix: str) -> str:
    return str(normalize(text, prefix=prefix, width=0))

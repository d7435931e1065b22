"""Gather every text of the project and bring all catalogs of all languages to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from aimak.files import write_whole
from aimak.i18n import LANGUAGES
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.translation.book import book_messages, exercise_messages, slide_messages
from aimak.translation.click_texts import click_messages
from aimak.translation.code import code_messages
from aimak.translation.message import Message, catalog_folder, catalog_path, merge
from aimak.translation.pofile import Catalog, pofile_text, read_pofile
from aimak.translation.update import remember, update

#: The languages that English is translated into.
TARGETS = tuple(code for code in LANGUAGES if code != "en")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a run of :func:`extract` found.

    :param messages: how many texts the sources have.
    :param changed: the .po files that are not as the sources want them; written, unless it was only asked.
    """

    messages: int
    changed: tuple[Path, ...]


def gather(project: Project, step: Callable[[str], None] = lambda _text: None) -> dict[str, dict[str, Message]]:
    """All texts of the project by catalog: ``aimak``, ``budget``, ``book/intro``, ``exercises/budget`` …

    :param step: told what is being done, for a progress line.
    :raises UserError: naming file and line of a text that cannot be translated, or of what cannot be read.
    """
    step(_("the code"))
    found: dict[str, list[Message]] = {}
    for name, message in code_messages(project):
        found.setdefault(name, []).append(message)
    for name, message in click_messages():
        found.setdefault(name, []).append(message)
    step(_("the exercises and slides"))
    for name, message in chain(exercise_messages(project), slide_messages(project)):
        found.setdefault(name, []).append(message)
    step(_("the book"))
    for name, message in book_messages(project):
        found.setdefault(name, []).append(message)
    return {name: merge(messages) for name, messages in sorted(found.items())}


def extract(
    project: Project,
    step: Callable[[str], None] = lambda _text: None,
    languages: Sequence[str] = TARGETS,
    *,
    write: bool = True,
) -> Extracted:
    """Update every catalog; a catalog that is as it should be is not touched.

    :param write: False to look only.
    :raises UserError: as :func:`gather`, or if a catalog cannot be read.
    """
    texts = gather(project, step)
    changed: list[Path] = []
    for language in languages:
        step(_("the catalogs of {language}").format(language=language))
        for path, content in updated(project, texts, language).items():
            if not path.is_file() or path.read_text(encoding="utf-8") != content:
                changed.append(path)
                if write:
                    write_whole(path, content)
    return Extracted(sum(len(one) for one in texts.values()), tuple(changed))


def updated(project: Project, texts: Mapping[str, Mapping[str, Message]], language: str) -> dict[Path, str]:
    """What each .po file of ``language`` should hold. A page that is gone leaves its translations as obsolete."""
    # A catalog beside the code that none of our sources fills, such as Sphinx's own words, is kept by hand.
    ours = [name for name in catalog_names(project, language) if "/" in name or name in texts]
    names = sorted({*texts, *ours})
    old = {name: read_pofile(catalog_path(project, language, name), language) for name in names}
    memory = remember(old.values())
    living = {text for messages in texts.values() for text in messages}
    made: dict[Path, str] = {}
    for name in names:
        now = update(old[name], texts.get(name, {}), memory, living)
        made[catalog_path(project, language, name)] = pofile_text(now)
    return made


def catalog_names(project: Project, language: str) -> list[str]:
    """The names of the catalogs that exist in ``language``."""
    found = []
    for runtime in (True, False):
        folder = catalog_folder(project, language, runtime=runtime)
        found += [path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.rglob("*.po"))]
    return found


def read_catalogs(project: Project, language: str) -> dict[str, Catalog]:
    """All catalogs of a language by name, as they stand."""
    names = catalog_names(project, language)
    return {name: read_pofile(catalog_path(project, language, name), language) for name in names}

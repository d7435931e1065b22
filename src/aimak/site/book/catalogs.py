"""The catalogs that Sphinx reads for one language, as a tree under `_build/locale`.

They are those of `book/locale`, without the pages that are shown in English. Those of the pseudo-language are made from
the templates for translators.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from aimak.files import write_whole
from aimak.i18n.pseudo import pseudo
from aimak.project import Project
from aimak.site.book.frame import FRAME, SCRIPT_TEXTS
from aimak.site.book.units import shown_in

#: Catalogs below these folders are no pages: they belong to notebooks.
_NO_PAGES = ("exercises/", "book/slides/")


def write_catalogs(project: Project, language: str, locales: Path) -> Path:
    """Write the tree of ``language``; a catalog that would not change is left alone, one that is gone goes.

    :param locales: holds ``<language>/LC_MESSAGES/<page>.po``, such as `book/locale`.
    :returns: the folder for Sphinx's `locale_dirs`.
    """
    source = locales / language / "LC_MESSAGES"
    root = project.build / "locale"
    target = root / language / "LC_MESSAGES"
    wanted = set()
    for path in sorted(source.rglob("*.po")):
        name = path.relative_to(source)
        if (
            not name.as_posix().startswith(_NO_PAGES)
            and shown_in(name.with_suffix("").as_posix(), language) == language
        ):
            write_whole(target / name, path.read_bytes())
            wanted.add(name)
    for path in sorted(target.rglob("*.[mp]o")):
        if path.relative_to(target).with_suffix(".po") not in wanted:
            path.unlink()
    frame = texts_of(source / f"{FRAME}.po")
    said = {"locale": language, "messages": {text: frame[text] for text in SCRIPT_TEXTS if text in frame}}
    script = f"Documentation.addTranslations({json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1)});\n"
    write_whole(target / f"{FRAME}.js", script)
    return root


def texts_of(path: Path) -> Mapping[str, str]:
    """The translated texts of a catalog: source -> translation; none where there is no such file."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id and one.string and not one.fuzzy}


def write_pseudo_catalogs(templates: Path, locales: Path, language: str) -> None:
    """Make a catalog of the pseudo-language from each template.

    :param templates: `.pot` files by page, as :func:`aimak.site.book.extract_book` leaves them.
    :param locales: gets ``<language>/LC_MESSAGES/<page>.po``.
    """
    for path in sorted(templates.rglob("*.pot")):
        made = Catalog(project="aimak", fuzzy=False)
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    made.add(message.id, pseudo(str(message.id)))
        out = io.BytesIO()
        write_po(out, made, width=0, omit_header=True)
        name = path.relative_to(templates).with_suffix(".po")
        write_whole(locales / language / "LC_MESSAGES" / name, out.getvalue())

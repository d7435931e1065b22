"""Find the catalogs of a language and read them. In the source tree a changed catalog is compiled when it is read."""

from __future__ import annotations

import datetime
import gettext
import io
import os
from functools import cache
from pathlib import Path

from aimak.i18n.pseudo import PSEUDO, Pseudo

LOCALES = Path(__file__).parent / "locale"
#: Stands in compiled catalogs for the minute in which they are compiled, so that the same texts give the same bytes.
CREATED = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


@cache
def catalog(code: str) -> gettext.NullTranslations:
    """All texts of a language, of the kit and of every unit; English has none and gives each text back."""
    if code == PSEUDO:
        return Pseudo()
    if code == "en":
        return gettext.NullTranslations()
    return read_catalogs(LOCALES / code / "LC_MESSAGES")


def read_catalogs(folder: Path) -> gettext.NullTranslations:
    """The catalogs of a folder as one; where two have a text, that of the first by name holds.

    :returns: translations that give every text back where there are no catalogs.
    """
    unwritten: dict[Path, bytes] = {}
    try:
        compile_catalogs(folder)
    except OSError:  # sources that may only be read: somebody else's, or seen through the fence
        unwritten = {path.with_suffix(".mo"): _compiled(path) for path in _stale(folder)}
    whole = gettext.NullTranslations()
    for path in sorted({*folder.glob("*.mo"), *unwritten}):
        whole.add_fallback(gettext.GNUTranslations(io.BytesIO(unwritten.get(path) or path.read_bytes())))
    return whole


def texts(code: str) -> dict[str, str]:
    """Every text that the catalogs of a language have translated: the English one, and what it is in that language.

    Texts with plural forms are left out, and the pseudo-language has none.
    """
    found: dict[str, str] = {}
    part: gettext.NullTranslations | None = catalog(code)
    while part is not None:
        for text, translated in getattr(part, "_catalog", {}).items():
            if isinstance(text, str) and text and translated:
                found.setdefault(text, translated)
        part = getattr(part, "_fallback", None)
    return found


def compile_catalogs(folder: Path) -> list[Path]:
    """Write `<domain>.mo` beside each `<domain>.po` below ``folder`` that changed. What is installed has none of these.

    Fuzzy texts are left out: they are shown in English until somebody has looked at them.

    :returns: the files written.
    :raises OSError: if the folder takes none.
    """
    stale = _stale(folder)
    if not stale:
        return []
    try:
        import babel.messages.mofile  # noqa: F401
    except ImportError:  # a plain installation has compiled catalogs only
        return []
    for path in stale:
        _write(path.with_suffix(".mo"), _compiled(path))
    return [path.with_suffix(".mo") for path in stale]


def folder_language(path: Path) -> str:
    """The language of a catalog, from `…/locale/<language>/LC_MESSAGES/…`."""
    parts = path.parts
    return parts[len(parts) - 2 - parts[::-1].index("LC_MESSAGES")] if "LC_MESSAGES" in parts else "en"


def _stale(folder: Path) -> list[Path]:
    return [one for one in sorted(folder.rglob("*.po")) if _is_stale(one, one.with_suffix(".mo"))]


def _is_stale(source: Path, made: Path) -> bool:
    return not made.is_file() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compiled(path: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        texts = read_po(file, locale=folder_language(path))
    texts.creation_date = CREATED
    out = io.BytesIO()
    write_mo(out, texts)
    return out.getvalue()


def _write(path: Path, data: bytes) -> None:
    import tempfile  # most commands find every catalog compiled

    # As a whole: two commands may start at the same time.
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).chmod(0o644)
    Path(name).replace(path)

"""No dependency is available only under GPL or AGPL."""

import importlib.metadata
import json
import re
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

#: Reviewed by hand, because their metadata does not say it.
REVIEWED: dict[str, str] = {"pkginfo": "MIT, as its file LICENSE.txt says"}
_FREE = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla|Unlicense|Public Domain|CC0|HPND|Artistic|LGPL|"
    r"Lesser General|Zlib|0BSD|CNRI|Historical Permission|CC-BY",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(?<!L)(?<!Lesser )\b(A?GPL|(Affero )?General Public License)", re.IGNORECASE)


def closure(name: str, seen: set[str]) -> Iterator[importlib.metadata.Distribution]:
    """The installed distributions that ``name`` needs, with all that they need."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return  # for another system or Python
    for text in found.requires or []:
        requirement = Requirement(text)
        extras = ("kit", "print", "dev") if name == "aimak" else ("",)
        wanted = requirement.marker is None or any(requirement.marker.evaluate({"extra": one}) for one in extras)
        if wanted and requirement.name.lower() not in seen:
            seen.add(requirement.name.lower())
            if requirement.name != "aimak":
                yield from closure(requirement.name, seen)
    if name != "aimak":
        yield found


def words(found: importlib.metadata.Distribution) -> str:
    meta = found.metadata
    classifiers = [c for c in meta.get_all("Classifier") or [] if c.startswith("License")]
    return " ; ".join([meta.get("License-Expression") or (meta.get("License") or "")[:300], *classifiers])


def test_no_python_package_is_under_gpl_only() -> None:
    found = {one.metadata["Name"]: words(one) for one in closure("aimak", set())}
    assert len(found) > 100
    unknown = [name for name, text in found.items() if not _FREE.search(text) and name not in REVIEWED]
    assert {name: found[name] for name in unknown} == {}


def test_the_search_tells_gpl_only_from_a_choice() -> None:
    assert not _FREE.search("GPL-3.0-only")
    assert not _FREE.search("License :: OSI Approved :: GNU Affero General Public License v3")
    assert _FREE.search("MIT OR GPL-2.0")
    assert _STRONG.search("GPL-3.0-only")


@pytest.mark.parametrize("kind", ["dependencies", "devDependencies"])
def test_no_npm_package_is_under_gpl_only(kind: str) -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    for path, about in lock["packages"].items():
        if path:
            meta = json.loads((ROOT / path / "package.json").read_text(encoding="utf-8"))
            assert _FREE.search(str(meta.get("license") or meta.get("licenses"))), (kind, path, meta.get("license"))
            assert about

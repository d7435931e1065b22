"""What the theme says is whole in each language of the course."""

import re

import pytest

from aimak.i18n import LANGUAGES
from aimak.project import Project
from aimak.site.book.catalogs import texts_of
from aimak.site.book.frame import TEXTS, frame_config


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_text_is_translated_and_keeps_its_places(checkout: Project, language: str) -> None:
    texts = texts_of(checkout.root / "book" / "locale" / language / "LC_MESSAGES" / "sphinx.po")
    assert set(texts) == set(TEXTS)
    for source, target in texts.items():
        places = re.compile(r"%\(\w+\)s|%s|\$\{\w+\}")
        assert sorted(places.findall(source)) == sorted(places.findall(target)), source


def test_what_sphinx_is_told_comes_from_the_kit_and_the_frame() -> None:
    told = frame_config("qps", {"Click to show": "⟦show⟧"})
    assert told["togglebutton_hint"] == "⟦show⟧"
    assert told["html_title"].startswith("⟦")
    assert told["html_title"] == told["project"]

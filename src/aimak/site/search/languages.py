"""What Sphinx asks of a search language, for the index in Python and for the page in JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path

import snowballstemmer
import sphinx.search
from sphinx.search import SearchLanguage, parse_stop_word
from sphinx.search.en import english_stopwords
from sphinx.search.ru import russian_stopwords

from aimak.i18n.order import fold
from aimak.site.search import kyrgyz
from aimak.site.search.spelling import SPELLINGS, one_spelling

_KYRGYZ_STOPWORDS = parse_stop_word("""
ал алар анын аны ага андан алардын биз бизге биздин бир бул бүт да дагы деген деп жана же жок мен менен мында ошол
ошондой өз өзү сиз сизге сиздин тиги үчүн уже эле эмес эми эмне эмнени эң эгер бирок болуп болгон болот кылып керек
""")
_LATIN = re.compile("[a-z]")
#: A vowel that other forms of a Russian word lack, which Snowball leaves: остаток, остатка; ошибка, ошибок.
FLEETING = "(..[бвгджзклмнпрстфхцчшщ])[ое]к$"
_SCRIPTS = Path(sphinx.search.__file__).parent / "minified-js"


class PageSearch(SearchLanguage):
    """Search in pages of one language. Latin words are stemmed as English, Cyrillic ones as ``cyrillic`` says."""

    cyrillic = "russian"

    def init(self, options: dict[str, str]) -> None:
        """Make the stemmers; Sphinx calls this once."""
        self._latin = snowballstemmer.stemmer("porter")
        self._russian = snowballstemmer.stemmer("russian")
        self.js_stemmer_code = self._script()

    def stem(self, word: str) -> str:
        """What stands in the index for a word."""
        folded = one_spelling(word)
        latin = bool(_LATIN.search(folded))
        if self.cyrillic == "kyrgyz" and not latin:
            return kyrgyz.kyrgyz_stem(folded)
        stem = self._latin.stemWord(folded) if latin else re.sub(FLEETING, r"\1к", self._russian.stemWord(folded))
        # A page leaves out what is shorter, so “GFS” must not become “gf”.
        return folded if len(stem) < kyrgyz.LEAST else str(stem)

    def _script(self) -> str:
        template = (Path(__file__).parent / "stem.js").read_text(encoding="utf-8")
        letters = "өүңё"
        parts = {
            "CYRILLIC": json.dumps(self.cyrillic),
            "FOLDED": json.dumps(dict(zip(letters, fold(letters), strict=True)), ensure_ascii=False),
            "SPELLINGS": json.dumps(SPELLINGS, ensure_ascii=False),
            "PATTERNS": json.dumps(kyrgyz.PATTERNS, ensure_ascii=False),
            "KEPT": json.dumps(kyrgyz.KEPT, ensure_ascii=False),
            "LEAST": str(kyrgyz.LEAST),
            "HARD": json.dumps(kyrgyz.HARD, ensure_ascii=False),
            "FLEETING": json.dumps(FLEETING, ensure_ascii=False),
            "VOWELS": json.dumps(kyrgyz.VOWELS, ensure_ascii=False),
            "STEMMERS": "".join(
                (_SCRIPTS / name).read_text(encoding="utf-8") + "\n"
                # Not the English stemmer that Sphinx takes: it stems “assembly” in one way here and in another there.
                for name in ("base-stemmer.js", "porter-stemmer.js", "russian-stemmer.js")
            ),
        }
        for name, part in parts.items():
            template = template.replace(f"__{name}__", part)
        return template


class EnglishSearch(PageSearch):
    """Pages in English; the glossary's Russian and Kyrgyz words stand in them too."""

    lang = "en"
    language_name = "English"
    stopwords = english_stopwords


class RussianSearch(PageSearch):
    """Pages in Russian."""

    lang = "ru"
    language_name = "Russian"
    stopwords = russian_stopwords


class KyrgyzSearch(PageSearch):
    """Pages in Kyrgyz. Words without meaning are left out of a query however they are typed."""

    lang = "ky"
    language_name = "Kyrgyz"
    cyrillic = "kyrgyz"
    stopwords = _KYRGYZ_STOPWORDS | {fold(word) for word in _KYRGYZ_STOPWORDS}


SEARCH_LANGUAGES = (EnglishSearch, RussianSearch, KyrgyzSearch)

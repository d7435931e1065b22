"""People are addressed politely: Вы in Russian, Сиз in Kyrgyz."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimak.i18n import translate as _

#: Words that only a familiar address has. Commands are those that the course uses and that are no other word.
_FAMILIAR = {
    "ru": re.compile(
        r"\b(ты|тебя|тебе|тобой|тобою|тво[йяёеию]|твоего|твоему|твоей|твоим|твоих|твоими|"
        r"нажми|выбери|введи|открой|сохрани|проверь|посмотри|напиши|скачай|отправь|заполни|попробуй|прочитай|"
        r"сравни|подумай|вернись|запусти|сделай|смотри)\b",
        re.IGNORECASE,
    ),
    "ky": re.compile(r"\b(сен|сени|сенин|сага|сенде|сенден|сеники|\w{3,}с[ыиуү]ң)\b", re.IGNORECASE),
}
_POLITE = {"ru": "Вы", "ky": "Сиз"}


def address(source: str, translation: str, language: str) -> Iterator[str]:
    """Words that address the reader as a child or a friend."""
    familiar = _FAMILIAR.get(language)
    if familiar:
        for found in dict.fromkeys(one[0] for one in familiar.finditer(translation)):
            yield _("“{word}” is familiar: the course says {polite}.").format(word=found, polite=_POLITE[language])

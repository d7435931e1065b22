"""Invented people for a sample class: common given names, surnames that nobody bears, and what they write."""

from __future__ import annotations

import random
from collections.abc import Sequence

from aimak.cohort.codes import new_codes
from aimak.cohort.roster import Trainee
from aimak.data import Municipality

_GIVEN = {
    ("ky", "f"): ("Айгүл", "Бүбүсара", "Гүлзат", "Жаңыл", "Каныкей", "Нургүл", "Өмүркан", "Чынара", "Элнура", "Үмүт"),
    ("ky", "m"): ("Азамат", "Бакыт", "Дөөлөт", "Жыргал", "Кубаныч", "Мирлан", "Нурлан", "Өскөн", "Талант", "Үсөн"),
    ("ru", "f"): ("Анна", "Вера", "Галина", "Елена", "Ирина", "Мария", "Наталья", "Ольга", "Светлана", "Татьяна"),
    ("ru", "m"): ("Алексей", "Борис", "Виктор", "Геннадий", "Дмитрий", "Игорь", "Николай", "Олег", "Павел", "Сергей"),
}
#: Made from ordinary words, so that no family is meant.
_SURNAMES = {
    "ky": ("Үлгүсөзов", "Көнүгүбаев", "Таңсынов", "Өрнөктөев", "Сынакбеков", "Жаңыгүлов", "Мисалиев", "Түшүнүков"),
    "ru": ("Примеров", "Образцов-Учебный", "Задачин", "Пробников", "Черновиков", "Тетрадкин", "Урочный", "Счётов"),
}
_ROLES = ("accountant", "head", "deputy", "specialist")
_AGES = ("18-29", "30-44", "45-59", "60+")

#: What trainees write on the notice board, by what they did: kept services running, or cut everybody alike.
TEXTS = {
    ("ky", "cares"): "Жол оңдоо кийинки жылга жылды, анткени теңдештирүүчү трансферт азайды. "
    "Суу, таштанды ташуу жана бала бакча иштей берет.",
    ("ky", "vague"): "Каражат аз болгондуктан чыгашалар кыскартылды.",
    ("ru", "cares"): "Ремонт дороги отложен на год: выравнивающий трансферт меньше, чем мы ждали. "
    "Вода, вывоз мусора и детский сад работают дальше.",
    ("ru", "vague"): "В связи с недостатком средств расходы оптимизированы.",
    ("en", "cares"): "The road repair waits a year, because the levelling transfer is smaller. "
    "Water, waste and the kindergarten keep running.",
    ("en", "vague"): "Due to lack of funds, expenditure was optimised.",
}


def people(count: int, places: Sequence[Municipality], draw: random.Random) -> tuple[Trainee, ...]:
    """Invented trainees, spread over the places; two in three read Kyrgyz, the others Russian.

    :param count: how many; every code is different.
    """
    codes = new_codes(draw)
    made = []
    for number in range(count):
        language = draw.choice(("ky", "ky", "ru"))
        sex = draw.choice(("f", "f", "m"))
        surname = draw.choice(_SURNAMES[language])
        if sex == "f":
            surname = _of_a_woman(surname)
        made.append(
            Trainee(
                code=next(codes),
                name=f"{draw.choice(_GIVEN[language, sex])} {surname}",
                sex=sex,
                age=draw.choice(_AGES),
                role=draw.choice(_ROLES),
                municipality=places[number % len(places)].code,
                language=language,
            )
        )
    return tuple(made)


def _of_a_woman(surname: str) -> str:
    if surname.endswith(("ов", "ев", "ин")):
        return f"{surname}а"
    return f"{surname[:-2]}ая" if surname.endswith("ый") else surname

"""A hall of people who want to speak, drawn with a seed: who comes early speaks early, and long."""

from __future__ import annotations

import random

from aimak.municipal.hearing.rounds import Speaker

#: Who raises a hand early: men of the centre first, people of the far village last. Invented for training.
_LATE_WOMAN, _LATE_YOUNG, _LATE_VILLAGE = 25, 15, 45


def draw_hall(seed: str, people: int, villages: int, women: float, young: float) -> tuple[Speaker, ...]:
    """A hall drawn with ``seed``: the same seed gives the same hall on every machine.

    :param people: how many want to speak.
    :param villages: how many villages they come from; with one, its far end counts as the far village.
    :param women: the share of women among them, 0 to 1; ``young`` the share of young people.
    :raises ValueError: if a count is not above zero, or a share lies outside 0 to 1.
    """
    for name, count in (("people", people), ("villages", villages)):
        if count <= 0:
            raise ValueError(f"{name}: must be above zero, not {count}")
    for name, part in (("women", women), ("young", young)):
        if not 0 <= part <= 1:
            raise ValueError(f"{name}: a share lies between 0 and 1, not {part}")
    draw = random.Random(seed)
    places = max(2, min(villages, 4))
    drafts = []
    for at in range(people):
        # Fixed counts, spread over the hall, so that a small hall has its women and its far village too.
        woman, youth = at < round(women * people), at % 5 < round(young * 5)
        village = places - 1 if at % 6 == 5 else at % max(1, places - 1)
        late = _LATE_WOMAN * woman + _LATE_YOUNG * youth + _LATE_VILLAGE * (village == places - 1)
        wants = draw.randrange(3, 6) if woman or youth else draw.randrange(4, 11)
        drafts.append((late + draw.randrange(60), at, wants, village, woman, youth))
    drafts.sort()
    return tuple(
        Speaker(place, wants, village, woman, youth)
        for place, (_late, _at, wants, village, woman, youth) in enumerate(drafts)
    )

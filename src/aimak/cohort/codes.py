"""Trainee codes: five digits, the last of which tells a typing error.

Digits are found on every keyboard, Latin or Cyrillic, and are said alike in every language. The check digit is Damm's
(H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004): it finds every single wrong digit and every two neighbours
that were exchanged.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Container, Iterator

_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
#: Letters that fingers and eyes take for digits, and Cyrillic letters that look like Latin ones.
_DIGITS = str.maketrans("OОDQIІLЗБ", "000011136")
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


def check_digit(digits: str) -> str:
    """The digit to put behind ``digits``."""
    state = 0
    for digit in digits:
        state = int(_DAMM[state][int(digit)])
    return str(state)


def fits(code: str) -> bool:
    """True if a code is of another kind than ours, or its last digit is right."""
    bare = tidy(code)
    return not (bare.isdecimal() and len(bare) == 5) or check_digit(bare[:-1]) == bare[-1]


def new_codes(draw: random.Random, taken: Container[str] = ()) -> Iterator[str]:
    """Codes that nobody has yet; the first digit is never 0, which spreadsheets drop."""
    seen: set[str] = set()
    while True:
        front = str(draw.randrange(1000, 10_000))
        code = front + check_digit(front)
        if code not in seen and code not in taken:
            seen.add(code)
            yield code


def tidy(typed: str) -> str:
    """A code as the roster writes it: capitals, without blanks and signs between."""
    # A spreadsheet may have made 48213 into 48213.0.
    wide = unicodedata.normalize("NFKC", typed.replace("№", " ")).strip().upper().removesuffix(".0")
    return "".join(c for c in wide if c.isalnum())


def same_code(typed: str, codes: Container[str]) -> str | None:
    """The code of the roster that was meant, or None. Letters that look alike count as the same."""
    bare = tidy(typed)
    tries = (bare, bare.translate(_DIGITS), bare.translate(_LATIN), bare.translate(_LATIN).translate(_DIGITS))
    found = next((one for one in tries if one and one in codes), None)
    if found is not None:
        return found
    # A trainee may type the words that stand before the code on the slip.
    digits = "".join(c for c in bare if c.isdecimal())
    last = re.search(r"(?<!\d)\d{5}$", bare.translate(_DIGITS))
    if len(digits) == 5 and digits in codes:
        return digits
    return last[0] if last and last[0] in codes and fits(last[0]) else None

"""Names of files that people receive: in their language, and such that every system and messenger takes them.

Names that programs look for stay the same in every language: `roster.csv` and its columns, `ledger.db`, the pages of
the report (they link to one another), and what lies in nbgrader's folders, `feedback/CODE/EXERCISE/EXERCISE.html`
(nbgrader's exchange finds them by it). What a person opens, or is sent, is called in that person's language: the
workbook and the CSV of a report in the trainer's, the page that a trainee gets in the trainee's.
"""

from __future__ import annotations

import re
import unicodedata

#: In characters and in bytes of UTF-8, with the ending: ext4 keeps 255 bytes, some messengers cut at 100 characters.
MOST, MOST_BYTES = 100, 200
#: What no name may hold in Windows, and what ends a word there.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")


def file_name(text: str, ending: str) -> str:
    """A file's name from a text for people; letters of every script stay.

    :param ending: with its point, such as ``.xlsx``.
    """
    bare = unicodedata.normalize("NFC", text)
    bare = "".join(c if c.isprintable() else " " for c in _FORBIDDEN.sub(" ", bare))
    bare = " ".join(bare.split()).strip(" .")
    if _RESERVED.match(bare):
        bare = f"_{bare}"
    bare = bare[: MOST - len(ending)].encode()[: MOST_BYTES - len(ending)].decode("utf-8", "ignore")
    return (bare.strip(" .") or "_") + ending

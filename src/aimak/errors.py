"""What every part raises when a person, not the program, has to mend something."""

from __future__ import annotations


class UserError(Exception):
    """Something the user gave cannot be used.

    :param what: what is wrong, in one line, naming the file, row or field.
    :param mend: what to do about it, in one line; shown after the message.
    """

    def __init__(self, what: str, mend: str = "") -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what} {mend}".strip())

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        """Both lines travel between processes; an exception's own way keeps the one text only."""
        return type(self), (self.what, self.mend)

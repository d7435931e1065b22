"""What every paper says beside its own text."""

from __future__ import annotations

from collections.abc import Sequence

from aimak.i18n import translate as _
from aimak.site.papers.source import Paper

#: The key of a column that counts its rows.
NUMBER = "number"


def before_use(paper: Paper, laws: Sequence[str]) -> list[str]:
    """What whoever fills it in should know: which act stands behind it, and what to look up.

    :param laws: how each act is cited.
    """
    if laws:
        rests = _("Legal acts behind it, as of March 2026: {acts}.").format(acts="; ".join(laws))
    else:
        rests = _("No legal act asks for this paper.")
    return [rests, _(paper.check), _("Cells with a yellow ground are for you. Delete these lines before you print.")]


def signature_heads() -> tuple[str, str, str]:
    """Above the lines for signatures."""
    return _("Post"), _("Full name"), _("Signature and date")

"""Tables that people and screen readers can read: a caption, named columns with units, numbers to the right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.i18n.numbers import number

if TYPE_CHECKING:
    import pandas as pd

#: The lesson's tables bring their own look, so that they read alike in the book, a pack and JupyterLab.
STYLE = (
    "border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.6rem 0",
    "text-align:{side};padding:.2rem min(.9rem,2vw) .2rem 0;border-bottom:1px solid #c9d1da;vertical-align:top",
)


def table_html(caption: str, columns: Sequence[str], rows: Sequence[Sequence[object]], decimals: int = 1) -> str:
    """An HTML table.

    :param columns: names with their units, such as ``Plan, thousand som``; the first column names the rows. None at all
        where names and values speak for themselves.
    :param rows: texts as they are, numbers with ``decimals`` decimals, None as a dash.
    """
    cell = STYLE[1]
    width = len(columns) or max((len(row) for row in rows), default=0)
    sides = ["left" if i == 0 or _is_words(row[i] for row in rows) else "right" for i in range(width)]
    head = "".join(
        f'<th scope="col" style="{cell.format(side=side)}">{escape(name)}</th>'
        for name, side in zip(columns, sides, strict=False)
    )
    head = f"<thead><tr>{head}</tr></thead>" if columns else ""
    body = []
    for row in rows:
        first = f'<th scope="row" style="{cell.format(side="left")};font-weight:400">{escape(str(row[0]))}</th>'
        rest = "".join(
            f'<td style="{cell.format(side=side)}">{escape(_text(value, decimals))}</td>'
            for value, side in zip(row[1:], sides[1:], strict=True)
        )
        body.append(f"<tr>{first}{rest}</tr>")
    # The box scrolls on a narrow screen, and takes the keyboard's focus so that it can be scrolled without a mouse.
    return (
        f'<div class="aimak-table" role="region" tabindex="0" aria-label="{escape(caption)}" style="overflow-x:auto">'
        f'<table style="{STYLE[0]}"><caption style="caption-side:top;text-align:left;font-weight:600">'
        f"{escape(caption)}</caption>{head}<tbody>{''.join(body)}</tbody></table></div>"
    )


def _is_words(column: Iterable[object]) -> bool:
    """Words go to the left; numbers, also those that are texts already (29.5 %, 1,234), go to the right."""
    return any(isinstance(value, str) and not re.fullmatch(r"[\d\s.,+\-\u2212\u00a0%—]*", value) for value in column)


def _text(value: object, decimals: int) -> str:
    if value is None:
        return "—"
    return number(value, decimals) if isinstance(value, int | float) else str(value)


def show_table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[object]], decimals: int = 1) -> None:
    """Show a table in a notebook, with a plain text for what cannot show HTML."""
    from IPython.display import display

    plain = [caption, " | ".join(columns), *(" | ".join(_text(v, decimals) for v in row) for row in rows)]
    bundle: dict[str, Any] = {
        "text/html": table_html(caption, columns, rows, decimals),
        "text/plain": "\n".join(plain),
    }
    display(bundle, raw=True)


def budgets_frame(municipality: str | None = None) -> pd.DataFrame:
    """The budgets as a pandas frame, one row an amount.

    :returns: columns municipality, year (int), stage, side, item, function, economic_class (text, None where a row
        has none), amount (float, thousand som).
    :raises UserError: if there is no such municipality.
    """
    from aimak.data import municipality as find
    from aimak.data import package_path

    frame = _budgets(package_path() / "budgets.csv")
    if municipality is None:
        return frame.copy()
    code = find(municipality).code
    return frame[frame["municipality"] == code].reset_index(drop=True)


def table_frame(table: str) -> pd.DataFrame:
    """A table of the data package as a pandas frame, for analysts' exercises.

    :param table: its name without ``.csv``.
    :returns: the columns of the table, with the types of its schema; an empty text is None. Whole numbers
        that may be missing are floats, NaN where they are.
    :raises UserError: if the package has no such table.
    """
    return _frame(table).copy()


@cache
def _frame(table: str) -> pd.DataFrame:
    import pandas as pd

    from aimak.data import package_path

    description = json.loads((package_path() / "datapackage.json").read_text(encoding="utf-8"))
    known = {resource["name"]: resource for resource in description["resources"]}
    if table not in known:
        raise UserError(
            _("There is no table '{name}' in the data.").format(name=table),
            _("Take one of: {known}.").format(known=", ".join(known)),
        )
    kinds = {"string": "str", "number": "float64", "integer": "int64", "boolean": "bool"}
    listed = known[table]["schema"]["fields"]
    types = {field["name"]: kinds.get(field["type"], "str") for field in listed}
    # A count that may be left out, such as what nobody measured: pandas' plain whole numbers know no gap.
    may_miss = {field["name"] for field in listed if not field.get("constraints", {}).get("required")}
    types |= {name: "float64" for name in may_miss if types[name] == "int64"}
    given = {name for name, kind in types.items() if kind == "str"}
    frame = pd.read_csv(
        package_path() / known[table]["path"],
        dtype=types,
        keep_default_na=False,
        na_values={name: [""] for name in types},
    )
    return frame.astype(dict.fromkeys(given, object)).where(frame.notna(), None) if given else frame


@lru_cache(maxsize=1)
def _budgets(path: Path) -> pd.DataFrame:
    """Read once: a grader asks for it with every hand-in."""
    import pandas as pd

    codes = {"municipality": "str", "stage": "str", "side": "str", "item": "str", "function": "str"}
    return pd.read_csv(path, dtype={**codes, "economic_class": "str"})

"""What a cell of a workbook asks for when it is chosen, and what it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation

from aimak.i18n import translate as _
from aimak.site.papers.source import Column
from aimak.site.papers.words import NUMBER


def ask(sheet: Any, cells: str, title: str, text: str) -> None:
    """A hint that shows when the cell is chosen. Excel takes 32 and 255 characters."""
    hint = DataValidation(allow_blank=True)
    hint.promptTitle, hint.prompt, hint.showInputMessage = title[:32], text[:255], True
    hint.add(cells)
    sheet.add_data_validation(hint)


def limit(sheet: Any, column: Column, cells: str, ranges: Mapping[str, str]) -> None:
    """Only words of the list, whole numbers from 0, dates: whatever else is typed is refused in words."""
    kinds: dict[str, dict[str, Any]] = {
        "whole": {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"},
        "number": {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"},
        "date": {"type": "date", "operator": "greaterThan", "formula1": "36526"},
    }
    said = {
        "list": _("Choose a word from the list."),
        "whole": _("Write a whole number, 0 or more."),
        "number": _("Write a number, 0 or more."),
        "date": _("Write a day, such as 15.06.2026."),
    }
    kind = "list" if column.list else column.format
    if column.formula or column.key == NUMBER or kind not in said:
        return
    about = {"type": "list", "formula1": ranges[column.list]} if column.list else kinds[kind]
    check = DataValidation(allow_blank=True, showErrorMessage=True, error=said[kind], **about)
    check.add(cells)
    sheet.add_data_validation(check)

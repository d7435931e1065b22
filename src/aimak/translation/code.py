"""Texts of code: Python, templates, scripts of the page, code cells of notebooks, columns of tables."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
from babel.messages.extract import extract
from nbformat import NotebookNode

from aimak.errors import UserError
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.library.catalogue import table_texts
from aimak.site.library.pages import DOMAIN
from aimak.site.papers.reading import paper_texts
from aimak.site.print.deck import SLIDES
from aimak.translation.message import TABLES, Message, domain_of

#: The functions whose first texts are for people.
KEYWORDS: dict[str, Any] = {"_": None, "translate": None, "plural": (1, 2)}
#: A comment above a text that starts so is shown to translators.
HINT = "Translators:"


def code_messages(project: Project) -> Iterator[tuple[str, Message]]:
    """Each text with its domain, in the order of files and lines.

    :raises UserError: naming file and line where a text is put together, or a file cannot be read.
    """
    if not (project.root / "src" / "aimak" / "__init__.py").is_file():
        raise UserError(
            _("{folder} has no src/aimak.").format(folder=project.root),
            _("Texts are gathered in a checkout of the course kit."),
        )
    for path in _files(project, "src/aimak", ".py"):
        yield from _named(project, path, python_messages(path.read_text(encoding="utf-8"), _place(project, path)))
    for path in (*_files(project, "src/aimak", ".html"), *_files(project, "src/aimak", ".j2")):
        yield from _named(project, path, template_messages(path, _place(project, path)))
    for path in (*_files(project, "src/aimak", ".js"), *_files(project, "book/assets", ".js")):
        yield from _named(project, path, script_messages(path.read_text(encoding="utf-8"), _place(project, path)))
    for path in (
        *_files(project, "notebooks", ".md"),
        *_files(project, "exercises", ".md"),
        *_files(project, SLIDES, ".md"),
    ):
        yield from _named(project, path, cell_messages(path, _place(project, path)))
    for path, text in paper_texts(project):
        yield DOMAIN, Message((text,), (_place(project, path),))
    for text in table_texts(project.datasets):
        yield DOMAIN, Message((text,), ("datasets/datapackage.json",))
    for place, column, domain in TABLES:
        for text in _column(project.root / place, column):
            yield domain, Message((text,), (place,))


def _files(project: Project, folder: str, ending: str) -> list[Path]:
    above = project.root / folder
    deep = above.rglob if folder != "exercises" else above.glob  # nbgrader's built folders lie below it
    return sorted(path for path in deep(f"*{ending}") if path.is_file())


def _place(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()


def _named(project: Project, path: Path, found: Iterator[Message]) -> Iterator[tuple[str, Message]]:
    domain = domain_of(_place(project, path))
    for message in found:
        yield domain, message


def python_messages(source: str, place: str, above: int = 0) -> Iterator[Message]:
    """Texts of Python code.

    :param above: how many lines of the file stand above ``source``.
    :raises UserError: naming the line of a text that is an f-string or glued, or of broken code.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise _at(place, above + (error.lineno or 1), error.msg, _("Mend the code.")) from None
    # Babel reads no text inside an f-string under Python 3.11, so texts come from the tree, and what the author says
    # to translators, which stands in comments, from Babel.
    hints = {one.texts: one.hints for one in _extracted("python", source.encode(), place)}
    for node in sorted(_calls(tree), key=lambda call: (call.lineno, call.col_offset)):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        arguments = node.args[: 2 if name == "plural" else 1]
        if any(_is_glued(argument) for argument in arguments):
            raise _at(
                place,
                above + node.lineno,
                _("a text inside {function}() is put together").format(function=name),
                _("Write one whole sentence with names in braces, and fill them in behind it with format(…)."),
            )
        texts = tuple(one.value for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str))
        if texts and len(texts) == len(arguments):
            yield Message(texts, (place,), hints.get(texts, ()))


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node


def _at(place: str, line: int, what: str, mend: str) -> UserError:
    return UserError(_("{file}:{line}: {what}.").format(file=place, line=line, what=what), mend)


def _is_glued(argument: ast.expr) -> bool:
    """An f-string, a sum with a text in it, or a formatted text: no catalog can have what comes of it."""
    if isinstance(argument, ast.JoinedStr):
        return True
    if isinstance(argument, ast.BinOp):
        return any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in ast.walk(argument))
    return (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr == "format"
        and isinstance(argument.func.value, ast.Constant)
    )


def template_messages(path: Path, place: str) -> Iterator[Message]:
    """Texts of a Jinja template, in ``{{ _("…") }}`` and ``{% trans %}``."""
    from jinja2 import TemplateSyntaxError
    from jinja2.ext import babel_extract

    options = {"extensions": "", "trimmed": "true", "silent": "false"}
    try:
        yield from _extracted(babel_extract, path.read_bytes(), place, options)
    except TemplateSyntaxError as error:
        raise _at(place, error.lineno, error.message or "", _("Mend the template.")) from None


def script_messages(source: str, place: str) -> Iterator[Message]:
    """Texts of a script, in ``_("…")``."""
    yield from _extracted("javascript", source.encode(), place)


def cell_messages(path: Path, place: str) -> Iterator[Message]:
    """Texts of the code cells of a MyST notebook; gate cells stay with the author and have none."""
    text = path.read_text(encoding="utf-8")
    for cell in _cells(text, place):
        if cell.cell_type == "code" and not cell.metadata.get("gate"):
            source = re.sub(r"^\s*[%!].*$", "", cell.source, flags=re.MULTILINE)
            at = text.find(cell.source)
            yield from python_messages(source, place, text.count("\n", 0, max(0, at)))


def _cells(text: str, place: str) -> list[NotebookNode]:
    try:
        return list(jupytext.reads(text, fmt="md:myst").cells)
    except Exception as error:  # jupytext raises what its YAML reader raises
        raise UserError(
            _("{file}: cannot be read as MyST Markdown ({error}).").format(file=place, error=error),
            _("Mend the cell's head."),
        ) from None


def _column(path: Path, column: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[column] for row in csv.DictReader(file) if row[column]]


def _extracted(method: Any, source: bytes, place: str, options: dict[str, str] | None = None) -> Iterator[Message]:
    found = extract(method, io.BytesIO(source), keywords=KEYWORDS, comment_tags=(HINT,), options=options)
    for _line, text, comments, _context in found:
        texts = (text,) if isinstance(text, str) else tuple(one for one in text if isinstance(one, str))
        if texts and texts[0]:
            yield Message(texts, (place,), tuple(one.removeprefix(HINT).strip() for one in comments))

"""Whatever a person reads in a command goes through the catalogs: found in the source, so that no text is forgotten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "aimak"
FILES = sorted(SOURCE.rglob("*.py"))
#: What looks a text up.
LOOKS_UP = {"_", "translate", "plural"}
#: Whose arguments people read: the first of them, and all if None.
SHOWN = {"say": (0, None), "echo": (0, 1), "progress": (1, 2), "step": (0, 1), "Problem": (3, 5), "print": (0, None)}
#: Raised for people, beside UserError and its kinds.
RAISED = {"UserError", "ClickException", "UsageError", "BadParameter"}
#: Keywords of click's that people read.
KEYWORDS = {"help", "short_help", "epilog", "what", "mend"}
#: Files whose words are for machines or for whoever mends this package, with the reason.
SPARED = {
    "data/generate.py": "makes the data package: an author's tool, run from its own module",
}


def place_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def kinds_of_errors() -> set[str]:
    """UserError and every class that inherits from it, whatever file it stands in."""
    classes = [
        node for path in FILES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)
    ]
    kinds = set(RAISED)
    for _round in range(3):
        kinds |= {one.name for one in classes for base in one.bases if isinstance(base, ast.Name) and base.id in kinds}
    return kinds


KINDS = kinds_of_errors()


def name_of(function: ast.expr) -> str:
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def plain_words(node: ast.expr, names: dict[str, list[ast.expr]]) -> Iterator[ast.expr]:
    """The parts of an expression that are words in no catalog. A name stands for what its function assigns to it."""
    match node:
        case ast.Constant(value=str(text)) if re.search(r"[A-Za-z]{2}", text.replace("aimak", "")):
            yield node
        case ast.JoinedStr(values=values):
            for part in values:
                yield from plain_words(part, names)
        case ast.FormattedValue(value=value) | ast.Starred(value=value):
            yield from plain_words(value, names)
        case ast.BinOp(left=left, right=right):
            yield from plain_words(left, names)
            yield from plain_words(right, names)
        case ast.IfExp(body=body, orelse=other):
            yield from plain_words(body, names)
            yield from plain_words(other, names)
        case ast.BoolOp(values=values):
            for part in values:
                yield from plain_words(part, names)
        case ast.Call(func=ast.Attribute(value=text, attr="format")):
            yield from plain_words(text, names)
        case ast.Name(id=name):
            for value in names.pop(name, []):
                yield from plain_words(value, names)
        case _:
            return


def shown(call: ast.Call) -> list[ast.expr]:
    """What a call shows to people."""
    name = name_of(call.func)
    found = [word.value for word in call.keywords if word.arg in KEYWORDS]
    if name in KINDS:
        return [*call.args, *found]
    if name in SHOWN and (name != "print" or any(word.arg == "file" for word in call.keywords)):
        first, last = SHOWN[name]
        return [*call.args[first:last], *found]
    return found if name_of(call.func) in {"command", "group", "option", "argument", "Option", "Argument"} else []


def forgotten(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    found = []
    for place in [tree, *functions]:
        inner = (
            {id(node) for one in functions if one is not place for node in ast.walk(one)} if place is tree else set()
        )
        names: dict[str, list[ast.expr]] = {}
        for node in ast.walk(place):
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                names.setdefault(node.targets[0].id, []).append(node.value)
        for node in ast.walk(place):
            if isinstance(node, ast.Call) and id(node) not in inner:
                for part in shown(node):
                    for words in plain_words(part, dict(names) if place is not tree else {}):
                        found.append(f"{words.lineno}: {ast.unparse(words)}")
    return sorted(set(found))


@pytest.mark.parametrize("path", [path for path in FILES if place_of(path) not in SPARED], ids=place_of)
def test_no_text_for_people_stands_outside_the_catalogs(path: Path) -> None:
    assert forgotten(path) == []


def test_words_that_are_not_looked_up_are_found(tmp_path: Path) -> None:
    source = tmp_path / "some.py"
    source.write_text(
        "def some(n):\n"
        "    what = f'{n} rows'\n"
        "    say(_('fine'))\n"
        "    say(_('{count} fine').format(count=f'{n} pages'))\n"
        "    say('lost' if n else _('fine'))\n"
        "    raise UserError(what, 'Mend it.')\n"
        "@click.option('--x', help='What it does.')\n"
        "def other(): print('to nobody')\n"
    )
    assert [line.partition(": ")[2] for line in forgotten(source)] == [
        "' rows'", "'lost'", "'Mend it.'", "'What it does.'",
    ]  # fmt: skip

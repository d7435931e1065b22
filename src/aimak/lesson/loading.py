"""In a browser the large libraries are fetched by the cell that needs them; without internet that cell says so."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from importlib.util import find_spec

from aimak.i18n import translate as _

#: What in a cell's code needs a library that is not there from the start.
NEEDS = {
    "pandas": re.compile(r"\bbudgets_frame\s*\(|^\s*(?:import|from)\s+pandas\b", re.MULTILINE),
    "matplotlib": re.compile(r"^\s*(?:import|from)\s+matplotlib\b", re.MULTILINE),
    "numpy": re.compile(r"^\s*(?:import|from)\s+numpy\b", re.MULTILINE),
}
#: A lesson's charts stand on its page already: for them nothing is fetched from another site.
CHARTS = re.compile(r"\bcharts\.\w")
DRAWS = "matplotlib"


def missing(code: str) -> list[str]:
    """The libraries that ``code`` needs and that are not there yet."""
    return [name for name, pattern in NEEDS.items() if pattern.search(code) and find_spec(name) is None]


def sorry(name: str) -> str:
    """What stands under a cell whose library cannot be fetched."""
    return _(
        "This cell needs “{name}”, which is fetched from the internet the first time. There is no internet now, so it "
        "was not run. Everything else works. Run this cell again when you have internet."
    ).format(name=name)


def no_charts() -> str:
    """What stands under a lesson's chart that cannot be drawn in this browser."""
    return _(
        "This chart is not drawn here. It stands on the page of the lesson: press “Read the lesson” in the chapter."
    )


async def fetch_first(
    lines: list[str], load: Callable[[str], Awaitable[object]], ours: Callable[[str], bool] = lambda _name: False
) -> list[str]:
    """A cell's lines as they are once what they need is there; else a line that says in words what is missing.

    :param load: fetches a library; a failure of any kind is told as missing.
    :param ours: whether a library lies in the site itself.
    """
    code = "".join(lines)
    wanted = missing(code)
    if CHARTS.search(code) and DRAWS not in wanted and find_spec(DRAWS) is None:
        if not ours(DRAWS):
            return [f"print({no_charts()!r})\n"]
        wanted.append(DRAWS)
    for name in wanted:
        try:
            await load(name)
        except Exception:  # a browser's errors have no common class, and no traceback helps a trainee
            found = False
        else:
            found = find_spec(name) is not None
        if not found:
            return [f"print({sorry(name)!r})\n"]
    return lines


def watch_cells() -> None:
    """From now on the kernel in this browser fetches what a cell needs before it runs the cell. Elsewhere: nothing."""
    try:
        import pyodide_js  # type: ignore[import-not-found]
    except ImportError:
        return
    from IPython import get_ipython

    def ours(name: str) -> bool:
        return "://" not in str(getattr(pyodide_js.lockfile.packages, name).file_name)

    async def transform(lines: list[str]) -> list[str]:
        return await fetch_first(lines, pyodide_js.loadPackage, ours)

    transforms = get_ipython().kernel.lite_transform_manager.line_transforms
    if not any(one.__name__ == transform.__name__ for one in transforms):
        transforms.append(transform)

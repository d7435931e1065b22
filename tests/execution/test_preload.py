"""What every child shares: no trainee's notebook waits for the course's own modules, tables or texts."""

import nbformat
import pytest

from aimak.course.units import UNITS
from aimak.execution import execute

pytestmark = pytest.mark.fence
OPEN = """
import sys, time
before = set(sys.modules)
from aimak.lesson import *
from aimak.lesson.cases import case_maker
from aimak.lesson.tables import table_frame
import aimak.lesson.{unit}_board
case = case_maker("{unit}")("M01")
print(sorted(name for name in set(sys.modules) - before if name.startswith("aimak")))
"""


def said(source: str, language: str = "en") -> str:
    done = execute(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)]), language=language)
    (cell,) = done.notebook.cells
    return "".join(output.get("text", str(output)) for output in cell.outputs)


@pytest.mark.parametrize("unit", [unit.name for unit in UNITS])
def test_a_unit_is_loaded_before_the_fork(unit: str) -> None:
    assert said(OPEN.format(unit=unit)) == "[]\n"


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_texts_of_a_language_are_read_before_the_fork(language: str) -> None:
    cached = "from aimak.i18n.catalogs import catalog\nprint(catalog.cache_info().currsize >= 3)"
    assert said(cached, language) == "True\n"


def test_a_table_that_a_notebook_changed_is_whole_when_it_is_read_again() -> None:
    read = 'from aimak.lesson.tables import table_frame\nframe = table_frame("water_years")\n'
    read += 'print(frame["year"].min())\n'
    spoiled = read + f'frame["year"] = 0\n{read}'
    assert said(spoiled) == 2 * said(read)

"""Ask a running notebook for values between its cells, by the user expressions of Jupyter's own protocol.

They travel with the request and the reply of the cell before, which spares a round trip for each question. If that cell
raises, the kernel evaluates none of them; then, and where no cell stands before, they are asked with an empty cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from nbclient import NotebookClient

#: Index of a cell -> name -> expression.
Ask: TypeAlias = Mapping[int, Mapping[str, str]]
#: nbclient leaves out cells with this tag.
SKIP = "skip-execution"
#: A cell in the place of a question; an empty one would be left out.
NOTHING = "None"


class Asking:
    """Hooks in one run of nbclient's.

    :param ask: what to ask; its cells must be code cells.
    """

    def __init__(self, client: NotebookClient, ask: Ask) -> None:
        self._client, self._ask = client, ask
        self.started = 0
        self.answers: dict[int, dict[str, Mapping[str, Any]]] = {}
        client.skip_cells_with_tag = SKIP
        client.on_cell_start, client.on_cell_execute = self._start, self._execute
        client.on_cell_executed = self._executed

    def _start(self, cell: Any, cell_index: int) -> None:
        self.started = cell_index
        if cell_index in self._ask:
            cell.source = NOTHING
            cell.metadata["tags"] = [SKIP] if cell_index in self.answers else []

    def _execute(self, cell: Any, cell_index: int) -> None:
        questions: dict[str, str] = {}
        for place in self._asked_with(cell_index):
            questions |= {f"{place} {name}": expression for name, expression in self._ask[place].items()}
        client: Any = self._client.kc
        client.questions = questions

    def _asked_with(self, index: int) -> list[int]:
        """The questions that can be asked with a cell: its own, and those that stand right behind it."""
        found = [index] if index in self._ask else []
        while index + 1 in self._ask:
            index += 1
            found.append(index)
        return found

    def _executed(self, cell: Any, cell_index: int, execute_reply: Mapping[str, Any]) -> None:
        said = execute_reply["content"].get("user_expressions")
        if not isinstance(said, dict) or execute_reply["content"].get("status") != "ok":
            return
        for place in self._asked_with(cell_index):
            found = {name: said.get(f"{place} {name}") for name in self._ask[place]}
            self.answers[place] = {name: _data(value) for name, value in found.items()}


def _data(value: Any) -> Mapping[str, Any]:
    data = value.get("data") if isinstance(value, dict) else None
    return data if isinstance(data, dict) else {}

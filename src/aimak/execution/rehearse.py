"""What the warm parent does once, so that no child has to do it first: cells like those that notebooks have.

Libraries import parts of themselves at first use and fill caches. All of that is shared by every child if it happens
before the fork. Nothing of a rehearsal may be left for a notebook to see.
"""

from __future__ import annotations

from typing import Any

import ipywidgets
import matplotlib.pyplot as plt
from IPython.utils.capture import capture_output

#: Python code of cells.
CELLS = (
    """
from aimak.data import municipalities, years
from aimak.lesson import *
from aimak.lesson import translate as _
from aimak.lesson.tables import budgets_frame
from aimak.lesson.cases import case_maker
from aimak.lesson.exercise import Exercise
budgets = budgets_frame()
places = tuple((place.code, place.name) for place in municipalities())
exercise = Exercise("budget", case_maker("budget"), {})
fields = [Text("trainee", "?", rows=1), Choice("municipality", "?", places)]
exercise.form("who", "?", lambda case: fields, needs_case=False)
exercise.check("who")
""",
    """
import numpy as np
import pandas as pd
mine = budgets[(budgets["municipality"] == "M01") & (budgets["stage"] == "plan") & budgets["side"].isin({"revenue"})]
sums = mine.assign(own=mine["amount"].where(mine["item"].isin({"patent"}), 0.0)).groupby("year", as_index=False)
sums = sums.agg(own=("own", "sum"), total=("amount", "sum")).rename(columns={"own": "mine"})
sums["share"] = sums["mine"] / sums["total"]
wide = budgets.pivot_table(index="item", columns="stage", values="amount", aggfunc="sum").reset_index()
last = budgets[(budgets["municipality"] == "M01") & (budgets["year"] == budgets["year"].max())]
last = last.pivot(index=["side", "item"], columns="stage", values="amount").reset_index()
wide["difference"] = wide["actual"] - wide["plan"]
wide = wide.sort_values("difference", key=abs, ascending=False)[["item", "plan", "actual", "difference"]]
shares = budgets.groupby("municipality")["amount"].sum().rename("share")
both = shares[["M01", "M02"]].rename_axis("code").reset_index().merge(shares, left_on="code", right_index=True)
frame = pd.concat([pd.DataFrame({"a": [1, 2], "b": ["x", None]}), pd.DataFrame([{"a": 3, "b": "y"}])])
frame = frame.dropna().fillna(0).astype({"a": float}).set_index("b").round(2).sort_index().drop_duplicates()
frame.loc["x", "a"] = frame["a"].mean() + frame["a"].iloc[0] + frame["a"].apply(lambda one: one + 1).max()
print(len(frame), frame.describe().to_string(), [row for row in frame.itertuples()], list(frame.iterrows()))
wide.head(8)
""",
    """
__import__("aimak.lesson.capture", fromlist=["hand_over"]).hand_over("sums", {"year": "int", "share": "float"})
""",
    """
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(7, 4))
axes.bar(wide["item"].head(8), wide["difference"].head(8), label="сом: ң ө ү")
axes.plot([0, 1, 2], [1, 2, 3], marker="o")
axes.set_title("Aimak, 1.5 thousand som")
axes.set_ylabel("%")
axes.legend()
axes.tick_params(axis="x", rotation=70)
plt.show()
""",
    """
plt.figure()
plt.barh(["a", "b"], [1, 2])
plt.grid(True)
wide.plot.bar(x="item", y="plan")
""",
)


class _Nobody:
    """Takes what a kernel says while nobody listens yet."""

    context: Any = None

    def send_multipart(self, *_args: Any, **_options: Any) -> None:
        """Forget it."""


def rehearse(kernel: Any) -> None:
    """Run the cells in the kernel's own shell, then forget them.

    :raises RuntimeError: if one of them raises: the installation is not whole.
    """
    shell = kernel.shell
    names, hidden = dict(shell.user_ns), dict(shell.user_ns_hidden)
    kernel.iopub_socket = shell.displayhook.pub_socket = shell.display_pub.pub_socket = _Nobody()
    shell.displayhook.set_parent({})
    for cell in CELLS:
        with capture_output():
            done = shell.run_cell(cell, store_history=False)
        if not done.success:
            raise RuntimeError(f"a cell of the rehearsal failed: {done.error_in_exec or done.error_before_exec!r}")
    kernel.iopub_socket = shell.displayhook.pub_socket = shell.display_pub.pub_socket = None
    plt.close("all")
    ipywidgets.Widget.close_all()
    for space, before in ((shell.user_ns, names), (shell.user_ns_hidden, hidden)):
        space.clear()
        space.update(before)
    shell.history_manager.reset(new_session=False)  # Out is its, too
    vars(shell.displayhook).update(_="", __="", ___="")

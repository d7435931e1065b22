"""Something to try in a lesson: a slider whose outcomes were all made beforehand, so that a page needs no kernel."""

from __future__ import annotations

from collections.abc import Sequence


def linked_slider(label: str, outcomes: Sequence[tuple[str, str]], start: int = 0) -> None:
    """A slider, and a list for the keyboard, with the outcome of the chosen option below.

    The widgets are linked in the browser. In print a table must stand beside it: see the lesson of the unit `budget`.

    :param outcomes: what the slider shows (such as ``−15 %``, each once) and the HTML that belongs to it; up to about
        thirty, because every outcome is part of the page.
    :param start: the place of the option that is shown first.
    """
    import ipywidgets as widgets
    from IPython.display import display

    options = [option for option, _html in outcomes]
    slider = widgets.SelectionSlider(options=options, index=start, description=label)
    choice = widgets.Dropdown(options=options, index=start, description=label)
    for control in (slider, choice):
        control.style.description_width = "auto"
        control.layout.width = "min(100%, 34rem)"
    stack = widgets.Stack(children=[widgets.HTML(html) for _option, html in outcomes], selected_index=start)
    widgets.jslink((slider, "index"), (choice, "index"))
    widgets.jslink((slider, "index"), (stack, "selected_index"))
    display(widgets.VBox([slider, choice, stack]))

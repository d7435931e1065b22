"""What answers at once in the exercise `streets`: money against a ceiling, what lamps cost, what roads gain.

Plain HTML and SVG, drawn by the browser, also on a phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aimak.data.streets import PLAN_YEARS
from aimak.i18n import translate as _
from aimak.i18n.numbers import number, thousands
from aimak.lesson.cases.streets import PROMISED, YEAR, StreetsCase
from aimak.lesson.cases.streets_parts import (
    ALLOWED,
    YEARS,
    lamp_hours_in_the_dark,
    lamps_cost,
    place_amounts,
    switched,
)
from aimak.lesson.streets_words import place_label, road_label, work_label
from aimak.lesson.tables import table_html
from aimak.municipal.streets import Road, Switching, Work, present_value, untouched, work_needed

GOOD, BAD, BLUE = "#0b6e4f", "#b3261e", "#2f6f9f"
#: What «this road waits» is called among the years of a plan.
WAITS = "waits"


def bar(amount: int, ceiling: int, label: str) -> str:
    """A bar of money spent against a ceiling, with its figures as text below."""
    most = max(amount, ceiling, 1)
    fill = GOOD if amount <= ceiling else BAD
    return (
        f'<svg viewBox="0 0 300 18" width="100%" style="display:block;max-width:26rem" role="img" '
        f'aria-label="{escape(label)}"><rect width="300" height="18" rx="3" fill="#e4e9ef"/>'
        f'<rect width="{290 * amount / most:.1f}" height="18" rx="3" fill="{fill}"/>'
        f'<line x1="{290 * ceiling / most:.1f}" x2="{290 * ceiling / most:.1f}" y1="0" y2="18" '
        f'stroke="#1b2733" stroke-width="2"/></svg><p style="margin:0 0 .3rem">{escape(label)}</p>'
    )


def _state(text: str, *, good: bool) -> str:
    return f'<strong style="color:{GOOD if good else BAD}">{escape(text)}</strong>'


def money_left(spent: int, ceiling: int) -> str:
    """What is left of a ceiling, or how much too much is spent, in one line of HTML."""
    left = ceiling - spent
    text = _("{amount} thousand som left") if left >= 0 else _("{amount} thousand som too much")
    return _state(text.format(amount=thousands(abs(left))), good=left >= 0)


def lamps_brief(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """Money left after buying lamps, and the cost over all years, in a line."""
    today, total = lamps_cost(case.lamps, chosen, case.choice)
    over = _("over {years} years: {amount}").format(years=YEARS, amount=thousands(total))
    return f"{money_left(today, case.choice.ceiling)}; {escape(over)}"


def lamps_board(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """The panel of the choice of lamps: this year's money, and what each place costs over all years."""
    today, total = lamps_cost(case.lamps, chosen, case.choice)
    before = lamps_cost(case.lamps, {}, case.choice)[1]
    rows = []
    for one in case.lamps:
        amounts = place_amounts(one, chosen.get(one.place) or "keep", case.choice.price)
        later = present_value(amounts, case.choice.rate) - amounts[0]
        rows.append([place_label(one.place), thousands(amounts[0]), thousands(later), thousands(amounts[0] + later)])
    rows.append([_("Together"), thousands(today), thousands(total - today), thousands(total)])
    columns = [_("Place"), _("Today"), _("Later, in money of today"), _("{years} years").format(years=YEARS)]
    saved = _("Compared with the lamps that hang: {amount} thousand som less over {years} years")
    more = _("Compared with the lamps that hang: {amount} thousand som more over {years} years")
    text = (saved if total <= before else more).format(amount=thousands(abs(before - total)), years=YEARS)
    label = _("{amount} of {ceiling} thousand som for lamps this year").format(
        amount=thousands(today), ceiling=thousands(case.choice.ceiling)
    )
    return (
        f'<div class="aimak-panel"><p style="margin:.3rem 0">{money_left(today, case.choice.ceiling)}</p>'
        f"{bar(today, case.choice.ceiling, label)}{table_html(_('Cost, thousand som'), columns, rows)}"
        f"<p>{_state(text, good=total <= before)}</p></div>"
    )


def switching_brief(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """What is saved against the target, in a line."""
    saved, _dark = switched(case.lamps, chosen, case.choice.price)
    text = _("Saved: {saved} of {target} thousand som a year").format(
        saved=thousands(saved), target=thousands(case.target)
    )
    return _state(text, good=saved >= case.target)


def switching_board(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """The panel of switching: what is saved, where it stays dark, and whose way that is."""
    _saved, dark = switched(case.lamps, chosen, case.choice.price)
    rows = [
        [place_label(one.place), number(one.lamps), number(dark[one.place]), number(one.lamps * dark[one.place])]
        for one in case.lamps
    ]
    columns = [_("Place"), _("Lamps"), _("Dark hours a year"), _("Lamp-hours in the dark")]
    problems = [problem for place, problem in needed_light().items() if not is_allowed(place, chosen.get(place))]
    listed = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    together = _("Together {hours} lamp-hours in the dark").format(
        hours=number(lamp_hours_in_the_dark(case.lamps, dark))
    )
    table = table_html(_("Hours after dusk without lamps"), columns, rows)
    return (
        f'<div class="aimak-panel"><p style="margin:.3rem 0">{switching_brief(case, chosen)}</p>'
        f"{table}<p>{escape(together)}</p><ul>{listed}</ul></div>"
    )


def needed_light() -> dict[str, str]:
    """Why a place needs its lamps, for the places where not every way of switching will do."""
    return {
        "centre": _("Centre: people come to the clinic at any hour of the night."),
        "school": _("Way to the school: children walk at dusk and before dawn, all winter."),
    }


def is_allowed(place: str, way: str | None) -> bool:
    """Whether a way of switching leaves a place the light that it needs; nothing chosen is not enough."""
    return way is not None and Switching(way) in ALLOWED[place]


def plan_years(chosen: Mapping[str, str | None]) -> dict[str, int]:
    """Road -> place of its year in the plan; what waits or is open is left out."""
    years = {str(year): at for at, year in enumerate(PLAN_YEARS)}
    return {road: years[year] for road, year in chosen.items() if year in years}


def plan_outcome(case: StreetsCase, chosen: Mapping[str, str | None]) -> tuple[tuple[int, ...], int]:
    """Whole som by year of a plan, and the household-years that it gains."""
    spent, gain = [0] * len(PLAN_YEARS), 0
    for project in case.projects:
        at = plan_years(chosen).get(project.key)
        if at is not None:
            option = next(one for one in project.options if one.year == at)
            spent[at] += option.cost
            gain += option.gain
    return tuple(spent), gain


def plan_brief(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """What is left in each year of the plan, in a line."""
    spent, gain = plan_outcome(case, chosen)
    left = [
        _state(f"{year}: {thousands(ceiling - paid)}", good=paid <= ceiling)
        for year, paid, ceiling in zip(PLAN_YEARS, spent, case.ceilings, strict=True)
    ]
    gained = _("{gain} household-years gained").format(gain=number(gain))
    return f"{_('Left, thousand som')} — {'; '.join(left)}; {escape(gained)}"


def plan_board(case: StreetsCase, chosen: Mapping[str, str | None]) -> str:
    """The panel of the plan: money by year, what each road costs and gains, and whether the promise is kept."""
    spent, gain = plan_outcome(case, chosen)
    bars = "".join(
        bar(
            paid,
            ceiling,
            _("{year}: {paid} of {ceiling} thousand som").format(
                year=year, paid=thousands(paid), ceiling=thousands(ceiling)
            ),
        )
        for year, paid, ceiling in zip(PLAN_YEARS, spent, case.ceilings, strict=True)
    )
    kept = PROMISED in plan_years(chosen)
    promise = _("The promise to the school is kept.") if kept else _("The promise to the school is not kept yet.")
    gained = _("{gain} household-years gained").format(gain=number(gain))
    return (
        f'<div class="aimak-panel"><p style="font-size:1.15em;margin:.3rem 0"><strong>{escape(gained)}</strong></p>'
        f"{bars}<p>{_state(promise, good=kept)}</p></div>"
    )


def road_rows(case: StreetsCase) -> list[list[str]]:
    """A row for each road: length, households, and its condition in each year of the plan if nothing is done."""
    marks = {"school": _("{road} (school)"), "clinic": _("{road} (clinic)"), "none": "{road}"}
    rows = []
    for road in case.roads:
        name = marks[case.serves[road.key]].format(road=road_label(road.key))
        conditions = [number(one) for one in untouched(road.condition, len(PLAN_YEARS))]
        rows.append([name, number(road.metres / 1000, 2), number(road.households), *conditions])
    return rows


def road_options(case: StreetsCase, road: Road) -> tuple[tuple[str, str], ...]:
    """What may be done with a road: a year, with the work that it then needs, the cost and the gain; or it waits."""
    project = next(one for one in case.projects if one.key == road.key)
    conditions = untouched(road.condition, len(PLAN_YEARS))
    options = [
        (
            str(PLAN_YEARS[one.year]),
            _("{year}: {work} for {cost}, gains {gain}").format(
                year=PLAN_YEARS[one.year],
                work=work_label(work_needed(conditions[one.year])),
                cost=thousands(one.cost),
                gain=number(one.gain),
            ),
        )
        for one in sorted(project.options, key=lambda one: one.year)
    ]
    return (*options, (WAITS, _("Waits")))


def path_table(case: StreetsCase) -> str:
    """What becomes of the road of the task under each policy: year by year its condition and the work."""
    labels = {"wait": _("Wait"), "below": _("Below {threshold}"), "every": _("Every {years} years")}
    paths = case.upkeep.paths()
    heads = [
        labels[key].format(threshold=case.upkeep.threshold, years=case.upkeep.every)
        for key in ("wait", "below", "every")
    ]
    rows = []
    for at in range(YEARS):
        cells = []
        for key in ("wait", "below", "every"):
            one = paths[key][at]
            text = "{start}" if one.work is Work.NONE else _("{start}: {work}")
            cells.append(text.format(start=number(one.start), work=work_label(one.work)))
        rows.append([str(YEAR + at), *cells])
    return table_html(_("Condition at the start of each year, and the work"), [_("Year"), *heads], rows)

"""What the keys of the unit `participation` are called, in the reader's language."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.municipal.participation import Level, Verdict


def group_label(group: str, one_village: bool = False) -> str:
    """A group of inhabitants. Where there is one village, the far streets stand for the far villages.

    :raises KeyError: if there is no such group.
    """
    far = _("People of the far streets") if one_village else _("People of the far villages")
    return {"women": _("Women"), "youth": _("Young people"), "minorities": _("Ethnic minorities"), "far": far}[group]


def verdict_label(verdict: Verdict) -> str:
    """What a count can tell."""
    return {
        Verdict.FEWER: _("Fewer than at home"),
        Verdict.MORE: _("More than at home"),
        Verdict.CANNOT_TELL: _("Cannot be told"),
        Verdict.NOT_COUNTED: _("Nobody counted"),
    }[verdict]


def measure_labels() -> dict[str, str]:
    """The measures of task 2."""
    return {
        "doors": _("Invitations at the doors, by people from the same street"),
        "hour": _("An hour after milking instead of the morning"),
        "children": _("Somebody looks after the children next door"),
        "bus": _("A bus from far away and back"),
        "there_first": _("A small meeting far away first; its words are read out"),
        "interpreter": _("An interpreter, and papers in two languages"),
        "leaflet": _("An invitation in two languages"),
        "school": _("The meeting is in the school, and pupils lead a part"),
        "chat": _("An invitation in the chats of pupils and students"),
        "banner": _("A large banner in front of the aiyl okmotu"),
    }


def stratum_label(stratum: str) -> str:
    """A part of the population that seats are drawn in.

    :raises KeyError: if there is no such stratum.
    """
    return {
        "women_young": _("Young women"),
        "women_older": _("Other women"),
        "men_young": _("Young men"),
        "men_older": _("Other men"),
    }[stratum]


def fault_labels() -> dict[str, str]:
    """What can be wrong with a list made by hand."""
    return {
        "woman": _("Too few women"),
        "young": _("Too few young people"),
        "household": _("Two from one household"),
        "deputy": _("A deputy of the kenesh is on it"),
        "not_on_list": _("Somebody on it did not volunteer"),
    }


def level_label(level: Level) -> str:
    """The five levels that IAP2 names."""
    return {
        Level.INFORM: _("Inform"),
        Level.CONSULT: _("Consult"),
        Level.INVOLVE: _("Involve"),
        Level.COLLABORATE: _("Collaborate"),
        Level.EMPOWER: _("Empower"),
    }[level]


def promise_label(level: Level) -> str:
    """What a notice may say at this level, in our own words."""
    return {
        Level.INFORM: _("“You will learn what is done, and why.”"),
        Level.CONSULT: _("“We take your comments before the decision, and answer them.”"),
        Level.INVOLVE: _("“You work on the options with us; your work stands in them.”"),
        Level.COLLABORATE: _("“We choose the option together with you.”"),
        Level.EMPOWER: _("“What you choose is carried out.”"),
    }[level]


def event_labels() -> dict[str, str]:
    """The planned events of task 4: what really happens there."""
    return {
        "tariff_known": _(
            "The kenesh has set the tariff. The evening explains it. Questions are answered, nothing changes."
        ),
        "road_closed": _("A bridge is repaired from Monday on. People hear how long and where to drive instead."),
        "work_begins": _("The contract for the pump is signed. The contractor shows what will be built."),
        "budget_draft": _("The draft is open for changes. Comments are written down and answered. The kenesh decides."),
        "bus_hours": _(
            "Two timetables are thought of. Passengers say what they think. The head decides and tells why."
        ),
        "waste_fee": _("The kenesh will set a fee. Each proposal gets a number and an answer before the session."),
        "needs_groups": _(
            "Women, young people and old people work out the list of needs in three meetings. The kenesh decides."
        ),
        "school_way": _(
            "Parents draw the ways to school. Engineers come back twice with their plans. The head decides."
        ),
        "joint_plan": _(
            "A group of citizens and staff makes the joint action plan, from the first list to the last choice."
        ),
        "joint_monitoring": _("Citizens and staff choose together what is checked, check it, and agree on the report."),
        "village_money": _(
            "A village gets a sum. Its assembly makes the list, chooses, and the choice is carried out."
        ),
        "park_vote": _("Two designs of a park can be paid for. The one with more votes is built."),
    }


def question_labels() -> dict[str, str]:
    """Questions for a meeting of stakeholders."""
    return {
        "street_lamps": _("Which street of our village gets lamps first?"),
        "village_well": _("Where do we put the fence around the well of the village?"),
        "club_room": _("Which evenings does the club room of the village open?"),
        "split_budget": _("Which of our villages gets the money for culture this year?"),
        "waste_days": _("On which days does the one truck come to each of our villages?"),
        "sports_ground": _("In which of our villages is the one sports ground built?"),
        "bus_line": _("Where does a bus stop that runs through three aimaks?"),
        "shared_landfill": _("How do five aimaks share the cost of one landfill?"),
        "road_between": _("Who clears snow from the road between two aimaks?"),
    }


def meeting_labels() -> dict[str, str]:
    """At which level a meeting is held."""
    return {"village": _("In the village"), "aimak": _("In the aimak"), "rayon": _("In the rayon")}


def kind_label(kind: str) -> str:
    """A kind of meeting in the data.

    :raises KeyError: if there is no such kind.
    """
    return {
        "assembly": _("Village assembly"),
        "needs": _("Joint needs assessment"),
        "stakeholders": _("Meeting of stakeholders"),
    }[kind]

"""What the charters of the unit `participation` say, in the reader's language. Both are invented."""

from __future__ import annotations

from aimak.i18n import translate as _


def topic_label(topic: str) -> str:
    """A topic of a charter.

    :raises KeyError: if there is no such topic.
    """
    return {
        "notice": _("How people learn of an assembly"),
        "hour": _("When it is held"),
        "language": _("In which language"),
        "agenda": _("Who puts a question on the agenda"),
        "answer": _("What becomes of proposals"),
        "monitoring": _("Who sits in the joint monitoring group"),
    }[topic]


def clause_text(topic: str, openness: int) -> str:
    """What an invented charter says: three wordings of each topic, 0 lets in the fewest."""
    return {
        "notice": (
            _("A notice hangs at the aiyl okmotu."),
            _("A notice hangs in each village."),
            _("A notice hangs in each village, and each street has somebody who tells the others."),
        ),
        "hour": (
            _("In the working hours of the aiyl okmotu."),
            _("On a day off."),
            _("On a day off, at an hour that the women’s council and the farthest village agree to."),
        ),
        "language": (
            _("In the language of the chair."),
            _("In the language of the chair; others may ask in theirs."),
            _("In each language that is spoken at home here, with somebody who interprets."),
        ),
        "agenda": (
            _("The head of aiyl okmotu."),
            _("The head, or a deputy."),
            _("The head, a deputy, or ten inhabitants with their signatures."),
        ),
        "answer": (
            _("The chair thanks for them."),
            _("They are written into the minutes."),
            _("They are written into the minutes, and each gets an answer with a reason."),
        ),
        "monitoring": (
            _("Staff of the aiyl okmotu."),
            _("Staff, and people whom the head invites."),
            _("Staff, and people from each village whom the assemblies choose."),
        ),
    }[topic][openness]


def amendment_labels() -> dict[str, str]:
    """Amendments that somebody proposes."""
    return {
        "hour_rule": _("No assembly in the hours of milking; somebody looks after the children"),
        "youth_item": _("Pupils and students set one item of each agenda"),
        "two_languages": _("Notices and speeches in two languages"),
        "in_turn": _("Assemblies are held far away and in the centre in turn"),
        "evening_garden": _("The kindergarten opens on every evening of the year"),
        "youth_secretary": _("A paid secretary for youth, all year"),
        "all_papers": _("Every paper of the kenesh is translated"),
        "every_bus": _("A bus for every session, commission and assembly"),
        "fine": _("Who does not come to an assembly pays a fine"),
        "school_lessons": _("Lessons in school are held at other hours, so that pupils can come"),
        "new_tax": _("A new tax pays for transport to assemblies"),
        "guests_first": _("Honoured guests sit in front and speak first"),
    }

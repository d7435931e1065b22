"""Names of what a hearing has, in the reader's language."""

from __future__ import annotations

from aimak.i18n import translate as _
from aimak.municipal.hearing import Kind, Moderation, Notice, Reason, Status, Topic


def topic_label(topic: Topic) -> str:
    """What proposals are about."""
    return {
        Topic.EDUCATION: _("Education"),
        Topic.HEALTH: _("Health care"),
        Topic.LEISURE: _("Leisure"),
        Topic.COMMUNAL: _("Communal services"),
    }[topic]


def kind_label(kind: Kind) -> str:
    """What a hearing is about."""
    return {Kind.DRAFT: _("Budget draft"), Kind.EXECUTION: _("Budget execution")}[kind]


def status_label(status: Status) -> str:
    """What became of a proposal."""
    return {
        Status.OPEN: _("Not decided"),
        Status.ACCEPTED: _("Accepted"),
        Status.DECLINED: _("Declined"),
    }[status]


def reason_label(reason: Reason) -> str:
    """Why a proposal was declined."""
    return {
        Reason.NOT_OURS: _("Not for the municipality to decide"),
        Reason.PLANNED: _("Already in the draft"),
        Reason.NO_MONEY: _("No money this year"),
    }[reason]


def asked_by_label(group: str) -> str:
    """Who asked: a group, never a name.

    :raises KeyError: for a word that the register does not use.
    """
    return {
        "women": _("Women"),
        "youth": _("Young people"),
        "far_village": _("People from far away"),
        "parents": _("Parents"),
        "farmers": _("Farmers"),
        "one_person": _("One person"),
    }[group]


def notice_label(item: Notice) -> str:
    """What a notice says."""
    return {
        Notice.WHAT: _("What the hearing is about"),
        Notice.WHEN: _("Day and hour"),
        Notice.WHERE: _("The place"),
        Notice.MATERIALS: _("Where the one-page budget can be read"),
        Notice.WRITING: _("How to send a proposal without coming"),
        Notice.CONTACT: _("Whom to ask"),
        Notice.RIDE: _("How people from far away get there and home"),
        Notice.ANSWER: _("How proposals will be answered"),
    }[item]


def rule_label(rule: Moderation) -> str:
    """The moderator's rule."""
    return {
        Moderation.FIRST_COME: _("First hand first, no limit"),
        Moderation.TIME_LIMIT: _("First hand first, with a limit"),
        Moderation.ONE_ROUND: _("One round, villages in turn"),
        Moderation.SMALL_GROUPS: _("Tables talk, then report"),
    }[rule]

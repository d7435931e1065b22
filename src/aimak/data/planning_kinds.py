"""The kinds that every needs assessment of the data package shares: needs, focus groups, measures. All invented."""

from __future__ import annotations

from collections.abc import Iterator

#: need -> (name, what happened where it is the talk of the place); the columns of planning_lists.csv in this order.
NEEDS = {
    "water": ("Drinking water", "The old pump stopped twice in summer, and street taps were dry."),
    "waste": ("Waste removal", "Waste was heaped near the school, and parents complained."),
    "roads": ("Village roads", "After heavy rain the road to the school could not be used."),
    "lighting": ("Street lighting", "On dark evenings people fell on a street without lamps."),
    "clubs": ("Clubs for youth", "The club room was cold in winter, and the youth had no place to meet."),
    "veterinary": ("Veterinary service", "A disease spread on the pastures, and help came late."),
}
#: The group of the far village, which a municipality of one village does not have.
FAR = "far_village"
#: group -> (sex, age, place, name)
GROUPS = {
    "women_youth": ("women", "youth", "main", "Young women"),
    "women_adult": ("women", "adult", "main", "Adult women"),
    "women_elderly": ("women", "elderly", "main", "Elderly women"),
    "men_youth": ("men", "youth", "main", "Young men"),
    "men_adult": ("men", "adult", "main", "Adult men"),
    "men_elderly": ("men", "elderly", "main", "Elderly men"),
    FAR: ("all", "all", "far", "The far village"),
}
#: measure -> (need, outdoors, part of the people whom it reaches, name)
MEASURES = {
    "street_taps": ("water", True, 0.45, "Repair of street taps"),
    "spare_pump": ("water", False, 0.60, "A spare pump"),
    "containers": ("waste", False, 0.50, "Waste containers"),
    "waste_rounds": ("waste", False, 0.65, "Waste rounds twice a month"),
    "school_road": ("roads", True, 0.40, "Gravel for the school road"),
    "far_bridge": ("roads", True, 0.95, "A small bridge to the far village"),
    "street_lamps": ("lighting", True, 0.55, "Lamps on the main street"),
    "far_lamps": ("lighting", True, 0.90, "Lamps in the far village"),
    "sports_club": ("clubs", False, 0.18, "A sports club after school"),
    "club_stove": ("clubs", False, 0.15, "A stove for the club room"),
    "vet_post": ("veterinary", False, 0.35, "Equipment for the veterinary post"),
    "vet_visits": ("veterinary", False, 0.30, "Veterinary visits"),
}
#: Measures that need open roads and soft ground.
OUTDOORS = frozenset(key for key, (_need, outdoors, _share, _label) in MEASURES.items() if outdoors)


def need_rows() -> Iterator[tuple[object, ...]]:
    """The rows of planning_needs.csv."""
    for need, (label, _story) in NEEDS.items():
        yield need, label


def group_rows() -> Iterator[tuple[object, ...]]:
    """The rows of planning_groups.csv."""
    for group, (sex, age, place, label) in GROUPS.items():
        yield group, sex, age, place, label


def measure_rows() -> Iterator[tuple[object, ...]]:
    """The rows of planning_measure_kinds.csv."""
    for measure, (need, outdoors, _share, label) in MEASURES.items():
        yield measure, need, "true" if outdoors else "false", label

"""The unit `planning`: needs of focus groups, a service passport, a joint action plan, measures under a ceiling.

Money is whole som (see :mod:`aimak.municipal.money`). The steps follow the joint needs assessment and the joint
action plan as vap.kg and municipalitet.kg describe them.
"""

from aimak.municipal.planning.action_plan import (
    ActionStep,
    JointActionPlan,
    PlanFinding,
    PlanRule,
    check_plan,
    quarter,
    spent_by_quarter,
)
from aimak.municipal.planning.ceiling import Dropped, Fit, Measure, fit_ceiling, from_the_top, worth
from aimak.municipal.planning.passport import Entry, Gap, Question, ServicePassport, Standard, gaps
from aimak.municipal.planning.records import FocusGroup, Weight, heard
from aimak.municipal.planning.representation import (
    Presence,
    after_meeting,
    least_heard,
    not_heard,
    people_to_meet,
    representation,
)
from aimak.municipal.planning.voting import (
    Pairwise,
    Tally,
    approval,
    asked_share,
    borda,
    needs_of,
    pairwise,
    people_with_a_need,
)

__all__ = [
    "ActionStep",
    "Dropped",
    "Entry",
    "Fit",
    "FocusGroup",
    "Gap",
    "JointActionPlan",
    "Measure",
    "Pairwise",
    "PlanFinding",
    "PlanRule",
    "Presence",
    "Question",
    "ServicePassport",
    "Standard",
    "Tally",
    "Weight",
    "after_meeting",
    "approval",
    "asked_share",
    "borda",
    "check_plan",
    "fit_ceiling",
    "from_the_top",
    "gaps",
    "heard",
    "least_heard",
    "needs_of",
    "not_heard",
    "pairwise",
    "people_to_meet",
    "people_with_a_need",
    "quarter",
    "representation",
    "spent_by_quarter",
    "worth",
]

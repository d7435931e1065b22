"""The unit `control`: managing and checking a service.

Indicators and targets, plan and actual by month, why a cost differs, control charts, complaint times, duties, and what
an auditor reads in a ledger. Money is whole som; times are working days.
"""

from aimak.municipal.control.audit import (
    AuditFinding,
    Entry,
    Wrong,
    audit,
    doubled,
    number_gaps,
    split_purchases,
    wrong_carries,
    wrong_month,
)
from aimak.municipal.control.chart import RUN, SIGMAS, ControlChart, Signal, SignalKind, control_chart
from aimak.municipal.control.complaints import (
    ANSWER_TERM,
    REGISTER_TERM,
    Complaint,
    ComplaintTimes,
    complaint_times,
    working_days,
)
from aimak.municipal.control.duties import (
    SEPARATE,
    Duty,
    DutyFault,
    DutyFinding,
    DutyRules,
    check_duties,
    harm_alone,
)
from aimak.municipal.control.indicators import (
    Better,
    Indicator,
    Kind,
    Status,
    TargetFault,
    status,
    target_fault,
)
from aimak.municipal.control.months import MONTHS, MonthRow, forecast, money_ends, plan_and_actual
from aimak.municipal.control.variance import CostVariance, PriceQuantity, cost_variance, price_quantity

__all__ = [
    "ANSWER_TERM",
    "MONTHS",
    "REGISTER_TERM",
    "RUN",
    "SEPARATE",
    "SIGMAS",
    "AuditFinding",
    "Better",
    "Complaint",
    "ComplaintTimes",
    "ControlChart",
    "CostVariance",
    "Duty",
    "DutyFault",
    "DutyFinding",
    "DutyRules",
    "Entry",
    "Indicator",
    "Kind",
    "MonthRow",
    "PriceQuantity",
    "Signal",
    "SignalKind",
    "Status",
    "TargetFault",
    "Wrong",
    "audit",
    "check_duties",
    "complaint_times",
    "control_chart",
    "cost_variance",
    "doubled",
    "forecast",
    "harm_alone",
    "money_ends",
    "number_gaps",
    "plan_and_actual",
    "price_quantity",
    "split_purchases",
    "status",
    "target_fault",
    "working_days",
    "wrong_carries",
    "wrong_month",
]

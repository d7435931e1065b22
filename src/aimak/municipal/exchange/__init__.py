"""The unit `exchange`: fair comparison, an index and its weights, peers, practice cards, visits and round tables.

Amounts are whole som (see :mod:`aimak.municipal.money`); distances between situations are in ordinary differences.
"""

from aimak.municipal.exchange.cards import Part, PracticeCard, change, cost_here
from aimak.municipal.exchange.compare import (
    FEW_PEERS,
    INHABITANTS,
    Alike,
    Standing,
    alike,
    middle_half,
    per_hundred,
    robust_spread,
    robust_step,
    standing,
)
from aimak.municipal.exchange.index import (
    check_weights,
    composite,
    first_shares,
    firsts,
    leaning,
    score,
    swap_weight,
    weight_grid,
)
from aimak.municipal.exchange.peers import Candidate, Distance, distance, learn_from, nearest
from aimak.municipal.exchange.tables import best_pairs, can_help, good_pairs
from aimak.municipal.exchange.visit import Missing, Promise, Trip, follow_up_rate, share_kept

__all__ = [
    "FEW_PEERS",
    "INHABITANTS",
    "Alike",
    "Candidate",
    "Distance",
    "Missing",
    "Part",
    "PracticeCard",
    "Promise",
    "Standing",
    "Trip",
    "alike",
    "best_pairs",
    "can_help",
    "change",
    "check_weights",
    "composite",
    "cost_here",
    "distance",
    "first_shares",
    "firsts",
    "follow_up_rate",
    "good_pairs",
    "leaning",
    "learn_from",
    "middle_half",
    "nearest",
    "per_hundred",
    "robust_spread",
    "robust_step",
    "score",
    "share_kept",
    "standing",
    "swap_weight",
    "weight_grid",
]

"""Collect hand-ins that arrive in any state: unpack (:mod:`.unpack`), read (:mod:`.read`), find out whose they are
(:mod:`.identify`), mend (:mod:`.mend`), and keep the ledger (:mod:`.run`)."""

from aimak.cohort.collect.run import Collected, collect

__all__ = ["Collected", "collect"]

"""The arithmetic of the field: pure functions on frozen records, standard library only.

It runs in a trainee's browser, so nothing here may import a third-party package or another part of aimak.
Amounts are whole **som** (``int``), so that sums are exact; people read and type **thousand som** with one decimal.
"""

"""What translators need: texts gathered from their sources, tables, statistics, and the gate that a language passes.

Nothing of this runs in a browser, and nothing of it is needed to show a translated text; that is :mod:`aimak.i18n`.
"""

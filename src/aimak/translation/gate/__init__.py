"""The gate that a language passes: functions that return problems in words.

`make test` and `aimak i18n check` call the same ones. What is checked by whom:

=============  =====================================================================================
function       finds
=============  =====================================================================================
fresh          catalogs that are behind their sources
complete       texts without a translation, and guesses that nobody has looked at
texts          marks, figures, letters, address and terms of every translated text
alike          texts of the programs that two catalogs translate in two ways
pages          English left on built pages
=============  =====================================================================================
"""

from aimak.translation.gate.alike import alike
from aimak.translation.gate.check import CHECKS, check_text, complete, fresh, pages, texts
from aimak.translation.gate.problem import Problem

__all__ = ["CHECKS", "Problem", "alike", "check_text", "complete", "fresh", "pages", "texts"]

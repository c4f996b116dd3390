"""Primary suppression of what leaves the building (CONVENTIONS §5, profile DFE_CIN).

Counts of children from 1 to 5, and percentages or rates made from such a count, become [c]; zero is shown. Secondary
suppression over the whole publication comes with a later issue: until then a reader may work a cell out from totals.
"""

from dataclasses import replace

from quarterday.indicators import Indicator, Result
from quarterday.indicators.results import OK, SUPPRESSED

SMALLEST = 1
LARGEST = 5
PUBLIC = "public"


def protected(result: Result, indicator: Indicator, audience: str) -> Result:
    """The figure as an audience may see it: a public one without small numbers of children."""
    if audience != PUBLIC or result.status != OK or not indicator.of.about_child:
        return result
    small = result.numerator is not None and SMALLEST <= abs(result.numerator) <= LARGEST
    few = result.denominator is not None and SMALLEST <= result.denominator <= LARGEST
    if small or few:
        return replace(result, numerator=None, denominator=None, value=None, status=SUPPRESSED)
    return result

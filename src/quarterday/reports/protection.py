"""A figure as its audience may see it."""

from dataclasses import replace

from quarterday.disclosure import Profile
from quarterday.indicators import Count, Indicator, Mix, Percentage, Rate, Result
from quarterday.indicators.evaluate import share
from quarterday.indicators.results import OK, SUPPRESSED


def hidden(result: Result) -> Result:
    """The figure without its numbers; one that is not known stays so."""
    if result.status == "x":
        return result
    return replace(result, numerator=None, denominator=None, value=None, status=SUPPRESSED)


def printed(result: Result, indicator: Indicator, profile: Profile) -> Result:
    """The figure with its numbers of children as the profile prints them, and its value made from those."""
    if profile.nearest == 1 or result.status != OK or not indicator.of.about_child or result.numerator is None:
        return result
    above = profile.printed(result.numerator)
    if isinstance(indicator, Count):
        return replace(result, numerator=above, value=float(above))
    if isinstance(indicator, Rate) and result.denominator:
        return replace(result, numerator=above, value=above * 10_000 / result.denominator)
    if isinstance(indicator, Percentage | Mix):
        above, below, value, status = share(above, profile.printed(result.denominator or 0))  # type: ignore[assignment]
        return replace(result, numerator=above, denominator=below, value=value, status=status)
    return result

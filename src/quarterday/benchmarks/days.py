"""The day that a published year of an indicator ends on, or counts at: 31 March, or 30 September of the workforce."""

from datetime import date

from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.measures import MEASURES

_DAYS = {measure.code: BY_KEY[measure.family].month_day for measure in MEASURES}


def day_of(code: str, year: int) -> date:
    """The day of an indicator's published year."""
    month, day = _DAYS[code]
    return date(year, month, day)

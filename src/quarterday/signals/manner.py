"""How to judge a series, and over which months."""

from dataclasses import dataclass
from datetime import date

from quarterday.records.months import add_months
from quarterday.records.periods import Period, month_of
from quarterday.signals.xmr import RUN_LENGTH

FLOW_MONTHS = 36
"""Months of a flow that are usually judged."""
STOCK_MONTHS = 60
"""Month ends of a stock that are usually taken, the first four years of them as its baseline."""


@dataclass(frozen=True)
class Manner:
    """How to judge, where that is not as usual; `improvement` and `target` replace the indicator's and the settings'."""

    improvement: str | None = None
    target: float | None = None
    screening: bool = True
    run_length: int = RUN_LENGTH
    baseline: int | None = None


AS_USUAL = Manner()


def months_to(day: date, count: int) -> tuple[Period, ...]:
    """So many whole months, the last of them ending on a day or before it."""
    last = month_of(day)
    if last.end > day:
        last = month_of(add_months(last.start, -1))
    return tuple(month_of(add_months(last.start, -back)) for back in range(count - 1, -1, -1))

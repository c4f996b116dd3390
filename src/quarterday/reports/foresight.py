"""What the next editions of a report will tell of time that is over already: it is left open for them from now on.

An edition tells the quarter's end and the same day of earlier years. The next one tells the same of days a quarter later,
and most of those lie in time that is over: what an edition shows can already give away what a later one must hide.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from quarterday.disclosure import StatementKey
from quarterday.records.months import add_months
from quarterday.records.periods import quarter_of

EDITIONS = 3
"""How many editions to look ahead: the fourth stands beside this one's own figures, which are told here."""


def later_days(day: date, end: date) -> list[date]:
    """The days that later editions have in the place of a quarter's end told here, as far as they are over by `end`."""
    days = [quarter_of(add_months(day, 3 * n)).end for n in range(1, EDITIONS + 1)]
    return [each for each in days if each <= end]


def foreseen(told: Iterable[StatementKey], days: Iterable[date], end: date) -> Iterator[StatementKey]:
    """The figures of later editions in the place of those told here of some `days` before `end`."""
    moving = {day: later_days(day, end) for day in days if day < end}
    for code, kind, day, breakdown, group in told:
        for later in moving.get(day, ()):
            yield code, kind, later, breakdown, group

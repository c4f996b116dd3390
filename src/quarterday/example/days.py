"""Believable days: working days mostly, clustered as work is, quiet in August and at Christmas."""

from datetime import date, timedelta
from functools import lru_cache
from random import Random

from quarterday.records.working_days import add_working_days, is_working_day

QUICKER_SINCE = date(2021, 4, 1)
"""From then on more assessments are done in ten working days: the published median fell from 14 to 13."""
IN_TIME = 45

ASSESSMENT_DAYS = (
    ((0, 0), 3.4),
    ((1, 10), 29.4),
    ((11, 20), 38.5),
    ((21, 30), 7.4),
    ((31, 40), 6.8),
    ((41, 45), 11.2),
    ((46, 47), 1.2),
    ((48, 50), 0.4),
    ((51, 60), 0.6),
    ((61, 80), 1.1),
)
"""Working days from start to authorisation, in the bands that DfE publishes: two humps."""


MONDAY = 0
OTHER_DAYS_QUIETER = 0.2
"""How often a contact falls on another day after all, for every day that is no Monday."""


class Days:
    """Chooses days by chance, within the span of the records."""

    def __init__(self, chance: Random, end: date) -> None:
        self.chance = chance
        self.end = end

    def known(self, day: date) -> date | None:
        """The day, or nothing where it lies after the end of the records."""
        return day if day <= self.end else None

    def within(self, first: date, last: date, weekend: float = 0.03) -> date:
        """A day of a span: a working day but for a few at weekends."""
        span = (last - first).days
        for _ in range(8):
            day = first + timedelta(days=self.chance.randint(0, span))
            if is_working_day(day) or self.chance.random() < weekend:
                return day
        return day

    def after(self, day: date, working_days: int) -> date:
        """Some working days later."""
        return max(day, shifted(day, working_days)) if working_days >= 0 else shifted(day, working_days)

    def at_the_door(self, first: date, last: date, weekend: float = 0.03) -> date:
        """A day on which the service hears of a child: Mondays are the busiest."""
        day = self.within(first, last, weekend)
        while day.weekday() != MONDAY and self.chance.random() < OTHER_DAYS_QUIETER:
            day = self.within(first, last, weekend)
        return day

    def assessment(self, day: date, lateness: float) -> int:
        """Working days that an assessment takes, begun on a day in a team so often late against the usual."""
        quicker = 1.25 if day >= QUICKER_SINCE else 1.0
        weights = [
            weight * (lateness if low > IN_TIME else quicker if 1 <= low <= 10 else 1.0)
            for (low, _), weight in ASSESSMENT_DAYS
        ]
        ((low, high),) = self.chance.choices([band for band, _ in ASSESSMENT_DAYS], weights)
        return self.chance.randint(low, high)

    def gap(self, usual: float, limit: int, late: float, month: int) -> int:
        """A gap between visits in working days: mostly within the limit, later in August and December."""
        slower = 1.6 if month in (8, 12) else 1.0
        if self.chance.random() < late * slower:
            return limit + 1 + int(self.chance.expovariate(1 / 5))
        return max(1, min(limit, round(self.chance.gauss(usual, usual / 3))))


@lru_cache(maxsize=200_000)
def shifted(day: date, working_days: int) -> date:
    """A day some working days later, or earlier where negative."""
    return add_working_days(day, working_days)

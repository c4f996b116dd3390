"""Time between events, for what happens too seldom to be counted by the month (a t chart)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from quarterday.signals.errors import TooShortError
from quarterday.signals.exact import exact
from quarterday.signals.limits import FIRM_POINTS, limits_of
from quarterday.signals.rules import DOWN, UP, Match, matches

POWER = 1 / 3.6
"""Waiting times to this power vary nearly like a normal quantity (Nelson)."""
FEWEST_DAYS = 3
"""Days with events that are needed: they give two gaps."""


@dataclass(frozen=True)
class Gap:
    """The days from one day with an event to the next, and what was found of it."""

    until: date
    days: int
    matches: tuple[Match, ...]

    @property
    def signal(self) -> bool:
        """Whether it is a special cause."""
        return bool(self.matches)

    @property
    def direction(self) -> str | None:
        """`down` where events came unusually seldom (a long gap), `up` where unusually often: of the events, not the gap."""
        if not self.matches:
            return None
        return DOWN if self.matches[0].direction == UP else UP


@dataclass(frozen=True)
class TimeBetween:
    """Gaps between days with events, their typical length and limits in days.

    `since` counts the days from the last event to the end of the series; `since_is_long` says that they already exceed
    the upper limit: too long a wait for a stable system.
    """

    gaps: tuple[Gap, ...]
    typical: float
    lower: float
    upper: float
    trial: bool
    since: int
    since_is_long: bool


def time_between(days: Iterable[date], *, until: date, screening: bool = True, run_length: int = 7) -> TimeBetween:
    """The time between events up to a day.

    Several events of one day (siblings) count as one, since a gap of no days says nothing of when the next will come. The
    gaps are judged to the power of 1/3.6, by the same rules as an XmR chart, and given in days.
    Raises TooShortError for fewer than three days with events.
    """
    when = sorted({day for day in days if day <= until})
    if len(when) < FEWEST_DAYS:
        raise TooShortError(f"Time between events needs {FEWEST_DAYS} days with events; here there are {len(when)}.")
    lengths = [(later - earlier).days for earlier, later in pairwise(when)]
    raised = exact([length**POWER for length in lengths])
    limits = limits_of(raised, screening=screening)
    found = matches(raised, limits, run_length)
    since = (until - when[-1]).days
    return TimeBetween(
        gaps=tuple(Gap(*each) for each in zip(when[1:], lengths, found, strict=True)),
        typical=_in_days(limits.mean),
        lower=_in_days(limits.lower),
        upper=_in_days(limits.upper),
        trial=limits.points < FIRM_POINTS,
        since=since,
        since_is_long=since > _in_days(limits.upper),
    )


def _in_days(raised: Fraction) -> float:
    return float(max(float(raised), 0.0) ** (1 / POWER))

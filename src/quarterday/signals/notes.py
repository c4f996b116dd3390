"""What a reader of a chart is told beside it: trial limits, a re-base to consider, a count too small for it."""

from collections.abc import Sequence
from fractions import Fraction

from quarterday.signals.chart import Point
from quarterday.signals.exact import mean_of
from quarterday.signals.limits import FIRM_POINTS, ExactLimits

FEWEST_COUNTED = 5
"""Counts with a mean under this are too few for XmR."""

RARE = (
    f"The mean is under {FEWEST_COUNTED}: if these are counts, judge the time between events instead; limits on so few "
    "mislead."
)


def notes_of(
    points: Sequence[Point], values: Sequence[Fraction], first: int, limits: ExactLimits, run_length: int
) -> tuple[str, ...]:
    """The notes on a chart whose last group begins at `first`."""
    notes = (_trial(limits), _rare(values), _proposal(points, values, first, limits, run_length), _both(points[-1]))
    return tuple(note for note in notes if note)


def _trial(limits: ExactLimits) -> str:
    if limits.points >= FIRM_POINTS:
        return ""
    return f"Trial limits: they rest on {limits.points} points and are firm from {FIRM_POINTS}."


def _rare(values: Sequence[Fraction]) -> str:
    """Only of counts: whole numbers that are not negative."""
    counted = all(value.denominator == 1 and value >= 0 for value in values)
    if not counted or not 0 < mean_of(values) < FEWEST_COUNTED:
        return ""
    return RARE


def _proposal(points: Sequence[Point], values: Sequence[Fraction], first: int, limits: ExactLimits, run_length: int) -> str:
    """A re-base is proposed where a shift lasts to the last point; it is made only once someone has recorded why."""
    start = len(values)
    side = limits.side(values[-1])
    while start > first and side and limits.side(values[start - 1]) == side:
        start -= 1
    if len(values) - start < run_length or start == first:
        return ""
    where = points[start].period or f"point {start + 1}"
    return (
        f"The last {len(values) - start} points lie on one side of the mean. If the cause is known and will last, a re-base "
        f"from {where} may be considered; it takes effect once its reason, author and date are recorded."
    )


def _both(last: Point) -> str:
    if len(last.kinds) < 2:
        return ""
    found = " and ".join(f"{match.rule} ({match.direction})" for match in last.matches)
    return f"The last point is both {' and '.join(last.kinds)}, by different rules: {found}."

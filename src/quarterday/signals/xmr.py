"""XmR charts: how a series varies by itself, and which points vary by more than that (CONVENTIONS §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quarterday.signals.chart import Limits, Point, Rebase, XmrChart
from quarterday.signals.errors import SignalError
from quarterday.signals.exact import Number, exact, exact_number
from quarterday.signals.limits import FEWEST_POINTS, FIRM_POINTS, NEAR, ExactLimits, limits_of
from quarterday.signals.notes import notes_of
from quarterday.signals.rules import Match, matches
from quarterday.signals.words import FAIL, HIT_OR_MISS, IMPROVE_UP, NEITHER, PASS, check_improvement

RUN_LENGTH = 7
"""Points of a trend or shift; 6 is the custom of run charts."""
RUN_LENGTHS = range(5, 13)
UNSAID = "The target lies outside the limits; say which way is better to know whether it will be met."
TOO_EARLY = "A re-base is on the record and takes effect with its second point."

ANYTHING: tuple[None, None] = (None, None)
AT_LEAST_NOTHING = (0, None)
PERCENTAGE = (0, 100)

Feasible = tuple[Number | None, Number | None]
"""The least and the greatest value that is possible; None where there is none."""


@dataclass(frozen=True)
class _Group:
    """The points [first, beyond) that share lines."""

    first: int
    beyond: int
    limits: ExactLimits
    rebase: Rebase | None


def xmr(
    values: Sequence[Number],
    *,
    periods: Sequence[str] | None = None,
    improvement: str = NEITHER,
    target: Number | None = None,
    screening: bool = True,
    run_length: int = RUN_LENGTH,
    baseline: int | None = None,
    rebases: Sequence[Rebase] = (),
    feasible: Feasible = ANYTHING,
) -> XmrChart:
    """The XmR chart of a series in the order of time.

    `improvement` is up, down or neither; `baseline` fixes the lines of each group by its first points; each of
    `rebases` begins a new group and must have its reason, author and date. Limits are computed from the values alone
    and only those to be drawn are clipped to `feasible`.

    Raises SignalError for a value that is not a finite number, an unknown direction, a run length outside 5 to 12, a
    baseline under 2 and a re-base without its record; TooShortError where a group has fewer than two points.
    """
    _check(improvement, run_length, baseline, periods, values)
    points = exact(values)
    taken, early = _in_effect(rebases, len(points))
    groups = [
        _Group(first, beyond, limits_of(points[first:beyond][:baseline], screening=screening), rebase)
        for first, beyond, rebase in _spans(len(points), taken)
    ]
    goal = exact_number(target, "The target") if target is not None else None
    judged = tuple(
        Point(float(value), periods[group.first + n] if periods else None, place, found, improvement)
        for place, group in enumerate(groups)
        for n, (value, found) in enumerate(_judged(points, group, run_length))
    )
    kind = _assurance(groups[-1].limits, goal, improvement)
    last = groups[-1]
    return XmrChart(
        points=judged,
        groups=tuple(_lines(group, feasible) for group in groups),
        improvement=improvement,
        target=float(goal) if goal is not None else None,
        assurance_kind=kind,
        screening=screening,
        run_length=run_length,
        baseline=baseline,
        notes=(
            *notes_of(judged, points, last.first, last.limits, run_length),
            *([TOO_EARLY] if early else []),
            *([UNSAID] if goal is not None and not kind else []),
        ),
    )


def _judged(points: Sequence[Fraction], group: _Group, run_length: int) -> list[tuple[Fraction, tuple[Match, ...]]]:
    values = points[group.first : group.beyond]
    return list(zip(values, matches(values, group.limits, run_length), strict=True))


def _in_effect(rebases: Sequence[Rebase], count: int) -> tuple[list[Rebase], bool]:
    """The re-bases with two points or more of their own, and whether the last one still waits for its second point."""
    for rebase in rebases:
        if not all(text.strip() for text in (rebase.reason, rebase.author, rebase.recorded)):
            raise SignalError("A re-base needs its reason, its author and the date it was recorded. Record all three.")
        if not 0 < rebase.at < count:
            raise SignalError(f"A re-base starts at one of the points 2 to {count}, not at {rebase.at + 1}.")
    taken = [rebase for rebase in rebases if rebase.at <= count - FEWEST_POINTS]
    return taken, len(taken) < len(rebases)


def _spans(count: int, rebases: Sequence[Rebase]) -> list[tuple[int, int, Rebase | None]]:
    """The groups as [first, beyond), each with the re-base that began it."""
    begun = {rebase.at: rebase for rebase in rebases}
    starts = [0, *sorted(begun)]
    return [(first, beyond, begun.get(first)) for first, beyond in zip(starts, [*starts[1:], count], strict=True)]


def _lines(group: _Group, feasible: Feasible) -> Limits:
    exactly = group.limits
    least, most = (None if bound is None else exact_number(bound, "A bound") for bound in feasible)
    near = NEAR * exactly.moving_range
    return Limits(
        first=group.first,
        last=group.beyond - 1,
        mean=float(exactly.mean),
        lower=float(exactly.lower),
        upper=float(exactly.upper),
        near_lower=float(exactly.mean - near),
        near_upper=float(exactly.mean + near),
        shown_lower=float(exactly.lower if least is None else max(exactly.lower, least)),
        shown_upper=float(exactly.upper if most is None else min(exactly.upper, most)),
        points=exactly.points,
        trial=exactly.points < FIRM_POINTS,
        rebase=group.rebase,
    )


def _assurance(limits: ExactLimits, target: Fraction | None, improvement: str) -> str | None:
    """Whether the lines in force promise the target; None without one, and off the lines where neither way is good."""
    if target is None:
        return None
    if limits.lower <= target <= limits.upper:
        return HIT_OR_MISS
    if improvement == NEITHER:
        return None
    return FAIL if (target > limits.upper) == (improvement == IMPROVE_UP) else PASS


def _check(
    improvement: str, run_length: int, baseline: int | None, periods: Sequence[str] | None, values: Sequence[Number]
) -> None:
    check_improvement(improvement)
    if run_length not in RUN_LENGTHS:
        raise SignalError(f"A run length is 5 to 12 points, not {run_length}. Seven is usual, six on run charts.")
    if baseline is not None and baseline < FEWEST_POINTS:
        raise SignalError(f"A baseline has at least {FEWEST_POINTS} points, not {baseline}; thirteen make it firm.")
    if periods is not None and len(periods) != len(values):
        raise SignalError(f"There are {len(values)} values and {len(periods)} periods. Give one period a value.")

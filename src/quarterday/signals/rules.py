"""The four rules for a special cause, as CONVENTIONS §3 states them; the first that matches names the point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from quarterday.signals.limits import ExactLimits

RULES_VERSION = "1.0"
"""Of the rule set; printed on every chart. It changes whenever a series could be judged differently."""

OUTSIDE = "outside"
TREND = "trend"
TWO_OF_THREE = "two of three"
SHIFT = "shift"
PRECEDENCE = (OUTSIDE, TREND, TWO_OF_THREE, SHIFT)
"""Every rule, the one that names a point first."""

UP = "up"
DOWN = "down"

_WINDOW = 3


@dataclass(frozen=True)
class Match:
    """One rule that a point matches, and the direction in which it does."""

    rule: str
    direction: str


def matches(values: Sequence[Fraction], limits: ExactLimits, run_length: int = 7) -> list[tuple[Match, ...]]:
    """For each point every rule that it matches, in the order of precedence; empty for common cause.

    A point may match a rule both ways: the turning point of a rise and a fall belongs to both trends.
    """
    found: list[set[Match]] = [set() for _ in values]
    for place, match in (
        *_outside(values, limits),
        *_trends(values, run_length),
        *_two_of_three(values, limits),
        *_shifts(values, limits, run_length),
    ):
        found[place].add(match)
    return [_in_order(each, values, place) for place, each in enumerate(found)]


Found = Iterator[tuple[int, Match]]
"""Places (from 0) with what they match."""


def _outside(values: Sequence[Fraction], limits: ExactLimits) -> Found:
    for place, value in enumerate(values):
        if limits.outside(value):
            yield place, Match(OUTSIDE, _direction(limits.side(value)))


def _trends(values: Sequence[Fraction], run_length: int) -> Found:
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(values)]
    for first in _runs(steps, run_length - 1):
        for place in range(first, first + run_length):
            yield place, Match(TREND, _direction(steps[first]))


def _two_of_three(values: Sequence[Fraction], limits: ExactLimits) -> Found:
    sides = [limits.side(value) for value in values]
    for first in _runs(sides, _WINDOW):
        near = [place for place in range(first, first + _WINDOW) if limits.near(values[place])]
        if len(near) >= _WINDOW - 1:
            for place in near:
                yield place, Match(TWO_OF_THREE, _direction(sides[first]))


def _shifts(values: Sequence[Fraction], limits: ExactLimits, run_length: int) -> Found:
    sides = [limits.side(value) for value in values]
    for first in _runs(sides, run_length):
        for place in range(first, first + run_length):
            yield place, Match(SHIFT, _direction(sides[first]))


def _runs(signs: Sequence[int], length: int) -> Iterator[int]:
    """Where each stretch of that many equal signs, none of them 0, begins."""
    for first in range(len(signs) - length + 1):
        stretch = set(signs[first : first + length])
        if len(stretch) == 1 and 0 not in stretch:
            yield first


def _direction(sign: int) -> str:
    return UP if sign > 0 else DOWN


def _in_order(found: set[Match], values: Sequence[Fraction], place: int) -> tuple[Match, ...]:
    """By precedence; of a point that turns a trend, the trend that led to it comes first."""
    led = UP if place and values[place] > values[place - 1] else DOWN
    return tuple(sorted(found, key=lambda match: (PRECEDENCE.index(match.rule), match.direction != led)))

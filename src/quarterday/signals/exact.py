"""Numbers taken exactly as written: on a line or off it must not hang on the last bit of a binary fraction."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from quarterday.signals.errors import SignalError

Number = int | float | Decimal | Fraction


def exact(values: Sequence[Number]) -> list[Fraction]:
    """Each value as an exact fraction; a float is taken as the shortest decimal that reads back as it.

    So 0.1 is one tenth, and thirteen of them have a mean of one tenth: no point of theirs lies off the mean.
    Raises SignalError for what is not a finite number, naming the point.
    """
    return [_one(value, place) for place, value in enumerate(values, start=1)]


def exact_number(value: Number, what: str) -> Fraction:
    """One number as an exact fraction. Raises SignalError, naming it, where it is not a finite number."""
    if isinstance(value, bool) or not isinstance(value, Number) or not math.isfinite(value):
        raise SignalError(f"{what} is not a number. Give a finite number.")
    return Fraction(repr(float(value))) if isinstance(value, float) else Fraction(value)


def mean_of(values: Sequence[Fraction]) -> Fraction:
    """The mean, exactly."""
    return sum(values, Fraction(0)) / len(values)


def _one(value: Number, place: int) -> Fraction:
    return exact_number(value, f"Point {place}")

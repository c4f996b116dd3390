"""The rules of XmR charts once more, as slowly and plainly as they can be said; shares no code with the product."""

from collections.abc import Sequence
from fractions import Fraction

Lines = tuple[Fraction, Fraction, Fraction, Fraction, Fraction]
"""Mean, lower limit, upper limit, lower and upper two-sigma line."""


def lines(baseline: Sequence[Fraction], *, screening: bool) -> Lines:
    mean = sum(baseline) / Fraction(len(baseline))
    ranges = [abs(baseline[i] - baseline[i - 1]) for i in range(1, len(baseline))]
    average = sum(ranges) / Fraction(len(ranges))
    if screening:
        ranges = [each for each in ranges if not each >= Fraction(3267, 1000) * average]
        average = sum(ranges) / Fraction(len(ranges)) if ranges else Fraction(0)
    limit, near = Fraction(266, 100) * average, Fraction(1773, 1000) * average
    return mean, mean - limit, mean + limit, mean - near, mean + near


def name_points(
    values: Sequence[Fraction], baseline: int | None = None, *, screening: bool = True, run: int = 7
) -> list[tuple[str | None, str | None]]:
    """For each point the rule that names it and its direction."""
    mean, lower, upper, near_lower, near_upper = lines(values[:baseline], screening=screening)
    named: list[tuple[str | None, str | None]] = []
    for i, y in enumerate(values):
        if y > upper:
            named.append(("outside", "up"))
        elif y < lower:
            named.append(("outside", "down"))
        elif direction := _in_trend(values, i, run):
            named.append(("trend", direction))
        elif near_upper < y <= upper and _one_of_two_near(values, i, mean, near_upper, upper):
            named.append(("two of three", "up"))
        elif lower <= y < near_lower and _one_of_two_near([-v for v in values], i, -mean, -near_lower, -lower):
            named.append(("two of three", "down"))
        elif _in_shift(values, i, run, mean):
            named.append(("shift", "up" if y > mean else "down"))
        else:
            named.append((None, None))
    return named


def _windows(values: Sequence[Fraction], i: int, length: int) -> list[Sequence[Fraction]]:
    """Every stretch of that many consecutive points in which point i stands, the earliest first."""
    return [values[s : s + length] for s in range(i - length + 1, i + 1) if s >= 0 and s + length <= len(values)]


def _in_trend(values: Sequence[Fraction], i: int, run: int) -> str | None:
    for w in _windows(values, i, run):
        if all(w[k] < w[k + 1] for k in range(run - 1)):
            return "up"
        if all(w[k] > w[k + 1] for k in range(run - 1)):
            return "down"
    return None


def _one_of_two_near(values: Sequence[Fraction], i: int, mean: Fraction, near: Fraction, limit: Fraction) -> bool:
    return any(all(v > mean for v in w) and sum(near < v <= limit for v in w) >= 2 for w in _windows(values, i, 3))


def _in_shift(values: Sequence[Fraction], i: int, run: int, mean: Fraction) -> bool:
    return any(all(v > mean for v in w) or all(v < mean for v in w) for w in _windows(values, i, run))

"""Stays: the stretches of month ends at which one record is counted in a stock."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stay:
    """A stretch of month ends at which one child (or record) is counted.

    Months are numbered from the first of the series, 0; `entered` is the first month end at which it is counted, and is
    negative where that was before the series; `left` is the first at which it is no longer counted, None where it still
    is at the last. Stays of one `family` may begin and end together.
    """

    entered: int
    left: int | None
    family: str

    def counted_at(self, month: int) -> bool:
        """Whether it is in the stock at a month's end."""
        return self.entered <= month and (self.left is None or self.left > month)


def counts_of(stays: Sequence[Stay], months: int) -> list[int]:
    """The stock at each month's end."""
    changes = [0] * (months + 1)
    for stay in stays:
        first, beyond = max(stay.entered, 0), months if stay.left is None else min(stay.left, months)
        if first < beyond:
            changes[first] += 1
            changes[beyond] -= 1
    total, counts = 0, []
    for change in changes[:months]:
        total += change
        counts.append(total)
    return counts


def together(families: Iterable[object]) -> float:
    """How much siblings widen the spread of a count: the sum of squared family sizes over the sum; 1 without siblings.

    If families come by chance one by one, a count of their children has this many times the variance of a count of
    single children (the compound Poisson).
    """
    sizes = Counter(families).values()
    return sum(size * size for size in sizes) / sum(sizes) if sizes else 1.0

"""Made-up systems in which nothing changes: stays that begin by chance and last as long as they last."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quarterday.signals import Stay

ALONE = ((1, 1.0),)
SIBLINGS = ((1, 0.55), (2, 0.25), (3, 0.13), (4, 0.07))
"""Children of a family who start together: a mean of 1.72, and 2.3 times the variance of single children."""


@dataclass(frozen=True)
class System:
    """So many starts a month, stays of a mean length in months and a shape (1 = exponential), by families.

    `together`: siblings leave on one day as well. `change` multiplies the starts from a month of the series on.
    """

    starts: float
    months_stayed: float
    shape: float = 1.0
    families: tuple[tuple[int, float], ...] = ALONE
    together: bool = True
    change: float = 1.0
    change_from: int = 0

    def stays(self, chance: np.random.Generator, months: int) -> list[Stay]:
        """The stays at so many month ends of a system that has run for long."""
        before = math.ceil(self.months_stayed * 8)
        sizes = [size for size, _ in self.families]
        shares = [share for _, share in self.families]
        families = self.starts / float(np.dot(sizes, shares))
        steady = chance.uniform(-before, months, chance.poisson(families * (before + months)))
        more = max(self.change - 1, 0) * families * (months - self.change_from)
        added = chance.uniform(self.change_from, months, chance.poisson(more))
        begun = np.concatenate([steady, added])
        drawn = chance.choice(sizes, size=len(begun), p=shares)
        return [
            stay
            for family, (start, size) in enumerate(zip(begun.tolist(), drawn.tolist(), strict=True))
            for stay in self._of_family(chance, f"family {family}", start, size, months)
        ]

    def _of_family(self, chance: np.random.Generator, family: str, start: float, size: int, months: int) -> list[Stay]:
        count = 1 if self.together else size
        lengths = chance.gamma(self.shape, self.months_stayed / self.shape, count).tolist() * (size // count)
        spans = [(math.ceil(start), math.ceil(start + length)) for length in lengths]
        return [
            Stay(entered, left if left < months else None, family)
            for entered, left in spans
            if entered < left and left > 0 and entered < months
        ]


def open_at_ends(stays: Sequence[Stay], months: int) -> list[int]:
    """How many are there at each month's end."""
    return [sum(each.counted_at(month) for each in stays) for month in range(months)]


def at_any_point(stays: Sequence[Stay], months: int) -> list[int]:
    """How many were there on any day of each month: those at its end, and those who left in it."""
    ends = open_at_ends(stays, months)
    return [count + sum(each.left == month for each in stays) for month, count in enumerate(ends)]

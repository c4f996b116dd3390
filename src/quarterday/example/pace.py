"""Spreads a year's published number over its months, with noise that evens out by the year's end."""

from datetime import date
from random import Random

from quarterday.example import targets


class Pace:
    """How many of something a month should still bring, so that the year's number is reached."""

    def __init__(self, by_year: dict[int, int], scale: float, chance: Random) -> None:
        self.by_year = by_year
        self.scale = scale
        self.chance = chance
        self.year = 0
        self.made = 0

    def wanted(self, last: date) -> int:
        """How many more are due by a month's end. March has no noise: the year adds up."""
        year = targets.reporting_year(last)
        if year != self.year:
            self.year, self.made = year, 0
        total = targets.by_year(self.by_year, year) * self.scale
        noise = 0 if last.month == 3 else self.chance.gauss(0, (total / 12) ** 0.5)
        return max(0, round(total * ((last.month - 4) % 12 + 1) / 12 + noise - self.made))

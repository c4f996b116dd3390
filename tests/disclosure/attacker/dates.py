"""Ends of months, for the attacker."""

from calendar import monthrange
from datetime import date


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_back(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)

"""The published figures that the example is steered by, for an authority of 24,000 children; others scale.

Published by DfE and ONS for Isle of Wight (Open Government Licence v3.0), and the brief's own figures for
30 September 2021. Between anchors the path is a straight line with some noise.
"""

from bisect import bisect_right
from datetime import date
from random import Random

from quarterday.records.months import add_months

CHILDREN = 24_000

REFERRALS_BY_YEAR = {2018: 2424, 2019: 2670, 2020: 2619, 2021: 3365}
LOCKDOWN_MONTHS = (124, 151, 240, 301, 196, 294, 244, 277, 222, 143, 180, 247)
KNOWN_MONTHS = {(2021, 7): 352, (2021, 8): 148, (2021, 9): 327}
SEASON = (0.90, 1.07, 1.10, 1.04, 0.84, 1.01, 1.06, 1.08, 0.87, 1.03, 0.95, 1.06)

SECTION_47_BY_YEAR = {2018: 600, 2019: 641, 2020: 889, 2021: 1002}
CONFERENCES_BY_YEAR = {2018: 170, 2019: 154, 2020: 257, 2021: 274}
PLAN_STARTS_BY_YEAR = {2018: 160, 2019: 147, 2020: 218, 2021: 236}
CARE_STARTS_BY_YEAR = {2018: 78, 2019: 80, 2020: 72, 2021: 95}
CONTACTS_A_MONTH = {2018: 860, 2019: 900, 2020: 930, 2021: 1120}

NO_FURTHER_ACTION = {2018: 0.11, 2019: 0.11, 2020: 0.107, 2021: 0.06}
NOT_IN_NEED = {2018: 0.36, 2019: 0.37, 2020: 0.39, 2021: 0.17}

Anchors = tuple[tuple[date, int], ...]

PLANS: Anchors = (
    (date(2015, 3, 31), 205),
    (date(2018, 3, 31), 193),
    (date(2019, 3, 31), 165),
    (date(2020, 2, 29), 120),
    (date(2020, 3, 31), 126),
    (date(2021, 3, 31), 186),
    (date(2021, 6, 30), 191),
    (date(2021, 9, 30), 180),
    (date(2022, 3, 31), 161),
)
LOOKED_AFTER: Anchors = (
    (date(2015, 3, 31), 205),
    (date(2018, 3, 31), 225),
    (date(2019, 3, 31), 240),
    (date(2020, 3, 31), 259),
    (date(2021, 3, 31), 268),
    (date(2021, 9, 30), 272),
    (date(2022, 3, 31), 275),
)
UNACCOMPANIED: Anchors = (
    (date(2015, 3, 31), 2),
    (date(2019, 3, 31), 5),
    (date(2021, 3, 31), 7),
    (date(2021, 6, 30), 8),
    (date(2021, 9, 30), 14),
    (date(2022, 3, 31), 17),
)
IN_NEED: Anchors = (
    (date(2015, 3, 31), 980),
    (date(2018, 3, 31), 1060),
    (date(2020, 3, 31), 1168),
    (date(2021, 3, 31), 1283),
    (date(2022, 3, 31), 1348),
)

PLACEMENT_SHARES = {
    "in-house fostering": 133 / 272,
    "external fostering": 33 / 272,
    "children's home": 22 / 272,
    "parents": 45 / 272,
    "supported": 12 / 272,
    "adoption": 8 / 272,
    "other fostering": 6 / 272,
    "other": 13 / 272,
}
"""The brief's shares at 30 September 2021 (49, 12 and 8 per cent), the rest as published for 31 March."""

POPULATION = {
    2014: 25_430,
    2015: 25_230,
    2016: 25_010,
    2017: 24_780,
    2018: 24_560,
    2019: 24_301,
    2020: 23_892,
    2021: 23_636,
}
"""Children aged 0 to 17 at mid-year; 2019 to 2021 as published, earlier years by their trend."""


def reporting_year(day: date) -> int:
    """The calendar year in which the reporting year of a day began, on 1 April."""
    return day.year if day.month >= 4 else day.year - 1


def by_year(values: dict[int, float] | dict[int, int], year: int) -> float:
    """The value of a reporting year; the nearest known one outside the years given."""
    return values[min(max(year, min(values)), max(values))]


def referrals_in_month(month: date) -> float:
    """Referrals of a month, for 24,000 children."""
    year = reporting_year(month)
    place = (month.month - 4) % 12
    if (month.year, month.month) in KNOWN_MONTHS:
        return KNOWN_MONTHS[month.year, month.month]
    if year == 2020:
        return LOCKDOWN_MONTHS[place]
    total = by_year(REFERRALS_BY_YEAR, year)
    if year == 2021:
        known = sum(KNOWN_MONTHS.values())
        rest = sum(SEASON) - sum(SEASON[3:6])
        return (total - known) * SEASON[place] / rest
    return total * SEASON[place] / 12


def path(anchors: Anchors, months: list[date], scale: float, chance: Random, wobble: float) -> dict[date, int]:
    """The stock at each month's end: exact at anchors, near a straight line with noise between them."""
    days = [day for day, _ in anchors]
    stock = {}
    for month in months:
        place = bisect_right(days, month) - 1
        exact = month in days
        before = anchors[max(place, 0)]
        after = anchors[min(place + 1, len(anchors) - 1)]
        span = (after[0] - before[0]).days or 1
        level = before[1] + (after[1] - before[1]) * max(0, min(1, (month - before[0]).days / span))
        noise = 0 if exact else chance.gauss(0, wobble)
        stock[month] = max(0, round((level + noise) * scale))
    return stock


def month_ends(start: date, end: date) -> list[date]:
    """The last day of every month from start to end; the end itself where it is no month's end."""
    ends = []
    first = start.replace(day=1)
    while first <= end:
        following = add_months(first, 1)
        ends.append(min(date.fromordinal(following.toordinal() - 1), end))
        first = following
    return ends

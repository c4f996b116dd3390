"""Reading when: dates, periods, published years, and the areas that figures are published for."""

import re
from datetime import date

from quarterday.records.periods import PeriodError, parse_period
from quarterday.reports.claims.cursor import Cursor
from quarterday.reports.claims.language import (
    NEIGHBOURS_WORD,
    REGION_WORD,
    At,
    During,
    Moment,
    PublishedIn,
    TwelveMonthsTo,
    Years,
)
from quarterday.reports.claims.problems import BindingError

REGIONS = (
    "East Midlands",
    "East of England",
    "Inner London",
    "London",
    "North East",
    "North West",
    "Outer London",
    "South East",
    "South West",
    "West Midlands",
    "Yorkshire and The Humber",
)
AREAS = ("England", REGION_WORD, NEIGHBOURS_WORD, *REGIONS)
"""What an authority may be compared with; the name of a region must be its own."""

MOMENT_WORDS = ("at", "in", "over", "published")
MOST_YEARS = 20
_SAME_AREA = {"neighbours": NEIGHBOURS_WORD, "the region": REGION_WORD}
_DATE = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2})?")
_A_DATE = "a date such as 2021-09-30"
_A_YEAR = "a year such as 2020-21"


def moment_after(cursor: Cursor, word: str) -> Moment:
    """The moment that one of MOMENT_WORDS begins.

    Raises BindingError for anything else.
    """
    if word == "at":
        return At(day(cursor.word(_A_DATE)))
    if word == "published":
        cursor.takes("in")
        return PublishedIn(year(cursor.word(_A_YEAR)), area(cursor, ("to", "above", "below")) if cursor.takes("for") else "")
    cursor.takes("the")
    if not cursor.takes("twelve"):
        return _period(cursor.word("a period such as 2021-22-Q2, or twelve months to a date,"))
    cursor.expect("months", "twelve months to DATE")
    cursor.expect("to", "twelve months to DATE")
    return TwelveMonthsTo(day(cursor.word(_A_DATE)))


def bare_moment(cursor: Cursor) -> Moment:
    """A moment after "from" or "to", where a date or a period may stand alone."""
    for word in MOMENT_WORDS:
        if cursor.takes(word):
            return moment_after(cursor, word)
    if cursor.sees("twelve", "the"):
        return moment_after(cursor, "in")
    text = cursor.word("a date such as 2021-09-30, or a period such as 2021-22-Q2,")
    return At(day(text)) if _DATE.fullmatch(text) else _period(text)


def day(text: str) -> date:
    """A date written as 2021-09-30."""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BindingError(f"'{text}' is not a date. Write it as 2021-09-30.")


def year(text: str) -> str:
    """A year of published figures: a reporting year as 2020-21, or one year."""
    if _YEAR.fullmatch(text) and (len(text) == 4 or (int(text[:4]) + 1) % 100 == int(text[5:])):
        return text
    raise BindingError(f"'{text}' is no year of published figures. Write a reporting year such as 2020-21, or 2021.")


def years(cursor: Cursor) -> Years:
    """The published years of a comparison; none where it says nothing of them."""
    if not cursor.takes("in"):
        return Years()
    if not cursor.takes("each"):
        return Years(year(cursor.word(_A_YEAR)))
    if cursor.takes("year"):
        return _run_of_years(cursor)
    for word in ("of", "the", "last"):
        cursor.expect(word, "in each of the last 5 years")
    number = cursor.word("a number of years")
    cursor.expect("years", "in each of the last 5 years")
    if not re.fullmatch("[0-9]{1,2}", number) or not 1 < int(number) <= MOST_YEARS:
        raise BindingError(f"'{number}' is no number of years. Write one from 2 to {MOST_YEARS}.")
    return Years(latest=int(number))


def area(cursor: Cursor, until: tuple[str, ...]) -> str:
    """Whom a figure is compared with, or published for; its words end before one of `until`."""
    text = cursor.words_until(until) or cursor.here
    known = {each.lower(): each for each in AREAS} | _SAME_AREA
    if text.lower() not in known:
        raise BindingError(f"'{text}' is nobody to compare with. Allowed are: {', '.join(AREAS)}.")
    return known[text.lower()]


def _run_of_years(cursor: Cursor) -> Years:
    shape = "in each year from 2016-17 to 2020-21"
    cursor.expect("from", shape)
    first = year(cursor.word(_A_YEAR))
    cursor.expect("to", shape)
    last = year(cursor.word(_A_YEAR))
    if len(first) != len(last) or not 0 < int(last[:4]) - int(first[:4]) < MOST_YEARS:
        raise BindingError(f"'{first} to {last}' is no run of years. Write the earlier one first: {shape}.")
    return Years(first, last)


def _period(text: str) -> During:
    try:
        return During(parse_period(text))
    except PeriodError as error:
        raise BindingError(str(error)) from None

"""Sentences drafted from figures: facts only, in plain words, saying whether up is good."""

from collections.abc import Mapping
from datetime import date

from quarterday.indicators import HIGHER, LOWER
from quarterday.reports.book import Book
from quarterday.reports.figure import Figure
from quarterday.submissions.settings import Target


def day_in_words(day: date) -> str:
    """A date as 30 September 2021."""
    return f"{day.day} {day:%B %Y}"


def change(now: Figure, before: Figure, when: str) -> str:
    """How a figure stands against an earlier one: "up from 166 a year before, which is worse"."""
    if not now.known or not before.known or now.value is None or before.value is None:
        return f"what it was {when} {_why_not_shown(before if now.known else now)}"
    if now.words == before.words:
        return f"the same as {when}"
    rose = now.value > before.value
    return f"{'up' if rose else 'down'} from {before.words} {when}{_judged(now.indicator.better, rose=rose)}"


def polarity(figure: Figure) -> str:
    """Whether high is good, as a short note; empty where neither direction is good in itself."""
    if figure.indicator.better == HIGHER:
        return "Higher is better."
    return "Lower is better." if figure.indicator.better == LOWER else ""


def against_target(figure: Figure, target: Target | None) -> str:
    """How a figure stands against its target; empty without one."""
    if target is None or not figure.known or figure.value is None:
        return ""
    aim = f"{target.target:g}{' %' if figure.indicator.unit == '%' else ''}"
    gap = figure.value - target.target if figure.indicator.better == HIGHER else target.target - figure.value
    if gap >= 0:
        return f" The target of {aim} is met."
    if -gap <= target.tolerance:
        return f" That is short of the target of {aim}, but within its tolerance of {target.tolerance:g}."
    return f" The target of {aim} is not met."


def level(book: Book, code: str, sentence: str, more: Mapping[str, str] | None = None) -> str:
    """A sentence with {now}, {change}, {numerator}, {denominator} and `more` filled in, for a figure at the quarter's end
    or over the twelve months to it."""
    now = book.at(code)
    if now.hidden:
        return f"{now.indicator.title}: {_why_not_shown(now).removeprefix('is ')}."
    when = "a year before" if not now.indicator.is_flow else "in the twelve months before"
    return sentence.format(
        now=now.words,
        change=change(now, book.at(code, book.year_ago), when),
        numerator=_number(now.result.numerator),
        denominator=_number(now.result.denominator),
        **(more or {}),
    )


def _why_not_shown(figure: Figure) -> str:
    if figure.hidden:
        return "is not shown, to protect children where numbers are small"
    return "cannot be said: nothing to divide by" if figure.result.status == "z" else "is not known from these records"


def _judged(better: str, *, rose: bool) -> str:
    if better not in {HIGHER, LOWER}:
        return ""
    return ", which is better" if rose == (better == HIGHER) else ", which is worse"


def _number(count: int | None) -> str:
    return "[x]" if count is None else f"{count:,}"

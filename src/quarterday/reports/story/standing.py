"""How the authority stands beside others, chance and suppressed figures reckoned with, in words and as an interval."""

from quarterday.benchmarks import CANNOT_TELL, ENGLAND, NEIGHBOURS, Comparison
from quarterday.benchmarks.comparison import Own
from quarterday.benchmarks.words import sentence
from quarterday.indicators import Indicator
from quarterday.indicators.results import rounded
from quarterday.reports.figure import Figure

NOT_SHOWN = "Not shown, to protect children"


def stands(found: Comparison | None, *, hidden: bool) -> str:
    """All verdicts as one sentence: "Higher than England, which is worse; cannot tell from statistical neighbours."."""
    if found is None or found.own is None:
        return f"{NOT_SHOWN}." if hidden else "Not known."
    return sentence(found, found.own.verdicts)


def headline(found: Comparison | None) -> str:
    """What follows the measure in a title: the verdicts on England and the neighbours, else that they stand beside it."""
    if found is None or found.own is None:
        return " beside England and neighbours"
    england, near = (found.own.verdicts.of(kind) for kind in (ENGLAND, NEIGHBOURS))
    if england != near:
        return f": {_against(england, 'England')}, {_against(near, 'neighbours')}"
    both = "England or neighbours" if england == CANNOT_TELL else "England and neighbours"
    return f": {_against(england, both)}"


def standing_words(own: Figure, found: Comparison | None, year: int) -> str:
    """The own figure of a year with its interval, and how it stands, as sentences."""
    interval = interval_words(found.own if found else None, own.indicator)
    chance = f" (95 % interval {interval})" if interval else ""
    return f"{own.words} in {year}{chance}. {stands(found, hidden=own.hidden)}"


def interval_words(own: Own | None, indicator: Indicator) -> str:
    """The 95 % interval of the own figure: "36.5 to 39.6"; empty where there is none."""
    if own is None or own.low is None or own.high is None:
        return ""
    low, high = (f"{rounded(each, indicator.decimals):,}" for each in (own.low, own.high))
    return f"{low} to {high}"


def neighbours_words(found: Comparison, indicator: Indicator) -> str:
    """The neighbours' average; where some are suppressed, also between which values it can lie."""
    near = found.neighbours
    if near.average is None:
        return "[x]"
    average = f"{rounded(near.average, indicator.decimals):,}"
    if not near.suppressed or near.low_any is None or near.high_any is None:
        return average
    low, high = (f"{rounded(each, indicator.decimals):,}" for each in (near.low_any, near.high_any))
    return f"{average} of {near.with_value}; all {near.of}: {low if low == high else f'{low} to {high}'}"


def _against(verdict: str, name: str) -> str:
    return f"cannot tell from {name}" if verdict == CANNOT_TELL else f"{verdict} than {name}"

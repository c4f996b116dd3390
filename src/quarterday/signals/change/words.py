"""A change in plain words, for the command line and for reports."""

from datetime import date

from quarterday.signals.change.explained import Explained, Part, Split, Tally
from quarterday.signals.change.parts import CORRECTION, FLOW, IN, OUT

COUNT = "count"
CHILDREN = "children"
FAMILIES = "families"
UNITS = (COUNT, CHILDREN, FAMILIES)


def sentences(explained: Explained, unit: str = COUNT) -> str:
    """The whole change: "180 at 30 September 2021, up 60 from 120 at 1 March 2020. 348 came in: 279 started, ..."

    `unit` is one of UNITS. What was corrected comes first: that much of the change is not of the children's lives.
    """
    whole = explained.whole
    opening, closing = amount(whole.opening, unit), amount(whole.closing, unit)
    noun = "" if unit == COUNT else f" {unit}"
    told = (
        f"{closing:,}{noun} at {long_date(explained.end)}, {_movement(opening, closing)} at {long_date(explained.start)}.",
        _told(whole, CORRECTION, IN, unit, "Restated for the first date, more: "),
        _told(whole, CORRECTION, OUT, unit, "Restated for the first date, fewer: "),
        _told(whole, FLOW, IN, unit, f"{_sum(whole, FLOW, IN, unit):,} came in: "),
        _told(whole, FLOW, OUT, unit, f"{_sum(whole, FLOW, OUT, unit):,} went out: "),
    )
    return " ".join(each for each in told if each)


def amount(tally: Tally, unit: str) -> int:
    """A tally in one unit."""
    return int(getattr(tally, unit))


def long_date(day: date) -> str:
    """A date as it is read: 30 September 2021."""
    return f"{day.day} {day:%B %Y}"


def _movement(opening: int, closing: int) -> str:
    if closing == opening:
        return f"as many as the {opening:,}"
    return f"{'up' if closing > opening else 'down'} {abs(closing - opening):,} from {opening:,}"


def _told(split: Split, of: str, way: int, unit: str, beginning: str) -> str:
    listed = [f"{abs(amount(part.effect, unit)):,} {part.kind.words}" for part in _parts(split, of, way, unit)]
    return f"{beginning}{', '.join(listed)}." if listed else ""


def _sum(split: Split, of: str, way: int, unit: str) -> int:
    return sum(abs(amount(part.effect, unit)) for part in _parts(split, of, way, unit))


def _parts(split: Split, of: str, way: int, unit: str) -> list[Part]:
    return [p for p in split.parts if p.kind.of == of and p.kind.direction == way and amount(p.effect, unit)]

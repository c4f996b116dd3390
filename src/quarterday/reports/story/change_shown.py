"""A change as its audience may see it: every line of its table as a figure of the book."""

from dataclasses import dataclass
from datetime import date

from quarterday.reports.book import Book
from quarterday.reports.change_figures import CAME_IN, WENT_OUT, happened, held_key, moved_key, way_of
from quarterday.reports.change_measuring import Since
from quarterday.reports.figure import Figure
from quarterday.sections import BY_CODE
from quarterday.signals.change import Explained, Part, evidence_of, stock_of
from quarterday.submissions.settings import Event

OPENING = "opening"
CLOSING = "closing"


@dataclass(frozen=True)
class Shown:
    """One change: `lines` in the order of the table, from the opening figure to the closing one.

    Parts are known by their names, all that came in or went out by its way. `families` gives the same lines in families;
    it is empty where numbers are protected: families are small groups.
    """

    start: date
    end: date
    event: Event | None
    lines: dict[str, Figure]
    ways: dict[str, str]
    families: dict[str, int]
    notes: tuple[str, ...]

    def parts(self, way: str) -> dict[str, Figure]:
        """The parts that came in, or went out, and are not nought."""
        return {name: self.lines[name] for name in self.ways if self.ways[name] == way and self.lines[name].value != 0}


def shown(book: Book, code: str, since: Since) -> Shown | None:
    """The change of a stock to the end of the quarter; None where the records do not explain it."""
    explained = book.changes.get((code, since.day, book.end))
    if explained is None:
        return None
    change = (code, since.day, book.end)
    parts = [part for part in happened(explained) if _is_recorded(code, part)]
    lines = {OPENING: book.part(held_key(code, since.day))}
    for way in (CAME_IN, WENT_OUT):
        lines |= {part.name: book.part(moved_key(change, way, part.name)) for part in parts if way_of(part) == way}
        lines[way] = book.part(moved_key(change, way))
    lines[CLOSING] = book.part(held_key(code, book.end))
    families = {} if book.profile.protects else _in_families(explained)
    ways = {part.name: way_of(part) for part in parts}
    return Shown(since.day, book.end, since.event, lines, ways, families, explained.notes)


def _is_recorded(code: str, part: Part) -> bool:
    """Whether the records can tell of a part: without a record of who moved in or out, its nought would be untrue."""
    if part.count:
        return True
    evidence = evidence_of(stock_of(BY_CODE[code]).fact)
    return {"transferred_in": bool(evidence.arrived), "transferred_out": bool(evidence.departed)}.get(part.name, True)


def _in_families(explained: Explained) -> dict[str, int]:
    families = {OPENING: explained.opening.families, CLOSING: explained.closing.families}
    for part in happened(explained):
        families[part.name] = abs(part.families)
        families[way_of(part)] = families.get(way_of(part), 0) + abs(part.families)
    return families

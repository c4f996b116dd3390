"""A change as its audience may see it: every line of its table as a figure of the book."""

from dataclasses import dataclass
from datetime import date

from quarterday.reports.book import Book
from quarterday.reports.change_figures import held_key, moved_key
from quarterday.reports.change_groups import WAYS, Group, parts_of, way_of
from quarterday.reports.change_measuring import Since
from quarterday.reports.figure import Figure
from quarterday.signals.change import Explained
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

    @property
    def is_dark(self) -> bool:
        """Whether nothing is shown but noughts."""
        return all(figure.hidden or figure.value == 0 for figure in self.lines.values())

    def parts(self, way: str) -> dict[str, Figure]:
        """The parts that came in, or went out, and are not nought."""
        return {name: self.lines[name] for name in self.ways if self.ways[name] == way and self.lines[name].value != 0}


def shown(book: Book, code: str, since: Since) -> Shown | None:
    """The change of a stock to the end of the quarter; None where the records do not explain it."""
    change = (code, since.day, book.end)
    if change not in book.changes:
        return None
    explained, groups = book.changes[change]
    lines, ways = {OPENING: book.part(held_key(code, since.day))}, dict[str, str]()
    for way in WAYS:
        lines |= {name_of(group): book.part(moved_key(change, way, group)) for group in groups[way]}
        lines[way] = book.part(moved_key(change, way))
        ways |= {name_of(group): way for group in groups[way]}
    lines[CLOSING] = book.part(held_key(code, book.end))
    families = {} if book.profile.protects else _in_families(explained)
    return Shown(since.day, book.end, since.event, lines, ways, families, explained.notes)


def name_of(group: Group) -> str:
    """The name of the line that tells some parts together."""
    return "+".join(group)


def _in_families(explained: Explained) -> dict[str, int]:
    families = {OPENING: explained.opening.families, CLOSING: explained.closing.families}
    for name in parts_of(explained):
        moved = abs(explained.whole.part(name).families)
        families[name] = moved
        families[way_of(name)] = families.get(way_of(name), 0) + moved
    return families

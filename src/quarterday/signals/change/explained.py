"""What an explanation says: figures at both dates, parts that add up to the difference, and the records of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quarterday.signals.change.errors import InexactError
from quarterday.signals.change.parts import BY_NAME, CORRECTION, FLOW, Kind

ALL = "all"


@dataclass(frozen=True)
class Tally:
    """One number in three units: as the figure counts (`count`), in children, and in families."""

    count: int = 0
    children: int = 0
    families: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.count + other.count, self.children + other.children, self.families + other.families)


@dataclass(frozen=True)
class Moved:
    """One record of a part: what happened to which child and when, and how much it moves each unit.

    A child or family whose move another record shows has 0 here, so that a list never differs from its count. `day` is
    the day of the event; of a correction, the first date. `from_date` and `to_date` are those of the record: what ends
    after the second date has none yet.
    """

    day: date
    child_id: str
    family_id: str
    record_id: str
    from_date: date | None
    to_date: date | None
    effect: Tally


@dataclass(frozen=True)
class Part:
    """One part of a change; `count`, `children` and `families` are signed, so that parts add up."""

    kind: Kind
    records: tuple[Moved, ...]

    @property
    def name(self) -> str:
        """The permanent name, such as `returned`."""
        return self.kind.name

    @property
    def effect(self) -> Tally:
        """What it adds to the opening figure: the sum of its records."""
        return total(record.effect for record in self.records)

    @property
    def count(self) -> int:
        """Its effect in the unit of the figure."""
        return self.effect.count

    @property
    def children(self) -> int:
        """Its effect in children."""
        return self.effect.children

    @property
    def families(self) -> int:
        """Its effect in families."""
        return self.effect.families


@dataclass(frozen=True)
class Split:
    """The change of one group, or of all: opening + parts = closing in each of the three units."""

    group: str
    opening: Tally
    closing: Tally
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        if self.opening + total(part.effect for part in self.parts) != self.closing:
            raise InexactError("The parts of the change do not add up to the difference of the figures.")

    def part(self, name: str) -> Part:
        """The part of a name; an empty one where nothing of it happened."""
        return next((part for part in self.parts if part.name == name), Part(BY_NAME[name], ()))

    @property
    def corrections(self) -> Tally:
        """What the later submission says otherwise about the first date."""
        return total(part.effect for part in self.parts if part.kind.of == CORRECTION)

    @property
    def flows(self) -> Tally:
        """What happened between the dates."""
        return total(part.effect for part in self.parts if part.kind.of == FLOW)


@dataclass(frozen=True)
class Explained:
    """The change of a stock between the ends of two days. `groups` split it by `by`; `notes` say what a reader must know."""

    code: str
    title: str
    authority: str
    start: date
    end: date
    whole: Split
    by: str = ""
    groups: tuple[Split, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def opening(self) -> Tally:
        """The figure at the first date, as the earlier submission says it."""
        return self.whole.opening

    @property
    def closing(self) -> Tally:
        """The figure at the second date."""
        return self.whole.closing

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the whole change, corrections first."""
        return self.whole.parts


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    summed = Tally()
    for tally in tallies:
        summed += tally
    return summed

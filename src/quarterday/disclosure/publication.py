"""What is published, as numbers of children: the quantities, the statements that show them, and how they add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

ALL = "all"

STOCK = "stock"
FLOW = "flow"
SPAN = "span"


class Counted(NamedTuple):
    """A number of children (or of what happens to them): what is counted, when, and of which group.

    Two figures with the same definition, such as a count and the numerator of its rate, are one quantity. `kind`: STOCK
    at `end`; FLOW over `start` to `end`, which adds up over time; SPAN over the same, which does not (distinct children).
    """

    of: str
    where: str
    kind: str
    start: date
    end: date
    breakdown: str = ALL
    group: str = ALL


StatementKey = tuple[str, str, date, str, str]
"""Code, kind of period, its last day, breakdown and group: the identity of a figure in a report."""


@dataclass(frozen=True)
class Statement:
    """One published figure: the numbers that it shows or gives away.

    Whoever reads a percentage is taken to know its numerator and denominator. `sensitive`: it says something of the
    children themselves rather than of how timely the service is. `behind`: of an average or median, how many children are
    behind it, else None. `rank`: its place in the catalogue, the more important first.
    """

    key: StatementKey
    numerator: Counted | None = None
    denominator: Counted | None = None
    sensitive: bool = False
    behind: int | None = None
    rank: int = 0

    @property
    def quantities(self) -> tuple[Counted, ...]:
        """The quantities it shows."""
        return tuple(each for each in (self.numerator, self.denominator) if each)


@dataclass(frozen=True)
class Relation:
    """Low <= sum of factor x quantity <= high, always true. `totals` are those of its quantities that the rest add up to."""

    terms: tuple[tuple[int, Counted], ...]
    low: float = 0.0
    high: float = 0.0
    totals: frozenset[Counted] = frozenset()


@dataclass(frozen=True)
class Publication:
    """Everything published together.

    `counts` gives the true number of every quantity that is published or could be; a quantity of `relations` that is not
    among them is never published and not known. `already` says of each statement of earlier editions whether it was
    shown there (True) or hidden (False); what is out cannot be taken back. `foreseen`: what later editions will tell of time
    that is over; not printed here, and to be left open for them wherever they will have to hide it.
    """

    statements: tuple[Statement, ...]
    counts: Mapping[Counted, int]
    relations: tuple[Relation, ...] = ()
    already: Mapping[Statement, bool] = field(default_factory=dict)
    foreseen: tuple[Statement, ...] = ()

"""What a measure of the example is: its value, and the range in which it is to lie."""

from collections.abc import Iterable
from dataclasses import dataclass

PUBLISHED = "P"
ESTIMATE = "E"
HEADLINE = "H"


@dataclass(frozen=True)
class Measure:
    """One published or estimated target, and where the example stands."""

    area: str
    name: str
    kind: str
    low: float
    high: float
    value: float

    @property
    def distance(self) -> float:
        """How far outside its range, as a share of the nearer limit; 0 inside."""
        if self.low <= self.value <= self.high:
            return 0.0
        nearer = self.low if self.value < self.low else self.high
        gap = abs(self.value - nearer)
        return gap / (abs(nearer) or 1) if gap == gap else 1.0


def exactly(area: str, name: str, wanted: float, value: float) -> Measure:
    """A headline figure: no distance allowed."""
    return Measure(area, name, HEADLINE, wanted, wanted, value)


def near(area: str, name: str, wanted: float, value: float, *, by: float) -> Measure:
    """A published figure, with the distance allowed in its own unit."""
    return Measure(area, name, PUBLISHED, wanted - by, wanted + by, value)


def between(area: str, name: str, low: float, high: float, value: float, kind: str = ESTIMATE) -> Measure:
    """A range."""
    return Measure(area, name, kind, low, high, value)


def report(measures: Iterable[Measure]) -> str:
    """One line a measure: where it stands against its range."""
    lines = []
    for m in measures:
        mark = "  " if m.distance == 0 else "!!"
        wanted = f"{m.low:g}" if m.low == m.high else f"{m.low:g} to {m.high:g}"
        lines.append(f"{mark} {m.kind} {m.area:12} {m.name:58} {m.value:9.2f}   wanted {wanted}")
    return "\n".join(lines)

"""Ranked bars as values: every authority's figure with its interval, and who has none."""

from dataclasses import dataclass, replace

NOT_THERE = ""
"""The reason of an authority that has no row: it did not exist in that year, or the release leaves it out."""


@dataclass(frozen=True)
class RankedBar:
    """One authority's figure with its 95 % interval (None where it has none), in the order of the bars."""

    area: str
    name: str
    value: float
    low: float | None
    high: float | None
    is_own: bool
    is_neighbour: bool

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of its interval; None where it has none."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True)
class Missing:
    """The reader's own authority or a neighbour without a published figure, and the symbol that says why."""

    area: str
    name: str
    reason: str
    is_own: bool


@dataclass(frozen=True)
class Ranked:
    """The bars of an indicator's year, the lowest first, and who is missing from them.

    `kind` is what the figure is (a share, a rate, a mean …); England and the region are as published. `missing` names the
    reader's own authority and its neighbours where they have no figure; `others_missing` counts the other authorities.
    """

    code: str
    group: str
    year: int
    authority: str
    kind: str
    model: str
    england: float | None
    region: float | None
    region_name: str
    bars: tuple[RankedBar, ...]
    missing: tuple[Missing, ...]
    others_missing: int

    @property
    def near(self) -> "Ranked":
        """The same with the bars of one's own and the neighbours alone."""
        return replace(self, bars=tuple(bar for bar in self.bars if bar.is_own or bar.is_neighbour))

    @property
    def own(self) -> RankedBar | None:
        """The reader's own bar; None where its figure is not published."""
        return next((bar for bar in self.bars if bar.is_own), None)

    @property
    def neighbours(self) -> tuple[RankedBar, ...]:
        """The bars of the neighbours, the lowest first."""
        return tuple(bar for bar in self.bars if bar.is_neighbour)

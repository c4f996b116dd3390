"""What a comparison says: an authority's published figure beside England, its region and its neighbours (CONTRACTS §6)."""

from dataclasses import dataclass, field, replace
from typing import Any

from quarterday.benchmarks.values import AUTHORITY, ENGLAND, NEIGHBOURS, REGION, PublishedValue

HIGHER = "higher"
LOWER = "lower"
CANNOT_TELL = "cannot tell"

PRIMARY = "primary"
"""The narrower reading of a suppressed cell: that it is a number from 1 to 5."""

ANY = "any"
"""The wider reading: that it may be of any size that the published totals leave."""

MEAN_METHOD = "mean"
MEDIAN_METHOD = "median"
POOLED_METHOD = "pooled"
METHODS = (MEAN_METHOD, MEDIAN_METHOD, POOLED_METHOD)
AVERAGES = {MEAN_METHOD: "mean", MEDIAN_METHOD: "median", POOLED_METHOD: "pooled average"}
"""The methods, as one speaks of them."""


@dataclass(frozen=True)
class Neighbours:
    """The neighbours' average, and between which values it can lie where neighbours are suppressed.

    `average` is that of the `with_value` neighbours whose figure is published, out of `of` in the model: today's tools
    show it, and it leaves the suppressed ones out. `low` to `high` counts them in, each suppressed cell of the indicator
    as 1 to 5; `low_any` to `high_any` allows a suppressed cell to be there only to protect another, so of any size that
    the published totals leave. Where none is suppressed all five are the same number. Where the totals show that a cell
    must be more than 5, the narrower reading cannot be true: `assumption` is then "any", and both are the wider one.
    """

    average: float | None
    method: str
    model: str
    with_value: int
    of: int
    suppressed: int = 0
    low: float | None = None
    high: float | None = None
    low_any: float | None = None
    high_any: float | None = None
    assumption: str = PRIMARY


@dataclass(frozen=True)
class Verdicts:
    """How the authority stands to each comparator: higher, lower or cannot tell."""

    england: str = CANNOT_TELL
    region: str = CANNOT_TELL
    neighbours: str = CANNOT_TELL

    def of(self, area_kind: str) -> str:
        """The verdict on one kind of comparator."""
        return {ENGLAND: self.england, REGION: self.region, NEIGHBOURS: self.neighbours}[area_kind]


@dataclass(frozen=True)
class Own:
    """The authority's own figure from its records, its interval and how it stands; never in place of a published one."""

    value: float | None
    low: float | None
    high: float | None
    verdicts: Verdicts


@dataclass(frozen=True)
class Comparison:
    """An indicator of one authority and year beside its comparators.

    `value` is as published (None where `reason` says why), in the indicator's unit. `low` to `high` is its 95 % interval; of
    a suppressed value it spans what the value can be, each cell as 1 to 5, and `low_any` to `high_any` what it can be at all
    (equal to `low` and `high` for a published one). `rank` 1 is best by `rank_polarity`; `band` A to D is the quarter of the
    authorities, A the best. `better` says which direction is good, where one is; demand has none. `notes` say what a reader
    must know: releases, joint returns, what could not be told and why.
    """

    code: str
    group: str
    title: str
    unit: str
    decimals: int
    better: str
    year: int
    authority: str
    authority_name: str
    region_name: str
    value: float | None
    reason: str
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    low_any: float | None
    high_any: float | None
    interval: str
    england: float | None
    region: float | None
    neighbours: Neighbours
    rank: int | None
    ranked_of: int | None
    band: str | None
    rank_polarity: str
    verdicts: Verdicts
    source: str
    release: str
    population_release: str = ""
    notes: tuple[str, ...] = ()
    own: Own | None = field(default=None)
    value_source: str = "published"

    def with_own(self, own: Own | None) -> "Comparison":
        """The same beside the authority's own figure from its records."""
        return replace(self, own=own)

    def published(self, area_kind: str) -> PublishedValue:
        """The value of one of its areas."""
        value, area, note = {
            AUTHORITY: (self.value, self.authority, ""),
            ENGLAND: (self.england, "E92000001", ""),
            REGION: (self.region, self.region_name, ""),
            NEIGHBOURS: (self.neighbours.average, f"neighbours of {self.authority}", self._counted()),
        }[area_kind]
        reason = "" if value is not None else (self.reason if area_kind == AUTHORITY else "x")
        counts = (self.numerator, self.denominator) if area_kind == AUTHORITY else (None, None)
        return PublishedValue(
            *(self.code, self.group, self.year, area_kind, area, value, reason, self.source, self.release, note), *counts
        )

    def as_json(self) -> dict[str, Any]:
        """The fields of the contract (CONTRACTS §6), then what explains them."""
        found = {
            **{name: getattr(self, name) for name in ("code", "year", "authority")},
            "value": number(self.value),
            "value_source": self.value_source,
            "low": number(self.low),
            "high": number(self.high),
            "england": number(self.england),
            "region": number(self.region),
            "neighbours": _neighbours_json(self.neighbours),
            **{name: getattr(self, name) for name in ("rank", "ranked_of", "band")},
            "verdicts": {name: self.verdicts.of(name) for name in (ENGLAND, REGION, NEIGHBOURS)},
            **{name: getattr(self, name) for name in ("group", "title", "unit", "better", "reason", "interval")},
            **{name: number(getattr(self, name)) for name in ("low_any", "high_any", "numerator", "denominator")},
            **{name: getattr(self, name) for name in ("source", "release", "population_release")},
            "notes": list(self.notes),
        }
        return found | (_own_json(self.own) if self.own else {})

    def _counted(self) -> str:
        near = self.neighbours
        return f"{near.method} of {near.with_value} of {near.of} neighbours with a value ({near.model} model)"


def number(value: float | None) -> float | None:
    """A number without the dust of binary fractions; nothing is rounded that a reader could see."""
    return None if value is None else round(value, 6)


def _neighbours_json(near: Neighbours) -> dict[str, Any]:
    return {
        "average": number(near.average),
        "method": near.method,
        "with_value": near.with_value,
        "of": near.of,
        **{name: number(getattr(near, name)) for name in ("low", "high", "low_any", "high_any")},
        "model": near.model,
        "suppressed": near.suppressed,
        "assumption": near.assumption,
    }


def _own_json(own: Own) -> dict[str, Any]:
    return {
        "own_value": number(own.value),
        "own_low": number(own.low),
        "own_high": number(own.high),
        "own_verdicts": {name: own.verdicts.of(name) for name in (ENGLAND, REGION, NEIGHBOURS)},
    }

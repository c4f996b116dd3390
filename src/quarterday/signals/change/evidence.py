"""What the records say of why a stay began or ended: another authority, and an earlier stay of which only that is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quarterday.indicators import Computation, Fact, sql_beside


@dataclass(frozen=True)
class Evidence:
    """Names of the SQL files beside this module, each giving `child_id` and `day`; empty where no record tells.

    `arrived`: began by coming from another authority; `departed`: ended by going to one; `earlier`: began after an
    earlier stay that is recorded, but lies before the records.
    """

    arrived: str = ""
    departed: str = ""
    earlier: str = ""
    needs: tuple[str, ...] = ()


BY_GROUND: Mapping[str, Evidence] = {
    "protection_plans": Evidence(
        "plans_arrived",
        "plans_departed",
        "plans_earlier",
        needs=("initial_child_protection_conferences", "referrals"),
    ),
    "periods_of_care": Evidence(departed="care_departed"),
    "need_plans": Evidence(departed="need_plans_departed", needs=("referrals",)),
    "open_episodes": Evidence("episodes_arrived", "episodes_departed"),
    "cases_held": Evidence(departed="episodes_departed", needs=("referrals",)),
}
"""By the fact that a stock rests on. Where none is known, no record tells: early help, for one."""

Days = frozenset[tuple[str, int]]
"""Children and ordinal days."""


@dataclass(frozen=True)
class Told:
    """The evidence found in the records."""

    arrived: Days = frozenset()
    departed: Days = frozenset()
    earlier: Days = frozenset()
    missing: tuple[str, ...] = ()


def told_by(computation: Computation, fact: Fact) -> Told:
    """What the records tell about a fact that has been built."""
    evidence = evidence_of(fact)
    return Told(
        _days(computation, evidence.arrived),
        _days(computation, evidence.departed),
        _days(computation, evidence.earlier),
        tuple(name for name in evidence.needs if name not in computation.source.records),
    )


def evidence_of(fact: Fact) -> Evidence:
    """The evidence of a fact, else of the first that it builds on of which some is known; without any, empty."""
    if fact.name in BY_GROUND:
        return BY_GROUND[fact.name]
    for foundation in fact.builds_on:
        found = evidence_of(foundation)
        if found != Evidence():
            return found
    return Evidence()


def _days(computation: Computation, name: str) -> Days:
    if not name:
        return frozenset()
    table = computation.query(sql_beside(__package__ or "", f"{name}.sql"))
    days: list[date] = table["day"].to_pylist()
    return frozenset(
        (child, day.toordinal()) for child, day in zip(table["child_id"].to_pylist(), days, strict=True) if day and child
    )

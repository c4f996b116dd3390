"""How a chart of authorities is to be read, and what its figures are."""

from dataclasses import dataclass

from quarterday.benchmarks import Comparison
from quarterday.benchmarks.families import BY_KEY
from quarterday.benchmarks.measures import MEASURES


@dataclass(frozen=True)
class Reading:
    """What a chart shows, what can be concluded from it, and what cannot: in plain words."""

    shows: str
    can: str
    cannot: str


def about(found: Comparison) -> str:
    """The measure and its year: "Re-referrals within 12 months (%), year to or at 31 March 2025"."""
    month, day = next(BY_KEY[each.family].month_day for each in MEASURES if each.code == found.code)
    names = {3: "March", 9: "September"}
    group = "" if found.group == "all" else f", {found.group}"
    unit = f" ({found.unit})" if found.unit not in ("", "count") and found.unit not in found.title else ""
    return f"{found.title}{group}{unit}, year to or at {day} {names[month]} {found.year}"


def source(found: Comparison) -> str:
    """Where the figures come from, as a sentence."""
    people = f"; population: {found.population_release}" if found.population_release else ""
    return f"Source: {found.source}, {found.release}{people}, Open Government Licence v3.0."

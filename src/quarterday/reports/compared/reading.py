"""How a chart of authorities is to be read, and what its figures are."""

from dataclasses import dataclass

from quarterday.benchmarks import Comparison
from quarterday.benchmarks.days import day_of


@dataclass(frozen=True)
class Reading:
    """What a chart shows, what can be concluded from it, and what cannot: in plain words."""

    shows: str
    can: str
    cannot: str


def about(found: Comparison) -> str:
    """The measure and its year: "Re-referrals within 12 months (%), year to or at 31 March 2025"."""
    day, months = day_of(found.code, found.year), {3: "March", 9: "September"}
    group = "" if found.group == "all" else f", {found.group}"
    unit = f" ({found.unit})" if found.unit not in ("", "count") and found.unit not in found.title else ""
    return f"{found.title}{group}{unit}, year to or at {day.day} {months[day.month]} {day.year}"


def key_of(found: Comparison, chart: str) -> str:
    """What a chart of a comparison is known by: "CPP-14 neglect 2024 ranked"."""
    group = "" if found.group == "all" else f" {found.group}"
    return f"{found.code}{group} {found.year} {chart}"


def source(found: Comparison) -> str:
    """Where the figures come from, as a sentence."""
    people = f"; population: {found.population_release}" if found.population_release else ""
    return f"Source: {found.source}, {found.release}{people}, Open Government Licence v3.0."

"""The language of indicators, the compiler, breakdowns, the spine and the interpreter."""

from quarterday.indicators.computation import Computation
from quarterday.indicators.fact import EVENT, GROUND, INTERVAL, OVERLAP, Fact, sql_beside
from quarterday.indicators.from_submission import source_of
from quarterday.indicators.language import (
    FIRST,
    HIGHER,
    LAST,
    LOWER,
    NEITHER,
    Count,
    Coverage,
    FromPeak,
    Indicator,
    Median,
    Mix,
    NetChange,
    Percentage,
    Rate,
    Ratio,
    Total,
)
from quarterday.indicators.results import Result, results_table
from quarterday.indicators.source import Source, coverage
from quarterday.indicators.spine import Asked, asked_at, asked_for, asked_months

__all__ = [
    "EVENT",
    "FIRST",
    "GROUND",
    "HIGHER",
    "INTERVAL",
    "LAST",
    "LOWER",
    "NEITHER",
    "OVERLAP",
    "Asked",
    "Computation",
    "Count",
    "Coverage",
    "Fact",
    "FromPeak",
    "Indicator",
    "Median",
    "Mix",
    "NetChange",
    "Percentage",
    "Rate",
    "Ratio",
    "Result",
    "Source",
    "Total",
    "asked_at",
    "asked_for",
    "asked_months",
    "coverage",
    "results_table",
    "source_of",
    "sql_beside",
]

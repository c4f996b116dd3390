"""Results: one long table of figures (CONTRACTS §2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa

from quarterday.indicators.language import Indicator
from quarterday.records.periods import Period

OK = "ok"
NO_DENOMINATOR = "z"
NOT_COMPUTABLE = "x"
SUPPRESSED = "c"

SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("authority", pa.string()),
        ("period_kind", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("numerator", pa.int64()),
        ("denominator", pa.int64()),
        ("value", pa.float64()),
        ("status", pa.string()),
        ("unit", pa.string()),
    ]
)


Figure = tuple[int | None, int | None, float | None, str]
"""Numerator, denominator, value and status."""


@dataclass(frozen=True)
class Result:
    """One figure. `value` is in the unit (49.0 for 49 %), unrounded; None where the status is not ok."""

    code: str
    authority: str
    period_kind: str
    period_start: date
    period_end: date
    breakdown: str
    group: str
    numerator: int | None
    denominator: int | None
    value: float | None
    status: str
    unit: str


def result_of(
    indicator: Indicator,
    authority: str,
    period: Period,
    figure: Figure = (None, None, None, NOT_COMPUTABLE),
    breakdown: str = "all",
    group: str = "all",
) -> Result:
    """A result from a figure; without one, not computable."""
    numerator, denominator, value, status = figure
    return Result(
        code=indicator.code,
        authority=authority,
        period_kind=period.kind,
        period_start=period.start,
        period_end=period.end,
        breakdown=breakdown,
        group=group,
        numerator=numerator,
        denominator=denominator,
        value=value,
        status=status,
        unit=indicator.unit,
    )


def results_table(results: Iterable[Result]) -> pa.Table:
    """The long table, in the order given."""
    return pa.Table.from_pylist([vars(result) for result in results], schema=SCHEMA)


def results_of(table: pa.Table) -> list[Result]:
    """The figures of a long table, in its order."""
    return [Result(*row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]


def rounded(value: float, decimals: int) -> Decimal:
    """Rounded half away from zero, for display only (R27), from the shortest decimal that reads back as the value."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

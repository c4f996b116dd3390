"""How much of the catalogue the records can support (catalogue DQ-02, rule R33)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from quarterday.indicators.evaluate import share
from quarterday.indicators.language import Coverage, Indicator
from quarterday.indicators.results import Result, result_of
from quarterday.indicators.spine import Asked, asked_at
from quarterday.records.periods import Period

if TYPE_CHECKING:
    from quarterday.indicators.computation import Computation


def measured(computation: "Computation", indicator: Coverage, asked: Asked) -> list[Result]:
    """The figures of a coverage."""
    figures = []
    for period in asked.stocks:
        for authority in computation.source.authorities:
            if computation.why_not(indicator, period):
                figures.append(result_of(indicator, authority, period))
                continue
            computable = sum(not why_not for _, why_not in _reasons(computation, indicator, period))
            cell = share(computable, len(indicator.indicators))
            figures.append(result_of(indicator, authority, period, cell))
    return figures


def rows(
    computation: "Computation", indicator: Coverage, periods: Sequence[Period], *, denominator: bool = False
) -> pa.Table:
    """The indicators that can be computed (with `denominator`, all of them), and why not where one cannot."""
    listed = [
        {
            "authority": authority,
            "code": each.code,
            "title": each.title,
            "why_not": why_not,
            "spine_id": place,
            "amount": 1,
        }
        for place, period in enumerate(periods)
        for authority in computation.source.authorities
        for each, why_not in _reasons(computation, indicator, period)
        if denominator or not why_not
    ]
    names = ("authority", "code", "title", "why_not")
    schema = pa.schema([*((name, pa.string()) for name in names), ("spine_id", pa.int64()), ("amount", pa.int64())])
    return pa.Table.from_pylist(listed, schema=schema)


def _reasons(computation: "Computation", indicator: Coverage, period: Period) -> list[tuple[Indicator, str]]:
    year = asked_at(period.end).flows[0]
    return [(each, computation.source.why_not(each, year if each.is_flow else period)) for each in indicator.indicators]

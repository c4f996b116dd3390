"""How much of the catalogue the records can support (catalogue DQ-02, rule R33)."""

from collections import defaultdict
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
    alike: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for each in indicator.indicators:
        alike[each.asks_of_records].append(each)
    figures = []
    for period in asked.stocks:
        computable = sum(len(every) for every in alike.values() if not _why_not(computation, every[0], period))
        cell = share(computable, len(indicator.indicators))
        known = () if computation.why_not(indicator, period) else (cell,)
        figures += [result_of(indicator, authority, period, *known) for authority in computation.source.authorities]
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
    return [(each, _why_not(computation, each, period)) for each in indicator.indicators]


def _why_not(computation: "Computation", indicator: Indicator, period: Period) -> str:
    """Why an indicator cannot be computed at a day: a flow over the twelve months to it."""
    return computation.refusal(indicator, asked_at(period.end).flows[0] if indicator.is_flow else period)

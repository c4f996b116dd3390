"""The spine: the periods and snapshots asked for, as a table that facts are joined to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from quarterday.indicators.language import Indicator
from quarterday.records import periods
from quarterday.records.calendar import MONTHS_BACK
from quarterday.records.months import add_months
from quarterday.records.periods import Period

SPINE, DAYS = "spine", "_days"
"""The name of the table of periods, and the end of the name of the table of their days."""
DAY_OF_PERIOD = "day_of_period"


@dataclass(frozen=True)
class Asked:
    """What is asked for: periods for flows beside snapshots for stocks (CONTRACTS §2)."""

    flows: tuple[Period, ...]
    stocks: tuple[Period, ...]


@dataclass(frozen=True)
class Series:
    """Indicators over the same periods, by the same breakdowns."""

    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    by: tuple[str, ...] = ()


def together(asked: Iterable[Series]) -> list[Series]:
    """As few series as there are different periods and breakdowns."""
    found: dict[tuple[tuple[Period, ...], tuple[str, ...]], tuple[Indicator, ...]] = {}
    for series in asked:
        key = series.periods, series.by
        found[key] = found.get(key, ()) + series.indicators
    return [Series(indicators, *key) for key, indicators in found.items()]


def asked_at(day: date) -> Asked:
    """Stocks at a day, flows over the twelve months that end on it."""
    return Asked((periods.twelve_months_to(day),), (periods.snapshot(day),))


def asked_for(period: Period) -> Asked:
    """Flows counted in a period, stocks at its end."""
    return Asked((period,), (periods.snapshot(period.end),))


def asked_months(first: str, last: str) -> Asked:
    """Flows by month and stocks at each month's end, from the first month to the last, both included."""
    months = tuple(periods.months_between(first, last))
    return Asked(months, tuple(periods.snapshot(month.end) for month in months))


def spine_table(asked: Sequence[Period]) -> pa.Table:
    """One row a period: `spine_id`, its dates, `snapshot` (its last day) and the days some months before.

    `period_start_minus_N_months` and `snapshot_minus_N_months` step back by calendar months, clamped; the day after
    keeps "12 months to the snapshot" exactly twelve months long.
    """
    columns: dict[str, list[object]] = {
        "spine_id": list(range(len(asked))),
        "period_kind": [period.kind for period in asked],
        "period_start": [period.start for period in asked],
        "period_end": [period.end for period in asked],
        "snapshot": [period.end for period in asked],
        "day_after": [period.end + timedelta(days=1) for period in asked],
    }
    for number in MONTHS_BACK:
        columns[f"snapshot_minus_{number}_months"] = [add_months(period.end, -number) for period in asked]
        columns[f"period_start_minus_{number}_months"] = [add_months(period.start, -number) for period in asked]
    return pa.table({name: pa.array(values) for name, values in columns.items()}, schema=_schema(columns))


def days_of(spine: pa.Table) -> pa.Table:
    """The spine once for every day of each period, as DAY_OF_PERIOD: what events are joined to."""
    starts, ends = (spine[name].cast(pa.int32()).to_numpy() for name in ("period_start", "period_end"))
    lengths = np.maximum(ends - starts + 1, 0)
    places = np.repeat(np.arange(spine.num_rows), lengths)
    before = np.concatenate([[0], np.cumsum(lengths)])[:-1]
    days = starts[places] + np.arange(len(places)) - before[places]
    return spine.take(pa.array(places)).append_column(DAY_OF_PERIOD, pa.array(days, pa.int32()).cast(pa.date32()))


def _schema(columns: dict[str, list[object]]) -> pa.Schema:
    kinds = {"spine_id": pa.int64(), "period_kind": pa.string()}
    return pa.schema([(name, kinds.get(name, pa.date32())) for name in columns])

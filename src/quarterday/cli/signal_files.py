"""Judging a series that lies in a CSV file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quarterday.cli.problems import UsageProblemError
from quarterday.signals import (
    Manner,
    Rebase,
    Series,
    SignalError,
    between_values,
    chart_values,
    denominators_vary,
    proportion_limits,
    proportion_values,
    read_days,
    read_series,
    time_between,
    xmr,
)
from quarterday.signals.series_file.cells import day_in

Bounds = tuple[float | None, float | None]


def judged_file(
    path: Path, manner: Manner, column: str | None, bounds: Bounds, rebase: tuple[str, str, str, str] | None
) -> dict[str, Any]:
    """The XmR chart of a file's series as plain values.

    Raises SeriesFileError where it cannot be read, SignalError where it cannot be judged so.
    """
    series = read_series(path, column)
    chart = xmr(
        series.values,
        periods=series.periods,
        improvement=manner.improvement or "neither",
        target=manner.target,
        screening=manner.screening,
        run_length=manner.run_length,
        baseline=manner.baseline,
        rebases=[_rebase(series, *rebase)] if rebase else (),
        feasible=_feasible(series, bounds),
    )
    values = chart_values(chart)
    return values | {"notes": [*series.notes, *values["notes"]], "proportions": _proportions(series), "file": path.name}


def waits_of_file(path: Path, manner: Manner) -> dict[str, Any]:
    """The time between a file's events as plain values, up to the last of them."""
    days = read_days(path)
    between = time_between(days, until=max(days), screening=manner.screening, run_length=manner.run_length)
    return {"method": "time between events", "file": path.name, **between_values(between)}


def _feasible(series: Series, bounds: Bounds) -> Bounds:
    """The bounds given; of a file written in per cent, 0 and 100 where no value is beyond them."""
    percent = series.percent and all(0 <= value <= 100 for value in series.values)
    floor, ceiling = bounds
    return (0 if percent and floor is None else floor), (100 if percent and ceiling is None else ceiling)


def _rebase(series: Series, period: str, reason: str, author: str, recorded: str) -> Rebase:
    """A re-base with its record: at the row of a period, or at the first of a date or after it."""
    if not day_in(recorded):
        raise UsageProblemError(f"--rebase needs the date on which it was recorded; '{recorded}' is none. Write 2021-09-30.")
    at = _row_of(series.periods or (), period)
    if at is None:
        raise UsageProblemError(f"No period of the file is '{period}'. Give one as it stands in the file's period column.")
    if at == 0:
        raise SignalError(f"A re-base starts after the first point; '{period}' is the first.")
    return Rebase(at, reason, author, recorded)


def _row_of(periods: Sequence[str], period: str) -> int | None:
    if period in periods:
        return periods.index(period)
    day = day_in(period)
    found = [place for place, each in enumerate(periods) if day and (at := day_in(each)) and at >= day]
    return found[0] if found else None


def _proportions(series: Series) -> dict[str, Any] | None:
    """Limits by denominator, of percentages whose denominators vary."""
    if series.denominators is None or not all(0 <= value <= 100 for value in series.values):
        return None
    denominators = [float(each) for each in series.denominators]
    if len(denominators) < 2 or not denominators_vary(denominators):
        return None
    return proportion_values(proportion_limits([float(value) for value in series.values], denominators))

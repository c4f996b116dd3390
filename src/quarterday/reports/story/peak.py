"""How a figure stands against its highest known value, which may be an earlier report's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from quarterday.indicators import FromPeak
from quarterday.indicators.results import rounded
from quarterday.reports.book import Book
from quarterday.reports.figure import Figure

_AS_SHOWN = 0.005


@dataclass(frozen=True)
class EarlierValue:
    """A value from before the records, with the source that states it."""

    code: str
    day: date
    value: float
    source: str


def earlier_values(table: pa.Table | None) -> tuple[EarlierValue, ...]:
    """The rows of the record table of earlier values; none without it."""
    return tuple(
        EarlierValue(row["indicator"], row["value_date"], row["value_hundredths"] / 100, row["source"] or "source not given")
        for row in (table.to_pylist() if table is not None else [])
    )


def peak_words(book: Book, figure: Figure, earlier: Sequence[EarlierValue]) -> dict[str, str]:
    """The fields of a sentence on a distance from the peak: `below` and `peak`; nothing for other figures."""
    indicator = figure.indicator
    if not isinstance(indicator, FromPeak) or figure.value is None:
        return {}
    now = book.at(indicator.series.code)
    if now.value is None:
        return {}
    peak = now.value - figure.value
    known = [each for each in earlier if each.code == indicator.series.code and abs(each.value - peak) < _AS_SHOWN]
    whence = f"{known[0].day:%B %Y}: {known[0].source}" if known else "within these records"
    distance = rounded(-figure.value, indicator.decimals)
    return {
        "below": f"{distance} below" if distance > 0 else "at",
        "peak": f"{rounded(peak, indicator.decimals)} ({whence})",
    }

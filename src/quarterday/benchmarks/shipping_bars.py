"""The small table of single neighbours that ships for the demo: facts of DfE, Open Government Licence v3.0."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from quarterday.benchmarks.bars import Missing, Ranked, RankedBar
from quarterday.benchmarks.comparison import number

OF_ALL = ("code", "group", "year", "authority", "kind", "model", "england", "region", "region_name")
"""What every row of one chart repeats."""
OF_ONE = ("area", "name", "is_own", "value", "low", "high", "reason")
"""One area: its figure with its interval, or the symbol that says why there is none."""


def read_bars(lines: Iterable[str]) -> list[Ranked]:
    """Ranked bars of one's own and the neighbours in our own layout: a row an area, in the order of the bars."""
    grouped: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(lines):
        grouped.setdefault(tuple(row[name] for name in OF_ALL), []).append(row)
    return [_ranked(dict(zip(OF_ALL, key, strict=True)), rows) for key, rows in grouped.items()]


def write_bars(ranked: Iterable[Ranked], path: Path) -> None:
    """Ranked bars in our own layout, numbers to six decimals."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*OF_ALL, *OF_ONE))
        for each in ranked:
            of_all = [_written(getattr(each, name)) for name in OF_ALL]
            writer.writerows([*of_all, *map(_written, row)] for row in _rows(each))


def _rows(ranked: Ranked) -> Iterator[tuple[object, ...]]:
    for bar in ranked.near.bars:
        yield bar.area, bar.name, bar.is_own, bar.value, bar.low, bar.high, ""
    for each in ranked.missing:
        yield each.area, each.name, each.is_own, None, None, None, each.reason


def _ranked(of_all: dict[str, str], rows: Iterable[dict[str, str]]) -> Ranked:
    bars, missing = [], []
    for row in rows:
        area, name, is_own = row["area"], row["name"], row["is_own"] == "True"
        value, low, high = (_number(row[column]) for column in ("value", "low", "high"))
        if value is None:
            missing.append(Missing(area, name, row["reason"], is_own))
        else:
            bars.append(RankedBar(area, name, value, low, high, is_own, not is_own))
    return Ranked(
        of_all["code"],
        of_all["group"],
        int(of_all["year"]),
        of_all["authority"],
        of_all["kind"],
        of_all["model"],
        _number(of_all["england"]),
        _number(of_all["region"]),
        of_all["region_name"],
        tuple(bars),
        tuple(missing),
        others_missing=0,
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


def _written(value: object) -> str:
    if value is None:
        return ""
    return repr(number(value)).removesuffix(".0") if isinstance(value, float) else str(value)

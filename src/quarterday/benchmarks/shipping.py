"""The small table of comparisons that ships for the demo: facts of DfE and ONS, Open Government Licence v3.0."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.comparison import Comparison, Neighbours, Verdicts, number
from quarterday.benchmarks.shipping_bars import read_bars

_NUMBERS = frozenset(
    {"value", "numerator", "denominator", "low", "high", "low_any", "high_any", "england", "region", "average"}
)
_WHOLE = frozenset({"decimals", "year", "rank", "ranked_of", "with_value", "of", "suppressed"})
_NESTED = {"neighbours": Neighbours, "verdicts": Verdicts}
_LEFT_OUT = frozenset({"own", "notes", *_NESTED})

PLAIN = tuple(field.name for field in fields(Comparison) if field.name not in _LEFT_OUT)
NESTED = tuple(f"{name}.{field.name}" for name, kind in _NESTED.items() for field in fields(kind))
COLUMNS = (*PLAIN, *NESTED, "notes")


def shipped() -> Benchmarks:
    """The headlines of the example's model authority, compared beforehand."""
    return Benchmarks(kept=read_table(_lines("shipped.csv")), kept_bars=read_bars(_lines("shipped_bars.csv")))


def read_table(lines: Iterable[str]) -> list[Comparison]:
    """Comparisons in our own layout."""
    found = []
    for row in csv.DictReader(lines):
        values: dict[str, Any] = {name: _read(name, row[name]) for name in PLAIN}
        for name, kind in _NESTED.items():
            prefix = f"{name}."
            inside = {field.name: row[prefix + field.name] for field in fields(kind)}
            values[name] = kind(**inside) if kind is Verdicts else kind(**{n: _read(n, text) for n, text in inside.items()})
        found.append(Comparison(**values, notes=tuple(row["notes"].split("|")) if row["notes"] else ()))
    return found


def write_table(comparisons: Iterable[Comparison], path: Path) -> None:
    """Comparisons in our own layout, numbers to six decimals."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in comparisons:
            plain = [_written(getattr(each, name)) for name in PLAIN]
            nested = [_written(getattr(getattr(each, name), inside)) for name, inside in (n.split(".") for n in NESTED)]
            writer.writerow([*plain, *nested, "|".join(each.notes)])


def _lines(name: str) -> list[str]:
    return files("quarterday.benchmarks").joinpath(name).read_text(encoding="utf-8").splitlines()


def _read(name: str, text: str) -> Any:
    if name in _WHOLE:
        return int(text) if text else None
    if name in _NUMBERS:
        return float(text) if text else None
    return (text or None) if name == "band" else text


def _written(value: Any) -> str:
    if value is None:
        return ""
    return repr(number(value)).removesuffix(".0") if isinstance(value, float) else str(value)

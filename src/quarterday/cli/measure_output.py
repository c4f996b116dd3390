"""Figures as a table on the terminal, and as CSV, JSON or Parquet."""

import csv
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from rich.table import Table

from quarterday.cli.console import out, write_bytes
from quarterday.indicators import Result, results_table
from quarterday.indicators.results import NO_DENOMINATOR, OK, rounded
from quarterday.sections import BY_CODE
from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE


def write_figures(figures: list[Result], output: str, to: Path | None) -> None:
    """Print figures as a table, or write them to the terminal or a file: as asked, else of the kind its ending says."""
    if output == "table" and to is None:
        _print(figures)
        return
    kind = to.suffix.lower().removeprefix(".") if output == "table" and to else output
    data = {"parquet": _parquet, "json": _json}.get(kind, _csv)(results_table(figures))
    if to:
        to.write_bytes(data)
    else:
        write_bytes(data)


def _parquet(table: pa.Table) -> bytes:
    target = io.BytesIO()
    pq.write_table(table, target)
    return target.getvalue()


def _json(table: pa.Table) -> bytes:
    return (json.dumps(table.to_pylist(), default=str, indent=2) + "\n").encode()


def _csv(table: pa.Table) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.column_names)
    for row in table.to_pylist():
        writer.writerow([_number(value) if isinstance(value, float) else value for value in row.values()])
    return text.getvalue().encode()


def _number(value: float) -> str:
    """A number in full, a whole one without a point."""
    return str(int(value)) if value.is_integer() else repr(value)


def _print(figures: list[Result]) -> None:
    table = Table("Code", "Title", "Period", "Group", "Numerator", "Denominator", "Value", "Unit", "Status")
    for figure in figures:
        title = (BY_CODE.get(figure.code) or ELSEWHERE[figure.code]).title
        group = "" if figure.breakdown == "all" else f"{figure.breakdown}: {figure.group}"
        value = f"{rounded(figure.value, BY_CODE[figure.code].decimals):,}" if figure.value is not None else ""
        table.add_row(
            figure.code,
            title,
            figure.period_end.isoformat()
            if figure.period_kind == "snapshot"
            else f"{figure.period_start.isoformat()} to {figure.period_end.isoformat()}",
            group,
            "" if figure.numerator is None else f"{figure.numerator:,}",
            "" if figure.denominator is None else f"{figure.denominator:,}",
            value,
            figure.unit,
            "" if figure.status == OK else figure.status,
        )
    out.print(table)
    if any(figure.status == NO_DENOMINATOR for figure in figures):
        out.print(f"{NO_DENOMINATOR}: there is nothing to divide by.")

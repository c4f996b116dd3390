"""`quarterday measure`: figures at a date, for a period or month by month."""

import sys
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import typer
from rich.table import Table

from quarterday.cli import options
from quarterday.cli.console import err, out, steps
from quarterday.cli.indicators import named
from quarterday.cli.problems import RefusedProblemError, UsageProblemError
from quarterday.indicators import Asked, Indicator, Result, asked_at, asked_for, asked_months, results_table
from quarterday.indicators.compiler import breakdown_sql
from quarterday.indicators.results import NOT_COMPUTABLE, OK, rounded
from quarterday.records.periods import PeriodError
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE
from quarterday.sections.measuring import measured
from quarterday.submissions import Store
from quarterday.submissions.settings import SettingsError

FORMATS = ("table", "csv", "json", "parquet")


def measure(
    codes: Annotated[list[str] | None, typer.Argument(help="Codes of indicators; all without.")] = None,
    at: Annotated[str | None, typer.Option(help="Stocks at this date, flows over the 12 months that end on it.")] = None,
    period: Annotated[str | None, typer.Option(help="A month, quarter, year or year to date.")] = None,
    months: Annotated[tuple[str, str] | None, typer.Option(help="First and last month, such as 2020-10 2021-09.")] = None,
    by: Annotated[str, typer.Option(help="Breakdowns, such as team,age_band.")] = "",
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    output: Annotated[str, typer.Option("-o", "--output", help="table, csv, json or parquet.")] = "table",
    to: Annotated[Path | None, typer.Option(help="Write to this file instead of the terminal.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Compute indicators. `-o csv` writes the results table."""
    if output not in FORMATS:
        raise UsageProblemError(f"'{output}' is not a format. Allowed are: {', '.join(FORMATS)}.")
    if output == "parquet" and to is None:
        raise UsageProblemError("Parquet is written to a file. Add --to FILE.")
    elsewhere = [ELSEWHERE[code.upper()] for code in codes or [] if code.upper() in ELSEWHERE]
    wanted = [named(code) for code in codes or [] if code.upper() not in ELSEWHERE] if codes else list(INDICATORS)
    request = asked(at, period, months)
    breakdowns = [name.strip() for name in by.split(",") if name.strip()]
    _check_breakdowns(wanted, breakdowns)
    house = Store(store)
    known = options.open_submission(house, submission)
    try:
        settings = house.settings()
    except SettingsError as error:
        raise UsageProblemError(str(error)) from None
    code = options.authority_of(known, authority)
    with steps(30) as progress:
        figures, reasons = measured(house, known, settings, code, wanted, request, breakdowns, progress.detail)
    figures += [each.figure(code, period) for each in elsewhere for period in request.flows]
    for name, reason in (reasons | {each.code: each.reason for each in elsewhere}).items():
        err.print(f"{name}: {reason}", markup=False)
    _write(figures, output, to)
    if all(figure.status == NOT_COMPUTABLE for figure in figures):
        raise RefusedProblemError("Nothing that was asked for can be computed. The reasons are above.")


def asked(at: str | None, period: str | None, months: tuple[str, str] | None) -> Asked:
    """What one of --at, --period and --months asks for.

    Raises UsageProblemError unless exactly one is given.
    """
    if sum(option is not None for option in (at, period, months)) != 1:
        raise UsageProblemError("Say when with one of --at DATE, --period PERIOD or --months FIRST LAST.")
    if at:
        return asked_at(options.day(at))
    if period:
        return asked_for(options.period(period))
    try:
        return asked_months(*months) if months else Asked((), ())
    except PeriodError as error:
        raise UsageProblemError(str(error)) from None


def _check_breakdowns(wanted: list[Indicator], breakdowns: list[str]) -> None:
    for name in breakdowns:
        if not any(breakdown_sql(indicator.of, name) for indicator in wanted):
            known = sorted({each for indicator in wanted for each in _known(indicator)})
            raise UsageProblemError(f"'{name}' is not a breakdown of what was asked. Known are: {', '.join(known)}.")


def _known(indicator: Indicator) -> list[str]:
    from quarterday.indicators.dimensions import CHILD_DIMENSIONS

    return [*indicator.of.dimensions, *(CHILD_DIMENSIONS if indicator.of.about_child else ())]


def _write(figures: list[Result], output: str, to: Path | None) -> None:
    table = results_table(figures)
    if output == "parquet" and to:
        pq.write_table(table, to)
    elif output == "csv":
        _write_csv(table, to)
    elif output == "json":
        text = _json(table)
        if to:
            to.write_text(text + "\n", encoding="utf-8")
        else:
            typer.echo(text)
    else:
        _print(figures)


def _write_csv(table: pa.Table, to: Path | None) -> None:
    target = str(to) if to else sys.stdout.buffer
    pa_csv.write_csv(table, target, pa_csv.WriteOptions(quoting_style="needed"))


def _json(table: pa.Table) -> str:
    import json

    return json.dumps(table.to_pylist(), default=str, indent=2)


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

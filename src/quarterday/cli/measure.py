"""`quarterday measure`: figures at a date, for a period or month by month."""

import csv
import io
import json
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import pyarrow.parquet as pq
import typer
from rich.table import Table

from quarterday.cli import options
from quarterday.cli.console import err, out, steps, write_bytes
from quarterday.cli.indicators import named
from quarterday.cli.problems import RefusedProblemError, UsageProblemError
from quarterday.indicators import Asked, Indicator, Result, asked_at, asked_for, asked_months, results_table
from quarterday.indicators.compiler import breakdown_sql
from quarterday.indicators.results import NOT_COMPUTABLE, OK, rounded
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
    to: Annotated[Path | None, typer.Option(help="Write to this file; without -o, of the kind its ending says.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Compute indicators. `-o csv` writes the results table."""
    if output not in FORMATS:
        raise UsageProblemError(f"'{output}' is not a format. Allowed are: {', '.join(FORMATS)}.")
    request = asked(at, period, months)
    elsewhere = [ELSEWHERE[code.upper()] for code in codes or [] if code.upper() in ELSEWHERE]
    wanted = [named(code) for code in codes or [] if code.upper() not in ELSEWHERE] if codes else list(INDICATORS)
    breakdowns = breakdowns_of(by, wanted) if wanted else []
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
    if at is not None:
        return asked_at(options.day(at))
    if period is not None:
        return asked_for(options.period(period))
    return asked_months(*(months or ("", "")))


def breakdowns_of(by: str, wanted: list[Indicator]) -> list[str]:
    """The breakdowns that --by names, each once.

    Raises UsageProblemError for one that nothing of what was asked has.
    """
    breakdowns = list(dict.fromkeys(name.strip() for name in by.split(",") if name.strip()))
    for name in breakdowns:
        if not any(breakdown_sql(indicator.of, name) for indicator in wanted):
            known = sorted({each for indicator in wanted for each in _known(indicator)})
            raise UsageProblemError(f"'{name}' is not a breakdown of what was asked. Known are: {', '.join(known)}.")
    return breakdowns


def _known(indicator: Indicator) -> list[str]:
    from quarterday.indicators.dimensions import CHILD_DIMENSIONS

    return [*indicator.of.dimensions, *(CHILD_DIMENSIONS if indicator.of.about_child else ())]


def _write(figures: list[Result], output: str, to: Path | None) -> None:
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

"""`quarterday measure`: figures at a date, for a period or month by month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import err, steps
from quarterday.cli.problems import RefusedProblemError, UsageProblemError
from quarterday.cli.settings import in_force

if TYPE_CHECKING:
    from quarterday.indicators import Asked, Indicator

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
    if to and output == FORMATS[0] and to.suffix.lower().removeprefix(".") not in FORMATS[1:]:
        raise UsageProblemError(
            f"'{to.name}' does not say of which kind it shall be. End it in .csv, .json or .parquet, or add -o csv."
        )
    check_when(at, period, months)
    from quarterday.cli.indicators import named
    from quarterday.cli.measure_output import write_figures
    from quarterday.indicators.results import NOT_COMPUTABLE
    from quarterday.sections import INDICATORS
    from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE
    from quarterday.sections.measuring import measured
    from quarterday.submissions import Store

    request = asked(at, period, months)
    elsewhere = [ELSEWHERE[code.upper()] for code in codes or [] if code.upper() in ELSEWHERE]
    wanted = [named(code) for code in codes or [] if code.upper() not in ELSEWHERE] if codes else list(INDICATORS)
    breakdowns = breakdowns_of(by, wanted) if wanted else []
    house = Store(store)
    known = options.open_submission(house, submission)
    settings = in_force(house)
    code = options.authority_of(known, authority)
    with steps(30) as progress:
        figures, reasons = measured(known, settings, code, wanted, request, breakdowns, progress.detail)
    figures += [each.figure(code, period) for each in elsewhere for period in request.flows]
    for name, reason in (reasons | {each.code: each.reason for each in elsewhere}).items():
        err.print(f"{name}: {reason}", markup=False)
    write_figures(figures, output, to)
    if all(figure.status == NOT_COMPUTABLE for figure in figures):
        raise RefusedProblemError("Nothing that was asked for can be computed. The reasons are above.")


def check_when(at: str | None, period: str | None, months: tuple[str, str] | None) -> None:
    """Raise UsageProblemError unless exactly one of --at, --period and --months is given, and can be understood."""
    if sum(option is not None for option in (at, period, months)) != 1:
        raise UsageProblemError("Say when with one of --at DATE, --period PERIOD or --months FIRST LAST.")
    if at is not None:
        options.day(at)
    elif period is not None:
        options.period(period)
    else:
        options.months(*(months or ("", "")))


def asked(at: str | None, period: str | None, months: tuple[str, str] | None) -> Asked:
    """What one of --at, --period and --months asks for; which one is checked before."""
    from quarterday.indicators import asked_at, asked_for, asked_months

    if at is not None:
        return asked_at(options.day(at))
    if period is not None:
        return asked_for(options.period(period))
    return asked_months(*(months or ("", "")))


def breakdowns_of(by: str, wanted: list[Indicator]) -> list[str]:
    """The breakdowns that --by names, each once.

    Raises UsageProblemError for one that nothing of what was asked has.
    """
    from quarterday.indicators.compiler import breakdown_sql

    breakdowns = list(dict.fromkeys(name.strip() for name in by.split(",") if name.strip()))
    for name in breakdowns:
        if not any(breakdown_sql(indicator.of, name) for indicator in wanted):
            known = sorted({each for indicator in wanted for each in _known(indicator)})
            raise UsageProblemError(f"'{name}' is not a breakdown of what was asked. Known are: {', '.join(known)}.")
    return breakdowns


def _known(indicator: Indicator) -> list[str]:
    from quarterday.indicators.dimensions import CHILD_DIMENSIONS

    return [*indicator.of.dimensions, *(CHILD_DIMENSIONS if indicator.of.about_child else ())]

"""`quarterday children`: the records behind a figure."""

import csv
import io
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from quarterday.cli import options
from quarterday.cli.console import out, print_whole
from quarterday.cli.indicators import named
from quarterday.cli.measure import asked, breakdowns_of
from quarterday.cli.problems import RefusedProblemError, UsageProblemError
from quarterday.indicators import Computation, source_of
from quarterday.submissions import Store
from quarterday.submissions.access_log import AccessLog
from quarterday.submissions.pseudonyms import pseudonym, pseudonym_key

_HIDDEN = {"spine_id", "period_kind", "period_start", "period_end", "snapshot", "day_after", "authority"}

_OF_THE_PERIOD = ("snapshot_", "period_start_")
"""Columns that say something of the period, not of the record."""


def children(
    code: Annotated[str, typer.Argument(help="Code of an indicator, such as CPP-08.")],
    at: Annotated[str | None, typer.Option(help="Date of the figure.")] = None,
    period: Annotated[str | None, typer.Option(help="Period of the figure.")] = None,
    by: Annotated[str | None, typer.Option(help="Breakdowns to show, such as team,worker; team without.")] = None,
    denominator: Annotated[bool, typer.Option("--denominator", help="List the population instead.")] = False,
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    identify: Annotated[bool, typer.Option("--identify", help="Show record ids; needs --reason and is logged.")] = False,
    reason: Annotated[str | None, typer.Option(help="Why identifiable records are needed.")] = None,
    output: Annotated[str, typer.Option("-o", "--output", help="table or csv.")] = "table",
    to: Annotated[Path | None, typer.Option(help="Write to this file instead of the terminal.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """List the records behind a figure, pseudonymised unless --identify with --reason."""
    if identify and not (reason or "").strip():
        raise UsageProblemError("--identify needs --reason with a few words on why. The view is logged.")
    if output not in {"table", "csv"}:
        raise UsageProblemError(f"'{output}' is not a format. Allowed are: table, csv.")
    if (at is None) == (period is None):
        raise UsageProblemError("Say when with one of --at DATE or --period PERIOD.")
    request = asked(at, period, None)
    indicator = named(code)
    breakdowns = ["team"] if by is None else breakdowns_of(by, [indicator])
    periods = request.flows if indicator.is_flow else request.stocks
    house = Store(store)
    known = options.open_submission(house, submission)
    of = options.authority_of(known, authority)
    with Computation(source_of(known, house.settings(), of)) as computation:
        why_not = computation.why_not(indicator, periods[0])
        if why_not:
            raise RefusedProblemError(f"{indicator.code}: {why_not}")
        rows = computation.rows(indicator, periods, breakdowns, denominator=denominator).to_pylist()
    if identify:
        AccessLog(house.folder).append(
            when=options.now(), what=f"children {indicator.code}", why=str(reason), rows=len(rows), authority=of
        )
    else:
        key = pseudonym_key(house.folder)
        rows = [_pseudonymised(row, key) for row in rows]
    rows.sort(key=lambda row: [str(row.get(name)) for name in ("child_id", "record_id")])
    _show(rows, output, to)
    what = "population" if denominator else "numerator"
    typer.echo(f"{len(rows)} rows, {sum(row['amount'] for row in rows)} in the {what} of {indicator.code}.", err=True)
    if any("to_date" in row for row in rows[:1]):
        typer.echo(
            "to_date is the recorded end or, at the latest, the 18th birthday where the record ends with it.", err=True
        )


def _pseudonymised(row: dict[str, Any], key: bytes) -> dict[str, Any]:
    return {
        name: pseudonym(str(value), key) if name.endswith("_id") and value is not None and name != "spine_id" else value
        for name, value in row.items()
        if not name.startswith("date_of_birth")
    }


def _show(rows: list[dict[str, Any]], output: str, to: Path | None) -> None:
    names = [name for name in (rows[0] if rows else {}) if name not in _HIDDEN and not name.startswith(_OF_THE_PERIOD)]
    if output == "csv" or to:
        text = io.StringIO()
        writer = csv.DictWriter(text, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        if to:
            to.write_text(text.getvalue(), encoding="utf-8")
        else:
            print_whole(text.getvalue())
        return
    table = Table(*names)
    for row in rows:
        table.add_row(*["" if row[name] is None else str(row[name]) for name in names])
    out.print(table)

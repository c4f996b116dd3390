"""`quarterday children`: the records behind a figure."""

from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import options
from quarterday.cli.measure import asked, breakdowns_of, check_when
from quarterday.cli.problems import RefusedProblemError, UsageProblemError

TO_DATE = "to_date is the recorded end or, at the latest, the 18th birthday where the record ends with it."
NOT_SHOWN = "Without --identify such a birthday, and an end that lay ahead, are left blank."


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
    options.check_reason(reason, identify=identify)
    if output not in {"table", "csv"}:
        raise UsageProblemError(f"'{output}' is not a format. Allowed are: table, csv.")
    if (at is None) == (period is None):
        raise UsageProblemError("Say when with one of --at DATE or --period PERIOD.")
    check_when(at, period, None)
    import pyarrow.compute as pc

    from quarterday.cli.indicators import named
    from quarterday.cli.record_lists import pseudonymised, show_records
    from quarterday.indicators import Computation, source_of
    from quarterday.submissions import Store
    from quarterday.submissions.access_log import AccessLog
    from quarterday.submissions.pseudonyms import pseudonym_key

    request = asked(at, period, None)
    indicator = named(code)
    breakdowns = ["team"] if by is None else breakdowns_of(by, [indicator])
    periods = request.flows if indicator.is_flow else request.stocks
    house = Store(store)
    known = options.open_submission(house, submission)
    of = options.authority_of(known, authority)
    source = source_of(known, house.settings(), of)
    with Computation(source) as computation:
        why_not = computation.why_not(indicator, periods[0])
        if why_not:
            raise RefusedProblemError(f"{indicator.code}: {why_not}")
        listed = computation.rows(indicator, periods, breakdowns, denominator=denominator)
    if identify:
        AccessLog(house.folder).append(
            when=options.now(), what=f"children {indicator.code}", why=str(reason), rows=listed.num_rows, authority=of
        )
    else:
        listed = pseudonymised(listed, pseudonym_key(house.folder), periods[0].end, source.records.get("children"))
    show_records(listed, output, to)
    what = "population" if denominator else "numerator"
    amount = pc.sum(listed["amount"]).as_py() or 0
    typer.echo(f"{listed.num_rows} rows, {amount} in the {what} of {indicator.code}.", err=True)
    if "to_date" in listed.column_names:
        typer.echo(TO_DATE if identify else f"{TO_DATE} {NOT_SHOWN}", err=True)

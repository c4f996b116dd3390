"""`quarterday claims`: try the claims of a commentary without writing the report."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from quarterday.cli import options
from quarterday.cli.console import err, out
from quarterday.cli.problems import RefusedProblemError, UnreadableProblemError, UsageProblemError
from quarterday.cli.report import AUDIENCES
from quarterday.cli.settings import in_force
from quarterday.submissions import Store

if TYPE_CHECKING:
    from quarterday.reports.claims import Checked, Records


def claims(
    file: Annotated[Path, typer.Argument(help="The commentary.")],
    period: Annotated[str, typer.Option(help="The quarter that the commentary is for, such as 2021-22-Q2.")],
    audience: Annotated[str, typer.Option(help="public or management.")] = "public",
    evidence: Annotated[
        Path | None, typer.Option(help="Evidence register; else evidence.toml beside the commentary.")
    ] = None,
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    published: Annotated[
        bool, typer.Option("--published", help="Published statistics alone, of --authority: no records are read.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, as in the report's manifest.")] = False,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """List the claims of a commentary with their verdicts and evidence, and what no claim binds. Writes nothing."""
    from quarterday.benchmarks import load, shipped
    from quarterday.reports.claims import Asking, ClaimsError, check_commentary

    if audience not in AUDIENCES:
        raise UsageProblemError(f"'{audience}' is not an audience. Allowed are: {', '.join(AUDIENCES)}.")
    end = options.period(period).end
    house = Store(store)
    records = None if published else _records(house, submission, authority, audience)
    code = records.authority if records else _named(authority)
    made_up = records is not None and house.get(submission).manifest.made_up
    benchmarks = load(house.folder) or (shipped() if made_up else None)
    try:
        checked = check_commentary(Asking(file, code, end, records, benchmarks, evidence, house.folder))
    except ClaimsError as error:
        raise UnreadableProblemError(str(error)) from None
    _tell(checked, as_json=as_json)
    if checked.refusal:
        raise RefusedProblemError(checked.refusal)


def _records(house: Store, submission: int | None, authority: str | None, audience: str) -> "Records":
    from quarterday.reports.claims import Records

    known = options.open_submission(house, submission)
    return Records.of(known, in_force(house), options.authority_of(known, authority), audience)


def _named(authority: str | None) -> str:
    if not authority:
        raise UsageProblemError("Published statistics alone are of one authority. Add --authority CODE.")
    return options.authority_code(authority)


def _tell(checked: "Checked", *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(checked.as_manifest(), indent=2))
    else:
        _print(checked)


def _print(checked: "Checked") -> None:
    table = Table("Line", "Section", "Claim", "Verdict", "Because", "Prints")
    for each in checked.judged:
        words = (each.binding, each.verdict.verdict, each.verdict.truth, each.printed)
        table.add_row(str(each.bound.line), each.bound.section, *[escape(text) for text in words])
    out.print(table)
    for notice in [*checked.warnings(), *checked.unbound()]:
        err.print(notice, markup=False)

"""`quarterday claims`: try the claims of a commentary without writing the report."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from quarterday.reports.claims import Checked
    from quarterday.submissions import Store


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
    as_markdown: Annotated[bool, typer.Option("--markdown", help="As a Markdown table, for a page.")] = False,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """List the claims of a commentary with their verdicts and evidence, and what no claim binds. Writes nothing."""
    if audience not in AUDIENCES:
        raise UsageProblemError(f"'{audience}' is not an audience. Allowed are: {', '.join(AUDIENCES)}.")
    options.period(period)
    from quarterday.reports.claims import ClaimsError
    from quarterday.submissions import Store

    try:
        if published:
            checked = _published(file, period, evidence, Store(store), authority)
        else:
            checked = _own(file, period, evidence, Store(store), authority, submission, audience)
    except ClaimsError as error:
        raise UnreadableProblemError(str(error)) from None
    _tell(checked, as_json=as_json, as_markdown=as_markdown)
    if checked.refusal:
        raise RefusedProblemError(checked.refusal)


def _published(file: Path, period: str, evidence: Path | None, house: Store, authority: str | None) -> Checked:
    from quarterday.benchmarks import load
    from quarterday.reports.claims import Asking, CommentaryClaims, Own

    if not authority:
        raise UsageProblemError("Published statistics alone are of one authority. Add --authority CODE.")
    own = Own(in_force(house), 0)
    code, end = options.authority_code(authority), options.period(period).end
    return CommentaryClaims(file, Asking(code, end, own, load(house.folder), evidence, house.folder)).judged(None)


def _own(
    file: Path,
    period: str,
    evidence: Path | None,
    house: Store,
    authority: str | None,
    submission: int | None,
    audience: str,
) -> Checked:
    from quarterday.benchmarks import load, shipped
    from quarterday.disclosure import DFE_CIN, MANAGEMENT
    from quarterday.reports.claims import Asking, CommentaryClaims, Own
    from quarterday.reports.claims.alone import check_alone
    from quarterday.reports.story.peak import earlier_values

    quarter = options.period(period)
    known = options.open_submission(house, submission)
    code, settings = options.authority_of(known, authority), in_force(house)
    own = Own(settings, known.number, earlier_values(known.records([code]).get("earlier_values")))
    benchmarks = load(house.folder) or (shipped() if known.manifest.made_up else None)
    found = CommentaryClaims(file, Asking(code, quarter.end, own, benchmarks, evidence, house.folder))
    profile = DFE_CIN if audience == "public" else MANAGEMENT
    return check_alone(found, known, settings, code, quarter, profile)


def _tell(checked: Checked, *, as_json: bool, as_markdown: bool) -> None:
    if as_json:
        typer.echo(json.dumps(checked.as_manifest(), indent=2, ensure_ascii=False))
    elif as_markdown:
        typer.echo(_markdown(checked))
    else:
        _print(checked)


def _markdown(checked: Checked) -> str:
    """A row a claim: where, what the report prints, what is claimed, and what became of it."""
    from quarterday.cli.docs.markdown import table  # the generated pages import every command

    rows = [
        (each.bound.section, each.sentence, f"`{each.binding}`", each.verdict.verdict, each.verdict.truth)
        for each in checked.judged
    ]
    return table(("Section", "Sentence as printed", "Claim", "Verdict", "Because"), rows)


def _print(checked: Checked) -> None:
    listed = Table("Line", "Section", "Claim", "Verdict", "Because", "Prints")
    for each in checked.judged:
        words = (each.binding, each.verdict.verdict, each.verdict.truth, each.printed)
        listed.add_row(str(each.bound.line), each.bound.section, *[escape(text) for text in words])
    out.print(listed)
    for notice in [*checked.warnings(), *checked.unbound()]:
        err.print(notice, markup=False)

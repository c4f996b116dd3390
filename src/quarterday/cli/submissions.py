"""`quarterday submissions`: list, show and restore."""

from typing import Annotated

import typer
from rich.table import Table

from quarterday import version
from quarterday.cli import options
from quarterday.cli.console import out
from quarterday.cli.problems import RefusedProblemError

application = typer.Typer(help="List submissions; `show N`, `restore N`.", invoke_without_command=True)


@application.callback()
def listing(context: typer.Context, store: options.StoreOption = options.DEFAULT_STORE) -> None:
    """List every submission of the store."""
    from quarterday.submissions import Store

    context.obj = Store(store)
    if context.invoked_subcommand:
        return
    submissions = Store(store).all()
    if not submissions:
        options.open_submission(Store(store))
    table = Table("Number", "Loaded", "Authority", "Extract of", "Tables", "Rows", "Findings", "Note")
    for submission in submissions:
        said = submission.manifest
        notes = [f"restores {said.restored_from}"] if said.restored_from else []
        notes += ["made-up records"] if said.made_up else []
        table.add_row(
            str(said.number),
            said.loaded_at[:16].replace("T", " "),
            ", ".join(said.authorities),
            ", ".join(day.isoformat() for day in said.extract_dates.values()),
            str(len(said.tables)),
            f"{sum(entry.rows for entry in said.tables):,}",
            f"{sum(1 for f in said.findings if f.wrong)}{' (blocking)' if said.has_blocking_findings else ''}",
            ", ".join(notes),
        )
    out.print(table)


@application.command()
def show(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="Number of the submission.")],
    store: options.StoreAgainOption = None,
) -> None:
    """Show one submission: its sources, tables and findings."""
    from quarterday.cli import findings
    from quarterday.submissions import Store

    said = options.open_submission(Store(store) if store else context.obj, number).manifest
    out.print(f"Submission {said.number}, loaded {said.loaded_at} by Quarterday {said.code_version}")
    for source in said.sources:
        out.print(f"Source: {source.format}, {len(source.files)} files")
        for name, sha256, size in source.files:
            out.print(f"  {name}  {size:,} bytes  sha256 {sha256}")
    table = Table("Authority", "Table", "Rows", "Covers from", "Held by", "Latest only")
    for entry in said.tables:
        covers = entry.covers_from.isoformat() if entry.covers_from else ""
        table.add_row(
            entry.authority,
            entry.table,
            f"{entry.rows:,}",
            covers,
            str(entry.held_by),
            "yes" if entry.latest_only else "",
        )
    out.print(table)
    findings.print_table([finding for finding in said.findings if finding.wrong])


@application.command("restore")
def restore_submission(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="Number of the submission.")],
    store: options.StoreAgainOption = None,
) -> None:
    """Make an earlier submission current again, as a new one; nothing is lost."""
    from quarterday.submissions import NoSubmissionError, Store, restore

    house = Store(store) if store else context.obj
    try:
        made = restore(house, number, loaded_at=options.now().isoformat(timespec="seconds"), code_version=version())
    except NoSubmissionError as error:
        raise RefusedProblemError(str(error)) from None
    out.print(f"Submission {made.number} is current: it holds what submission {number} held.")

"""`quarterday check`: report findings; change nothing."""

from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import exit_codes, options
from quarterday.cli.console import steps
from quarterday.cli.load import authority_for_load, previous_extract
from quarterday.cli.settings import in_force


def check(
    sources: options.SourcesArgument,
    authority: options.AuthorityOption = None,
    as_at: Annotated[str | None, typer.Option(help="Date of the extract, such as 2022-03-31.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the findings to a CSV file.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
) -> None:
    """Report what is wrong or doubtful in extracts. Changes nothing.

    The store's settings, and the date of its latest extract, are those that a load would go by.
    """
    said_date = options.day(as_at) if as_at is not None else None
    from quarterday.cli import findings
    from quarterday.cli.sources import extract_note, inspecting, read_sources
    from quarterday.submissions import Store

    house, note = Store(store), extract_note(sources)
    settings = in_force(house)
    code = authority_for_load(house, authority, note)
    with steps(2) as progress:
        progress.next("Reading the sources")
        read = read_sources(sources, code)
        progress.next("Checking the records")
        extract_date = said_date or note.extract_date or read.extract_date or options.today()
        unstated = set(read.records) - set(read.windows(extract_date, None, note.covers_from))
        inspect = inspecting(code, settings, options.today(), previous_extract(house, code), unstated)
        found = [*read.findings, *inspect(read.records, extract_date)]
    if json:
        typer.echo(findings.as_json(found))
    else:
        findings.print_table(found)
    if csv:
        findings.write_csv(found, csv)
    if any(finding.grade == "blocking" for finding in found):
        raise typer.Exit(exit_codes.BLOCKING_FINDINGS)

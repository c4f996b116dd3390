"""`quarterday load`: recognise, check, build, promote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quarterday import version
from quarterday.cli import exit_codes, options
from quarterday.cli.console import err, out, steps
from quarterday.cli.problems import UsageProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from quarterday.cli.sources import ExtractNote, Sources
    from quarterday.submissions import Store, Submission

MOST_NAMED = 10
"""Tables named of each submission from which some were carried forward."""


def load(
    sources: options.SourcesArgument,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
    as_at: Annotated[str | None, typer.Option(help="Date of the extract, such as 2022-03-31.")] = None,
    covers_from: Annotated[str | None, typer.Option(help="Date from which the extract is complete.")] = None,
    only: Annotated[bool, typer.Option("--only", help="Start afresh: carry nothing forward.")] = False,
) -> None:
    """Recognise extracts by their content, check them, and promote them as the next submission."""
    said_date = options.day(as_at) if as_at is not None else None
    start = options.day(covers_from) if covers_from is not None else None
    from quarterday.cli import findings
    from quarterday.cli.sources import extract_note, read_sources
    from quarterday.sections.keeping import keep_all_facts
    from quarterday.submissions import Store

    house, note = Store(store), extract_note(sources)
    code = authority_for_load(house, authority, note)
    with steps(4) as progress:
        progress.next("Reading the sources")
        read = read_sources(sources, code)
        progress.next("Checking the records and building the submission")
        extract_date = said_date or note.extract_date or read.extract_date or _guessed()
        if start and start > extract_date:
            raise UsageProblemError(
                f"--covers-from {start.isoformat()} lies after the extract of {extract_date.isoformat()}: nothing would be "
                "covered. Say the first day of which the extract is complete."
            )
        windows = read.windows(extract_date, start, note.covers_from)
        submission = promote(house, code, read, extract_date, windows, only=only, made_up=note.made_up)
        progress.next("Keeping what every figure is counted from")
        try:
            keep_all_facts(submission, house.settings(), code)
        except BaseException:
            err.print(
                f"Submission {submission.number} is current all the same; what it is counted from is built when wanted."
            )
            raise
        progress.next("Promoted")
    findings.print_table(submission.manifest.findings)
    out.print(
        f"Submission {submission.number} of {code}: {len(read.records)} tables, "
        f"{sum(table.num_rows for table in read.records.values()):,} rows, extract of {extract_date.isoformat()}."
    )
    for line in _carried(submission, code):
        out.print(line)
    if submission.manifest.has_blocking_findings:
        err.print("The submission is current, but some findings are blocking: figures that rest on them may be wrong.")
        raise typer.Exit(exit_codes.BLOCKING_FINDINGS)


def _guessed() -> date:
    today = options.today()
    err.print(
        f"Nobody said the extract's date, so it is taken as today, {today.isoformat()}. Use --as-at DATE where it is older."
    )
    return today


def _carried(submission: Submission, authority: str) -> Iterator[str]:
    """What this load did not hold and stands as an earlier one left it: figures of later days rest on it all the same."""
    held: dict[int, list[str]] = {}
    for entry in submission.manifest.tables:
        if entry.authority == authority and entry.held_by != submission.number:
            held.setdefault(entry.held_by, []).append(entry.table)
    for number, names in sorted(held.items()):
        more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
        yield f"Carried forward unchanged from submission {number}: {', '.join(names[:MOST_NAMED])}{more}."


def promote(
    store: Store,
    authority: str,
    sources: Sources,
    extract_date: date,
    covers_from: Mapping[str, date] | None = None,
    *,
    only: bool = False,
    made_up: bool = False,
) -> Submission:
    """Build and promote a submission from read sources; `covers_from` says from when tables are complete."""
    from quarterday.cli.sources import inspecting
    from quarterday.submissions import Load, build

    tables = sources.records
    covered = sources.windows(extract_date, None, None) if covers_from is None else covers_from
    request = Load(
        authority=authority,
        records=tables,
        extract_date=extract_date,
        loaded_at=options.now().isoformat(timespec="seconds"),
        code_version=version(),
        sources=sources.entries,
        findings=sources.findings,
        covers_from=covered,
        latest_only=sources.latest_only,
        only=only,
        made_up=made_up,
    )
    before, unstated = previous_extract(store, authority), set(tables) - set(covered)
    inspect = inspecting(authority, store.settings(), options.today(), before, unstated)
    return build(store, request, inspect)


def previous_extract(store: Store, authority: str) -> date | None:
    """The date of the authority's previous extract; None where there is none, or its manifest cannot be read."""
    from quarterday.submissions import StoreError

    try:
        return store.get().manifest.extract_dates.get(authority)
    except StoreError:
        return None


def authority_for_load(store: Store, asked: str | None, note: ExtractNote) -> str:
    """The authority a load is for: as asked, as the store or the extract's note has it, else E99999999, said aloud."""
    if asked:
        return options.authority_code(asked)
    known = store.get().manifest.authorities if store.numbers() else ()
    if len(known) == 1:
        if note.authority and note.authority != known[0]:
            err.print(
                f"The note beside the extract says {note.authority}; the store holds {known[0]} alone, so these records are "
                "taken as its. Use --authority CODE where they are another's."
            )
        return known[0]
    if note.authority:
        return options.authority_code(note.authority)
    if known:
        return options.authority_of(store.get(), None)
    err.print(f"No authority was named, so these records are taken as {options.NO_AUTHORITY}'s. Use --authority CODE.")
    return options.NO_AUTHORITY

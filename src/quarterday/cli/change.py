"""`quarterday change`: why a stock of children differs between two dates."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday.cli import options
from quarterday.cli.problems import RefusedProblemError, UsageProblemError

if TYPE_CHECKING:
    from datetime import date

    from quarterday.cli.record_lists import Row
    from quarterday.indicators import Computation, Indicator
    from quarterday.signals.change import Explained
    from quarterday.submissions import Store, Submission
    from quarterday.submissions.settings import Settings


def change(
    code: Annotated[str, typer.Argument(help="Code of a stock, such as CPP-01, CPP-08, LAC-01 or WRK-01.")],
    start: Annotated[str, typer.Option("--from", help="The first date; the figure is that of its end.")],
    end: Annotated[str, typer.Option("--to", help="The second date.")],
    before: Annotated[int | None, typer.Option(help="The first date as known at this earlier submission.")] = None,
    submission: Annotated[int | None, typer.Option(help="All else as known at this submission; else the current.")] = None,
    settings_before: Annotated[Path | None, typer.Option(help="Settings in force for --before, where others.")] = None,
    by: Annotated[str, typer.Option(help="A breakdown, such as team: moves between its groups stand apart.")] = "",
    families: Annotated[bool, typer.Option("--families", help="Tell it in families.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    part: Annotated[str, typer.Option(help="List the records of one part, such as returned.")] = "",
    lists: Annotated[Path | None, typer.Option(help="Write the records of every part to this folder, a CSV each.")] = None,
    identify: Annotated[bool, typer.Option("--identify", help="Show record ids; needs --reason and is logged.")] = False,
    reason: Annotated[str | None, typer.Option(help="Why identifiable records are needed.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Split the change of a stock into starts, returns, transfers, ends and corrections, which add up exactly."""
    options.check_reason(reason, identify=identify)
    from quarterday.cli import change_output
    from quarterday.cli.indicators import named
    from quarterday.cli.record_lists import pseudonymised_rows
    from quarterday.signals.change import BY_NAME
    from quarterday.submissions import Store
    from quarterday.submissions.pseudonyms import pseudonym_key
    from quarterday.submissions.settings import read_settings

    _check(part)
    house = Store(store)
    later = options.open_submission(house, submission)
    earlier = _earlier(house, before, later, settings_before)
    of = options.authority_of(later, authority)
    then = read_settings(settings_before) if settings_before else house.settings()
    with ExitStack() as opened:
        now = opened.enter_context(_computation(later, house.settings(), of))
        known_before = opened.enter_context(_computation(earlier, then, of)) if earlier else None
        explained = _explained(now, named(code), (options.day(start), options.day(end)), known_before, by.strip())
    explained = replace(explained, notes=(*explained.notes, *_on_versions(earlier, later)))
    rows = change_output.listed(explained, [part] if part else list(BY_NAME) if lists else [])
    if part or lists:
        born = now.source.records.get("children")
        rows = (
            _opened(house, explained, rows, str(reason))
            if identify
            else pseudonymised_rows(rows, pseudonym_key(house.folder), explained.end, born)
        )
    if lists:
        change_output.write_lists(rows, [part] if part else change_output.names_of(explained), lists)
    change_output.write(explained, "families" if families else "count", rows if part else None, as_json=json)


def _check(part: str) -> None:
    from quarterday.signals.change import BY_NAME

    if part and part not in BY_NAME:
        raise UsageProblemError(f"'{part}' is not a part of a change. The parts are: {', '.join(BY_NAME)}.")


def _explained(
    computation: Computation, indicator: Indicator, dates: tuple[date, date], before: Computation | None, by: str
) -> Explained:
    from quarterday.signals.change import ChangeError, NotComputableError, explain

    try:
        return explain(computation, indicator, *dates, before=before, by=by)
    except NotComputableError as error:
        raise RefusedProblemError(str(error)) from None
    except ChangeError as error:
        raise UsageProblemError(str(error)) from None


def _earlier(house: Store, before: int | None, later: Submission, settings_before: Path | None) -> Submission | None:
    if before is None:
        if settings_before:
            raise UsageProblemError("--settings-before goes with --before N, the submission that those settings were for.")
        return None
    if before >= later.number:
        raise UsageProblemError(
            f"--before {before} is not earlier than submission {later.number}. Name an earlier one; "
            "`quarterday submissions` lists them."
        )
    return options.open_submission(house, before)


def _computation(submission: Submission, settings: Settings, authority: str) -> Computation:
    from quarterday.indicators import Computation, source_of

    return Computation(source_of(submission, settings, options.authority_of(submission, authority)))


def _on_versions(earlier: Submission | None, later: Submission) -> list[str]:
    if earlier is None or earlier.manifest.code_version == later.manifest.code_version:
        return []
    then, now = ((each.number, each.manifest.code_version) for each in (earlier, later))
    return [
        f"Submission {then[0]} was loaded by Quarterday {then[1]}, submission {now[0]} by {now[1]}. Both are counted here "
        "by the definitions of today: a figure printed then may differ from the one at the first date by its definition."
    ]


def _opened(house: Store, explained: Explained, rows: list[Row], reason: str) -> list[Row]:
    """The rows as they are, once the view is logged."""
    from quarterday.submissions.access_log import AccessLog

    what = f"change {explained.code}"
    AccessLog(house.folder).append(when=options.now(), what=what, why=reason, rows=len(rows), authority=explained.authority)
    return rows

"""`quarterday signal`: whether a figure has really changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quarterday.cli import options
from quarterday.cli.problems import RefusedProblemError, UnreadableProblemError, UsageProblemError

if TYPE_CHECKING:
    from quarterday.signals import Manner

_DIRECTIONS = {"up": "up", "higher": "up", "down": "down", "lower": "down", "neither": "neither"}


def signal(
    what: Annotated[
        str | None, typer.Argument(metavar="FILE.csv|CODE", help="A series in a CSV file, or an indicator's code.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every indicator on one page, sorted by signal.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    improvement: Annotated[str | None, typer.Option(help="Which way is better: up, down or neither.")] = None,
    target: Annotated[float | None, typer.Option(help="The target to judge the limits against.")] = None,
    screening: Annotated[bool, typer.Option("--screening/--no-screening", help="Leave wild moving ranges out.")] = True,
    run_length: Annotated[
        int | None, typer.Option(help="Points of a trend or shift: 7 without, or 6 as on run charts.")
    ] = None,
    baseline: Annotated[int | None, typer.Option(help="Fix the limits (or the band) by the first N points.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="First month of a CODE, such as 2018-10.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last month of a CODE; the last whole one without.")] = None,
    column: Annotated[str | None, typer.Option(help="The value column of a FILE: its heading or number.")] = None,
    floor: Annotated[float | None, typer.Option(help="Least possible value in a FILE: limits are drawn from it.")] = None,
    ceiling: Annotated[float | None, typer.Option(help="Greatest possible value in a FILE.")] = None,
    rebase: Annotated[
        tuple[str, str, str, str] | None,
        typer.Option(metavar="PERIOD REASON AUTHOR DATE", help="Re-base a FILE from a period: why, who, recorded when."),
    ] = None,
    dates: Annotated[bool, typer.Option("--dates", help="A FILE has one row an event: judge the time between.")] = False,
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """XmR chart values and signals of a flow; the expected band of a stock."""
    if every == bool(what):
        raise UsageProblemError("Name a CSV file or an indicator's code, or give --all for every indicator.")
    direction = _direction(improvement)
    from quarterday.cli import signal_words
    from quarterday.cli.signal_files import judged_file, waits_of_file
    from quarterday.signals import Manner, SeriesFileError, SignalError, TooShortError
    from quarterday.signals.xmr import RUN_LENGTH

    manner = Manner(direction, target, screening, RUN_LENGTH if run_length is None else run_length, baseline)
    try:
        if what and _is_file(what):
            _refuse_months(first, last)
            path = Path(what)
            values = waits_of_file(path, manner) if dates else judged_file(path, manner, column, (floor, ceiling), rebase)
        else:
            values = _from_records(what, manner, first, last, Path(store), submission, authority)
    except SeriesFileError as error:
        raise UnreadableProblemError(str(error)) from None
    except TooShortError as error:
        raise RefusedProblemError(str(error)) from None
    except SignalError as error:
        raise UsageProblemError(str(error)) from None
    if as_json:
        typer.echo(json.dumps(values, indent=2, ensure_ascii=False))
    else:
        signal_words.print_values(values)


def _from_records(
    what: str | None,
    manner: Manner,
    first: str | None,
    last: str | None,
    store: Path,
    submission: int | None,
    authority: str | None,
) -> dict[str, Any]:
    from quarterday.cli.indicators import named
    from quarterday.cli.signal_records import judging
    from quarterday.sections.elsewhere import ELSEWHERE
    from quarterday.signals import judgement_values, summary, summary_values, unmeasured

    wanted = [named(what)] if what else None
    judgements = judging(wanted, manner, (first, last), store, submission, authority)
    if not what:
        others = [unmeasured(each.code, each.title, each.unit, each.better, each.reason) for each in ELSEWHERE]
        return summary_values(summary(judgements, others))
    if judgements[0].reason:
        raise RefusedProblemError(f"{judgements[0].indicator.code}: {judgements[0].reason}")
    return judgement_values(judgements[0])


def _is_file(what: str) -> bool:
    """A file where there is one of that name, or it looks like a file's name."""
    return Path(what).exists() or any(sign in what for sign in "./\\")


def _direction(improvement: str | None) -> str | None:
    if improvement is not None and improvement.lower() not in _DIRECTIONS:
        raise UsageProblemError(f"'{improvement}' is not a direction of improvement. Allowed are: up, down, neither.")
    return _DIRECTIONS[improvement.lower()] if improvement is not None else None


def _refuse_months(first: str | None, last: str | None) -> None:
    if first or last:
        raise UsageProblemError("--from and --to choose months of a CODE. Of a file, all rows are judged: shorten the file.")

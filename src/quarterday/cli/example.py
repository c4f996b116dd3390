"""`quarterday example`: write a made-up authority's extract."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import out, steps
from quarterday.cli.problems import RefusedProblemError, UsageProblemError

YEARS_BEFORE, YEARS_AFTER = 12, 1
"""Journeys begin before the first day of the records, and what is due lies after the last."""

FORMATS = ("ssd", "annex-a", "all")
LATER_FORMATS = ("cin", "ssda903")
MADE_UP = "Made-up records: no child, family or worker here is real. Comparators drawn beside them are real.\n"


def example(
    to: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write to; must be new or empty.")],
    format_: Annotated[str, typer.Option("--format", help="ssd, annex-a or all.")] = "ssd",
    children: Annotated[int, typer.Option(help="Children aged 0 to 17 in the authority.", min=50)] = 24_000,
    from_: Annotated[str, typer.Option("--from", help="First day of the records.")] = "2015-04-01",
    until: Annotated[str, typer.Option("--to", help="Last day of the records.")] = "2022-03-31",
    seed: Annotated[int, typer.Option(help="The same seed gives the same records.")] = 1,
    errors: Annotated[float, typer.Option(help="Rate of recording errors: 1 as in real data, 0 none.", min=0)] = 1.0,
    _store: options.StoreUnusedOption = None,
) -> None:
    """Write the extract of a made-up authority, modelled on published figures."""
    if format_ in LATER_FORMATS:
        raise RefusedProblemError(f"The format {format_} is not written yet. Written today: {', '.join(FORMATS)}.")
    if format_ not in FORMATS:
        raise UsageProblemError(f"'{format_}' is not a format. Allowed are: {', '.join(FORMATS)}.")
    start, end = span(from_, until)
    write_example(to, format_, children=children, start=start, end=end, seed=seed, errors=errors)
    out.print(f"Written to {to}. {MADE_UP.strip()}")


def span(first: str, last: str) -> tuple[date, date]:
    """The first and the last day of an example's records.

    Raises UsageProblemError where they are not in order, or where working days are not known around them.
    """
    start, end = options.day(first), options.day(last)
    if start >= end:
        raise UsageProblemError(f"The first day, {first}, must lie before the last, {last}.")
    from quarterday.records.working_days import KNOWN_FROM, KNOWN_THROUGH

    if start.year < KNOWN_FROM + YEARS_BEFORE or end.year > KNOWN_THROUGH - YEARS_AFTER:
        raise UsageProblemError(
            f"An example can be made for {KNOWN_FROM + YEARS_BEFORE} to {KNOWN_THROUGH - YEARS_AFTER}: working days must be "
            f"known some years around it. {first} to {last} was asked for."
        )
    return start, end


def write_example(
    to: Path, format_: str, *, children: int, start: date, end: date, seed: int, errors: float = 1.0
) -> list[Path]:
    """Write the example's extracts into a new folder; returns the sources to load."""
    from quarterday.cli.sources import EXTRACT_NOTE
    from quarterday.example import make_example
    from quarterday.formats import write_annex_a, write_safeguarding_dataset

    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise UsageProblemError(f"{to} is not an empty folder. Name a new one: nothing is overwritten.")
    with steps(3) as progress:
        progress.next("Making up families, children and workers")
        records = make_example(children=children, start=start, end=end, seed=seed, errors=errors)
        authority = next(iter(records.values()))["authority"][0].as_py()
        progress.next("Writing the extract")
        written = []
        if format_ in {"ssd", "all"}:
            folder = to / "ssd" if format_ == "all" else to
            write_safeguarding_dataset(records, folder)
            written.append(folder)
        if format_ in {"annex-a", "all"}:
            folder = to / "annex-a" if format_ == "all" else to
            write_annex_a(records, folder / "annex_a.xlsx", end)
            written.append(folder)
        progress.next("Noting what it is")
    note = {
        "extract_date": end.isoformat(),
        "authority": authority,
        "made_up": True,
        "covers_from": start.isoformat(),
    }
    for path in {*written, to}:
        (path / EXTRACT_NOTE).write_text(json.dumps(note) + "\n", encoding="utf-8")
        (path / "README.txt").write_text(MADE_UP, encoding="utf-8")
    return written

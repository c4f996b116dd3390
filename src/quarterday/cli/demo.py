"""`quarterday demo`: example → load → report, and where to look."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import err, out
from quarterday.cli.example import span, write_example
from quarterday.cli.load import promote
from quarterday.cli.problems import UsageProblemError
from quarterday.cli.report import write_report

if TYPE_CHECKING:
    from quarterday.submissions import Store

PERIOD = "2021-22-Q2"
FIRST_DAY = "2015-04-01"
TRY = (
    "measure CPP-01 --at 2021-09-30",
    "children CPP-08 --at 2021-09-30",
    "worklists --at 2021-09-30 --to worklists",
    "indicators CPP-08",
)
MARK = ".quarterday-demo"


def demo(
    to: Annotated[Path, typer.Option(help="Folder for the example, the store and the report.")] = Path("demo"),
    children: Annotated[int, typer.Option(help="Children aged 0 to 17 in the example authority.", min=50)] = 24_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same records.")] = 1,
    until: Annotated[str, typer.Option(help="Last day of the example's records.")] = "2022-03-31",
    store: Annotated[Path | None, typer.Option(help="Folder of the store, new or empty; TO/store without.")] = None,
) -> None:
    """Make up an authority, load its extract, and write the report of 2021-22, quarter two."""
    start, end = span(FIRST_DAY, until)
    if end < options.period(PERIOD).end:
        raise UsageProblemError(f"The report is of {PERIOD}: --until must not lie before {options.period(PERIOD).end}.")
    from quarterday.cli.sources import extract_note, read_sources
    from quarterday.example import SETTINGS
    from quarterday.sections.keeping import keep_all_facts
    from quarterday.submissions import Store

    house = Store(store or to / "store")
    _make_room(to, house)
    err.print("1 of 3  The example authority")
    sources = write_example(to / "extract", "ssd", children=children, start=start, end=end, seed=seed)
    err.print("2 of 3  Loading its extract")
    house.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    house.settings_path.write_text(SETTINGS, encoding="utf-8")
    note = extract_note(sources)
    authority = note.authority or options.NO_AUTHORITY
    read, extract_date = read_sources(sources, authority), note.extract_date or options.today()
    windows = read.windows(extract_date, None, note.covers_from)
    submission = promote(house, authority, read, extract_date, windows, made_up=True)
    keep_all_facts(submission, house.settings(), authority)
    err.print("3 of 3  The quarter's report")
    written = write_report(house, PERIOD, to / "report")
    out.print(f"\nSubmission {submission.number} of {authority}: made-up records; the comparators beside them are real.")
    out.print("Look at:")
    for path in written:
        out.print(f"  {path}")
    out.print("Then try:")
    for command in TRY:
        out.print(f"  {_as_called()} {command} --store {shlex.quote(str(house.folder))}")


def _as_called() -> str:
    """How this command was called: where it is on no path, with its folder, so that the next line works as it stands."""
    called = Path(sys.argv[0])
    if called.name in {"quarterday", "quarterday.exe"}:
        return "quarterday" if shutil.which("quarterday") else str(called)
    return "quarterday"


def _make_room(to: Path, house: Store) -> None:
    """Clear an earlier demo's folder; refuse any other folder that holds something, and any other store."""
    if to.exists() and not to.is_dir():
        raise UsageProblemError(f"{to} is not a folder. Name a new one with --to.")
    if not house.folder.is_relative_to(to) and house.folder.exists() and any(house.folder.iterdir()):
        raise UsageProblemError(f"{house.folder} holds something. Name a new folder with --store.")
    if to.exists() and any(to.iterdir()):
        if not (to / MARK).exists():
            raise UsageProblemError(f"{to} holds something that is not a demo. Name another folder with --to.")
        shutil.rmtree(to)
    to.mkdir(parents=True, exist_ok=True)
    (to / MARK).write_text("Made by quarterday demo; made anew each time.\n", encoding="utf-8")

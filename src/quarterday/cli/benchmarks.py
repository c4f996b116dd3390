"""`quarterday benchmarks`: add published files; list what is there."""

from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import out
from quarterday.cli.problems import UnreadableProblemError

application = typer.Typer(help="Published statistics: `add FILE...`, `list`, `codes`.", no_args_is_help=True)


@application.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Published files, as downloaded.", readable=False)],
    store: options.StoreOption = options.DEFAULT_STORE,
) -> None:
    """Import published files: all of them, or none."""
    from quarterday.benchmarks import PublishedFileError, add_files

    for path in files:
        if not _is_there(path):
            raise UnreadableProblemError(f"{path} is not a file that is there, or you may not open it. Check the path.")
    try:
        added = add_files(store, files)
    except PublishedFileError as error:
        raise UnreadableProblemError(str(error)) from None
    for line in added.lines():
        out.print(line, markup=False)


@application.command()
def codes() -> None:
    """List the indicators that published files hold, and why the others of the catalogue are in none."""
    from quarterday.benchmarks.catalogue import subjects

    for subject in subjects().values():
        left_out = "" if subject.is_mapped else f"  not compared: {subject.not_at_hand}"
        out.print(f"{subject.code}  {subject.title} ({subject.unit}){left_out}", markup=False)


@application.command("list")
def listing(store: options.StoreOption = options.DEFAULT_STORE) -> None:
    """List the published files that the store holds."""
    from quarterday.benchmarks import NOTHING_LOADED, list_files

    lines = list_files(store)
    for line in lines:
        out.print(line, markup=False)
    if not lines:
        out.print(NOTHING_LOADED)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False

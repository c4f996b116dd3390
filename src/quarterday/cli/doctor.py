"""`quarterday doctor`: is everything in place?"""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday import version
from quarterday.cli import exit_codes, options
from quarterday.cli.console import out

if TYPE_CHECKING:
    from quarterday.submissions import Store


def doctor(
    store: options.StoreOption = options.DEFAULT_STORE,
    tidy: Annotated[bool, typer.Option("--tidy", help="Remove what killed loads left behind.")] = False,
) -> None:
    """Check versions, the store's integrity by its hashes, the settings, the access log and who may open the store."""
    from quarterday.submissions import Store

    house = Store(store)
    _versions()
    _permissions(house)
    problems = [*_submissions(house), *_settings(house), *_access_log(house)]
    left = house.left_over()
    if left and tidy:
        out.print(f"Removed {house.remove_left_over()} things that killed commands left behind.")
    elif left:
        out.print(
            f"{len(left)} things left by killed commands, or by a load that is running; harmless. "
            "`quarterday doctor --tidy` removes them."
        )
    for problem in problems:
        out.print(f"Problem: {problem}", markup=False)
    if problems:
        raise typer.Exit(exit_codes.REFUSED)
    out.print("Everything is in place.")


def _versions() -> None:
    import duckdb
    import pyarrow as pa

    out.print(
        f"Quarterday {version()}, Python {platform.python_version()}, DuckDB {duckdb.__version__}, Arrow {pa.__version__}"
    )


def _permissions(house: Store) -> None:
    """Say whether others may look into the store, and whether we may write to it; neither keeps figures from being right."""
    if not house.folder.is_dir():
        return
    if os.name == "posix" and house.folder.stat().st_mode & 0o007:
        out.print(f"Note: every user of this machine may look into {house.folder}. `chmod o-rwx` on it ends that.")
    if not os.access(house.folder, os.W_OK):
        out.print(f"Note: you may read {house.folder} but not write to it: no load, no identified lists.")


def _submissions(house: Store) -> list[str]:
    if not house.numbers():
        out.print(f"The store {house.folder} holds no submission yet.")
        return []
    from quarterday.submissions import StoreError

    problems = []
    for number in house.numbers():
        try:
            submission = house.get(number)
        except StoreError as error:
            problems.append(str(error))
            continue
        damaged = submission.damaged()
        problems += [
            f"submission {submission.number}: the file of {entry.table} ({entry.authority}) is missing or was changed."
            for entry in damaged
        ]
        said = "whole" if not damaged else f"{len(damaged)} files damaged"
        out.print(f"Submission {submission.number}: {len(submission.manifest.tables)} tables, {said}")
    return problems


def _settings(house: Store) -> list[str]:
    from quarterday.submissions.settings import SettingsError

    try:
        house.settings()
    except SettingsError as error:
        return [str(error)]
    return []


def _access_log(house: Store) -> list[str]:
    from quarterday.submissions.access_log import AccessLog

    broken = AccessLog(house.folder).first_broken_line()
    return [f"the access log was changed at line {broken}."] if broken else []

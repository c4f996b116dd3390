"""`quarterday worklists`: what is due and overdue, by team and worker, as xlsx."""

from pathlib import Path
from typing import Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import err, out, steps
from quarterday.cli.problems import RefusedProblemError
from quarterday.cli.settings import in_force


def worklists(
    at: Annotated[str, typer.Option(help="The day to look from, such as 2021-09-30.")],
    to: Annotated[Path, typer.Option(help="Folder for the workbooks.")],
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Write what is due soon and overdue: a workbook a team, and worklists.xlsx with everything.

    The workbooks name children by their record id, so writing them is kept in the access log.
    """
    day = options.day(at)
    from quarterday.indicators import Computation, source_of
    from quarterday.reports.worklists import work_through, write_worklists
    from quarterday.submissions import Store
    from quarterday.submissions.access_log import AccessLog

    house = Store(store)
    known = options.open_submission(house, submission)
    code = options.authority_of(known, authority)
    extract = known.extract_date(code)
    if day > extract:
        raise RefusedProblemError(
            f"{at} is after the extract of {extract.isoformat()}. Load a later extract, or give an earlier --at."
        )
    with steps(30) as progress:
        with Computation(source_of(known, in_force(house), code)) as computation:
            worked, missing = work_through(computation, day, progress.detail)
        AccessLog(house.folder).append(
            when=options.now(),
            what=f"worklists at {at}",
            why="worklists",
            rows=sum(len(each.items) for each in worked),
            authority=code,
        )
        files = write_worklists(
            worked, day, to, missing=missing, made_up=known.manifest.made_up, on_progress=progress.detail
        )
    for reason in missing:
        err.print(reason, markup=False)
    for path in files:
        out.print(str(path))

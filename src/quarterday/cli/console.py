"""Words and progress on the terminal: bars where someone watches, plain lines otherwise."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

out = Console(soft_wrap=True, highlight=False, width=None if sys.stdout.isatty() else 200)
"""What was asked for."""

err = Console(stderr=True, soft_wrap=True, highlight=False)
"""Everything said on the way."""


class Steps:
    """Progress through named steps."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=total) if progress else None

    def next(self, what: str) -> None:
        """Say what is being done now."""
        if self._progress is None or self._task is None:
            err.print(what)
            return
        self._progress.update(self._task, advance=1, description=what)

    def detail(self, what: str) -> None:
        """Say a detail of the step; only where someone watches."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=what)


@contextmanager
def steps(total: int) -> Iterator[Steps]:
    """Progress for some steps: a bar on a terminal, plain lines on anything else."""
    if not sys.stderr.isatty():
        yield Steps(None, total)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        yield Steps(progress, total)

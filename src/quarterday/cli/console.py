"""Words and progress on the terminal: bars where someone watches, plain lines otherwise."""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from quarterday.cli.exit_codes import CLOSED


class _Plain(Console):
    """A console for words that come from files: names of teams, sheets and folders are shown, never obeyed."""

    def __init__(self, **more: Any) -> None:
        super().__init__(soft_wrap=True, highlight=False, markup=False, emoji=False, **more)

    def render_str(self, text: str, **more: Any) -> Text:
        """Text as it is, without the characters that steer a terminal."""
        return super().render_str("".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text), **more)

    def on_broken_pipe(self) -> None:
        """End quietly where the reader has closed the output."""
        closed()


def closed() -> None:
    """The reader has closed the output: say nothing more, and end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    raise SystemExit(CLOSED)


def speak_any_script() -> None:
    """Where the terminal's encoding lacks a letter, show its number rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


out = _Plain(width=None if sys.stdout.isatty() else 200)
"""What was asked for."""

err = _Plain(stderr=True)
"""Everything said on the way."""


def print_whole(text: str) -> None:
    """Print a file's text to standard output, in UTF-8 whatever the terminal's encoding."""
    write_bytes(text.encode("utf-8"))


def write_bytes(data: bytes) -> None:
    """Write a file's bytes to standard output."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        closed()


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


def noting_interrupts() -> list[int]:
    """What the user has stopped so far, filled as it happens."""
    noted: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        noted.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, note)
    return noted

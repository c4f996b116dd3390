"""Our own command line, run in this process (quickly) or as a process of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from quarterday.cli import main


@dataclass(frozen=True)
class Said:
    """What a command said: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> bytes:
        """Standard output as bytes."""
        return self.out.encode(errors="surrogateescape")

    @property
    def everything(self) -> str:
        """Both streams together."""
        return self.out + self.err


def quarterday(*arguments: object) -> Said:
    """Run a command in this process, by the same `main` as the installed command."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["quarterday", *map(str, arguments)]):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Said(int(code or 0), *(stream.buffer.getvalue().decode(errors="surrogateescape") for stream in (out, err)))


def command(*arguments: object) -> list[str]:
    """The words that start a command as a process of its own."""
    return [sys.executable, "-m", "quarterday", *map(str, arguments)]


def run(*arguments: object, cwd: Path | None = None, **environment: str) -> Said:
    """Run a command as a process of its own."""
    done = subprocess.run(
        command(*arguments), capture_output=True, cwd=cwd, env=os.environ | environment, timeout=120, check=False
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

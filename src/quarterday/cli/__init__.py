"""The command line: one file a command. `main` turns problems into one message and an exit code."""

import sys

from quarterday.cli import exit_codes
from quarterday.cli.problems import ProblemError


def main() -> None:
    """Run the command line."""
    from quarterday.cli.application import application

    try:
        application()
    except ProblemError as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(exit_codes.DONE)


__all__ = ["main"]

"""The command line: one file a command. `main` turns problems into one message and an exit code."""

import os
import sys

from quarterday.cli import exit_codes


def main() -> None:
    """Run the command line."""
    from quarterday.cli.application import application
    from quarterday.cli.console import noting_interrupts, speak_any_script
    from quarterday.cli.problems import as_problem, unforeseen

    speak_any_script()
    interrupted = noting_interrupts()
    try:
        application()
    except Exception as error:
        if interrupted:  # a query that is stopped ends in an error of the engine's own
            sys.stderr.write("Stopped.\n")
            sys.exit(exit_codes.INTERRUPTED)
        if os.environ.get("QUARTERDAY_TRACEBACK"):
            raise
        problem = as_problem(error) or unforeseen(error)
        sys.stderr.write(f"{problem}\n")
        sys.exit(problem.exit_code)


__all__ = ["exit_codes", "main"]

"""Problems a person can mend: one clear message and an exit code, never a traceback."""

from quarterday.cli import exit_codes


class ProblemError(Exception):
    """Something the caller can mend. `exit_code` says which kind."""

    exit_code = exit_codes.REFUSED


class UsageProblemError(ProblemError):
    """The command was used wrongly."""

    exit_code = exit_codes.WRONG_USAGE


class UnreadableProblemError(ProblemError):
    """A source could not be read or was not recognised; nothing was changed."""

    exit_code = exit_codes.UNREADABLE


class RefusedProblemError(ProblemError):
    """What was asked for cannot be computed, or is refused."""

"""Problems a person can mend: one clear message and an exit code, never a traceback."""

import os
import traceback
from pathlib import Path

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


class FailedProblemError(ProblemError):
    """Quarterday itself failed."""

    exit_code = exit_codes.FAILED


def as_problem(error: Exception) -> ProblemError | None:
    """The problem that an error of a lower room means for the caller; None for what nobody foresaw."""
    if isinstance(error, ProblemError):
        return error
    return _of_a_lower_room(error)


def _of_a_lower_room(error: Exception) -> ProblemError | None:
    from quarterday.records.calendar import CalendarRangeError
    from quarterday.records.periods import PeriodError
    from quarterday.records.working_days import BeyondKnownCalendarError
    from quarterday.submissions import StoreError
    from quarterday.submissions.settings import SettingsError

    if isinstance(error, StoreError | CalendarRangeError | BeyondKnownCalendarError):
        return RefusedProblemError(str(error))
    if isinstance(error, SettingsError | PeriodError):
        return UsageProblemError(str(error))
    if isinstance(error, OSError) and error.strerror:
        what = f"{error.filename}: " if error.filename else ""
        why = os.strerror(error.errno) if error.errno else error.strerror
        return RefusedProblemError(f"{what}{why}. Check the path, the space left, and what you may change.")
    return None


def unforeseen(error: Exception) -> ProblemError:
    """What is said of a fault in Quarterday: its kind and place, never its words, which may repeat a child's data."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "quarterday" in Path(frame.filename).parts]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in (own or frames)[-1:]]
    return FailedProblemError(
        f"Quarterday failed: {type(error).__name__} at {', '.join(places) or 'an unknown place'}. This is a fault in "
        "Quarterday; please report that line. Setting QUARTERDAY_TRACEBACK=1 shows more, which may repeat records: "
        "look at it yourself, and pass nothing on unread."
    )

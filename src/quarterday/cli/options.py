"""Options that many commands share, and what they resolve to."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from quarterday.cli.problems import RefusedProblemError, UsageProblemError
from quarterday.records.periods import Period, PeriodError, months_between, parse_period, parse_quarter

if TYPE_CHECKING:
    from quarterday.submissions import Store, Submission

NO_AUTHORITY = "E99999999"
"""The code of an authority that was not named (CONTRACTS §1)."""

StoreOption = Annotated[
    Path,
    typer.Option("--store", envvar="QUARTERDAY_STORE", help="Folder of the store.", show_default=True, readable=False),
]
"""Whether it may be read is found out, and said, by what opens it; so for sources."""

SourcesArgument = Annotated[
    list[Path], typer.Argument(help="Extracts: folders, zips or workbooks.", readable=False, show_default=False)
]
StoreUnusedOption = Annotated[
    Path | None, typer.Option("--store", help="Taken as by every command; this one needs no store.")
]
StoreAgainOption = Annotated[
    Path | None, typer.Option("--store", help="Folder of the store; here or before the subcommand.", readable=False)
]
AuthorityOption = Annotated[
    str | None, typer.Option("--authority", help="Nine-character GSS code, or three-digit DfE code.")
]
DEFAULT_STORE = Path("quarterday-store")
FIRST_YEAR, LAST_YEAR = 1900, 2100


def open_submission(store: Store, number: int | None = None) -> Submission:
    """A submission of the store, by number or the current one."""
    from quarterday.submissions import NoSubmissionError

    try:
        return store.get(number)
    except NoSubmissionError as error:
        raise RefusedProblemError(str(error)) from None


def authority_code(text: str) -> str:
    """The GSS code of an authority as given.

    Raises UsageProblemError for anything else.
    """
    code = text.strip().upper()
    if re.fullmatch(r"[A-Z]\d{8}", code):
        return code
    if re.fullmatch(r"\d{3}", code):
        return _from_dfe_code(code)
    raise UsageProblemError(
        f"'{text}' is not an authority's code. Give its nine-character GSS code, such as E06000046, or its three-digit DfE "
        "code, such as 921."
    )


def authority_of(submission: Submission, asked: str | None) -> str:
    """The authority asked for, or the only one of the submission.

    Raises UsageProblemError where there are several, or where it is not among them.
    """
    known = submission.manifest.authorities
    if asked:
        code = authority_code(asked)
        if code not in known:
            raise UsageProblemError(f"The store holds no records of {code}. It has: {', '.join(known)}.")
        return code
    if len(known) == 1:
        return known[0]
    raise UsageProblemError(f"The store holds several authorities. Add --authority with one of: {', '.join(known)}.")


def day(text: str) -> date:
    """A date written as 2021-09-30.

    Raises UsageProblemError for anything else, and for years that no record of ours can be of.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise UsageProblemError(f"'{text}' is not a date. Write it as 2021-09-30.") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageProblemError(f"'{text}' is not within {FIRST_YEAR} to {LAST_YEAR}. Look at its year.")
    return found


def check_reason(reason: str | None, *, identify: bool) -> None:
    """Raise UsageProblemError where identifiable records are asked for without a reason."""
    if identify and not (reason or "").strip():
        raise UsageProblemError("--identify needs --reason with a few words on why. The view is logged.")


def period(text: str) -> Period:
    """A period by its name, such as 2021-22-Q2."""
    try:
        return parse_period(text)
    except PeriodError as error:
        raise UsageProblemError(str(error)) from None


def months(first: str, last: str) -> list[Period]:
    """The months from the first to the last, each written as 2021-09."""
    try:
        return months_between(first, last)
    except PeriodError as error:
        raise UsageProblemError(str(error)) from None


def quarter(text: str) -> Period:
    """A quarter by its name, such as 2021-22-Q2: a month or a whole year is wrong usage."""
    try:
        return parse_quarter(text)
    except PeriodError as error:
        raise UsageProblemError(str(error)) from None


def today() -> date:
    """Today in England."""
    return now().date()


def now() -> datetime:
    """Now in England."""
    return datetime.now(tz=ZoneInfo("Europe/London"))


def _from_dfe_code(code: str) -> str:
    from quarterday.benchmarks import areas

    found = areas.gss_of(code)
    if not found:
        raise UsageProblemError(f"No authority has the DfE code {code}. Give its nine-character GSS code instead.")
    return found

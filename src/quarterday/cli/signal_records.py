"""Judging indicators from the records of a store."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from quarterday.cli import options
from quarterday.cli.console import steps
from quarterday.cli.problems import UsageProblemError
from quarterday.indicators import Computation, Indicator, source_of
from quarterday.records.periods import Period, PeriodError, months_between
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals import FLOW_MONTHS, STOCK_MONTHS, Judge, Judgement, Manner, months_to
from quarterday.submissions import Store
from quarterday.submissions.settings import Settings

Ends = tuple[str | None, str | None]
"""The first and the last month, as given."""


def judging(
    wanted: Sequence[Indicator] | None,
    manner: Manner,
    ends: Ends,
    store: Path,
    submission: int | None,
    authority: str | None,
) -> list[Judgement]:
    """Indicators (all without any) judged over the months between two, or over those usual up to the extract's date.

    Raises UsageProblemError for months or an authority that are not there, and for settings that cannot be used.
    """
    house = Store(store)
    known = options.open_submission(house, submission)
    of = options.authority_of(known, authority)
    settings = house.settings()
    _check_codes(settings)
    flows, stocks = _months(ends, known.extract_date(of))
    with steps(30) as progress, Computation(source_of(known, settings, of), on_progress=progress.detail) as computation:
        return Judge(computation, flows, settings, stocks).all_of(wanted or INDICATORS, manner=manner)


def _months(ends: Ends, extract: date) -> tuple[Sequence[Period], Sequence[Period]]:
    first, last = ends
    try:
        end = months_between(last, last)[0].end if last else extract
        usual = months_to(end, FLOW_MONTHS), months_to(end, STOCK_MONTHS)
        asked = months_between(first, f"{usual[0][-1].end:%Y-%m}") if first else None
    except PeriodError as error:
        raise UsageProblemError(str(error)) from None
    return (asked, asked) if asked else usual


def _check_codes(settings: Settings) -> None:
    """Refuse events and re-bases that name no indicator: they would be drawn nowhere, in silence."""
    named = [(f"the event of {event.day}", code) for event in settings.events for code in event.indicators]
    named += [(f"the re-base from {rebase.from_date}", rebase.indicator) for rebase in settings.rebases]
    for where, code in named:
        if code not in BY_CODE:
            raise UsageProblemError(f"settings.toml: {where} names '{code}', which is no indicator's code. Mend it there.")

"""A source of figures from a submission and the settings in force."""

from collections.abc import Iterable
from pathlib import Path

from quarterday.indicators.kept_facts import path_of_facts
from quarterday.indicators.source import Source
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings, settings_tables


def source_of(submission: Submission, settings: Settings, authority: str) -> Source:
    """One authority's records of a submission, with what they cover and its settings."""
    return sources_of(submission, settings, [authority])[0]


def sources_of(submission: Submission, settings: Settings, authorities: Iterable[str]) -> list[Source]:
    """A source for each authority: coverage and extract dates differ between them."""
    return [
        Source(
            records=submission.held_records(authority),
            extract_date=submission.extract_date(authority),
            authorities=(authority,),
            settings=settings_tables(settings, [authority]),
            covers_from=submission.covers_from(authority),
            latest_only=submission.latest_only(authority),
            kept_facts=_kept(submission, settings, authority),
        )
        for authority in authorities
    ]


def _kept(submission: Submission, settings: Settings, authority: str) -> Path | None:
    """The facts kept of records that are still whole: of damaged ones no figure is given."""
    path = path_of_facts(submission, settings, authority)
    return path if path.is_file() and not submission.damaged(authority) else None

"""Which figures of the records a claim rests on, so that they are measured before anything is told."""

from collections.abc import Iterator
from datetime import date

from quarterday.reports.claims.language import (
    At,
    Claim,
    ComparisonClaim,
    DirectionClaim,
    FigureClaim,
    PublishedIn,
    RecordMoment,
    Subject,
    TargetClaim,
)
from quarterday.reports.claims.published import PublishedFigures


def needs_of(claim: Claim, published: PublishedFigures, day: date) -> Iterator[tuple[Subject, RecordMoment]]:
    """Subjects and moments; of a comparison the days that its published years are for. `day` ends the report's period."""
    if isinstance(claim, FigureClaim | DirectionClaim):
        moments = [claim.moment] if isinstance(claim, FigureClaim) else [claim.first, claim.last]
        for moment in moments:
            if not isinstance(moment, PublishedIn):
                yield claim.subject, moment
    elif isinstance(claim, TargetClaim):
        yield claim.subject, At(claim.day or day)
    elif isinstance(claim, ComparisonClaim):
        code = claim.subject.code
        for year in published.claimed_years(code, claim.years, day):
            yield claim.subject, At(published.day(code, year))

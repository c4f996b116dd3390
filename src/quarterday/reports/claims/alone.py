"""Checking claims alone, without the report around them."""

from quarterday.disclosure import Profile
from quarterday.indicators import Computation, source_of
from quarterday.records.periods import Period
from quarterday.reports.book import Book
from quarterday.reports.claims.checked import Checked
from quarterday.reports.claims.checking import CommentaryClaims
from quarterday.reports.measuring import measuring
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings


def check_alone(
    claims: CommentaryClaims, submission: Submission, settings: Settings, authority: str, period: Period, profile: Profile
) -> Checked:
    """The claims with their verdicts, protected among themselves.

    The report protects them together with everything else that it tells, and may hide more of them.
    """
    with Computation(source_of(submission, settings, authority)) as computation:
        book = Book(measuring(computation), period, profile)
        claims.measure_into(book)
    return book.protected(lambda: claims.judged(book))

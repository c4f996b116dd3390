"""What claims are judged by."""

from dataclasses import dataclass
from datetime import date

from quarterday.reports.claims.comparing import Comparer
from quarterday.reports.claims.evidence import Register
from quarterday.reports.claims.language import Moment, PublishedIn, Subject
from quarterday.reports.claims.problems import BindingError
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures
from quarterday.reports.claims.seen import Seen
from quarterday.submissions.settings import Settings


@dataclass(frozen=True)
class Judge:
    """Figures, comparisons, quotable texts and settings of an authority; `day` is the end of the report's period.

    Without records only published figures can be claimed.
    """

    records: RecordFigures | None
    published: PublishedFigures
    comparer: Comparer
    register: Register
    settings: Settings
    authority: str
    day: date

    def seen(self, subject: Subject, moment: Moment) -> Seen:
        """A figure of the records, or a published one.

        Raises BindingError where the indicator has no such group, or there are no records.
        """
        if isinstance(moment, PublishedIn):
            return self.published.figure(subject, moment)
        if self.records is None:
            raise BindingError("there are no records to read it from. Write published YEAR.")
        return self.records.figure(subject, moment)

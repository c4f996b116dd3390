"""What is judged of the figures that a report tells: made once, and told as far as its audience may know it.

Mean, limits and bands are worked out from figures, so they are told only where every figure of the series may be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quarterday.indicators import Computation
from quarterday.reports.book import Book
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals import STOCK_MONTHS, Judge, Judgement, events_on, months_to, why_never
from quarterday.submissions.settings import Event, Settings

UNTOLD = "Not judged: too few cases, or months that are not shown, to protect children where numbers are small."
ROUNDED = "Not judged: numbers of children are rounded in this report, and limits would rest on the exact ones."
NOBODY = "Not judged."


@dataclass(frozen=True)
class Judged:
    """The judgements of an authority's indicators, by code, and the settings whose events its charts show."""

    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings(()))
    authority: str = ""

    def of(self, book: Book, code: str) -> Judgement:
        """The judgement of an indicator as the book's audience may know it; without chart and band where it may not."""
        indicator = BY_CODE[code]
        judgement = self.judgements.get(code, Judgement(indicator, reason=NOBODY))
        if not book.profile.protects or not indicator.of.about_child:
            return judgement
        never = why_never(indicator)
        if never or book.profile.nearest > 1:
            return Judgement(indicator, reason=never or ROUNDED, events=judgement.events)
        if not (judgement.chart or judgement.band) or not self._may_be_told(book, judgement):
            return Judgement(indicator, reason=UNTOLD, events=judgement.events)
        return replace(judgement, notes=(), between=None)

    def events(self, book: Book, code: str) -> tuple[Event, ...]:
        """The registered events within the months of an indicator's chart."""
        return events_on(self.settings, code, self.authority, book.months)

    def _may_be_told(self, book: Book, judgement: Judgement) -> bool:
        """Whether every month is shown, and of a stock no month end of its baseline would have to be hidden either."""
        band = judgement.band
        small = band is not None and any(book.profile.is_small(point.count) for point in band.points)
        return not small and book.shows_months(judgement.indicator.code)


NOTHING_JUDGED = Judged()


def judge_all(computation: Computation, book: Book, settings: Settings, authority: str) -> Judged:
    """Every indicator judged: flows by the book's months, which are not measured again, stocks by five years of month ends."""
    judge = Judge(computation, book.months, settings, months_to(book.end, STOCK_MONTHS))
    found = judge.all_of(INDICATORS, figures=book.months_as_measured())
    return Judged({each.indicator.code: each for each in found}, settings, authority)

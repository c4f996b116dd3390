"""All indicators by signal: what has really changed, and what has not; the short form for members and the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quarterday.indicators import Indicator, Rate
from quarterday.reports.book import Book
from quarterday.reports.story.judged import UNTOLD, Judged
from quarterday.reports.story.plans import SECTIONS
from quarterday.reports.table import ColumnSpec, DataTable
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.sections.elsewhere import ELSEWHERE
from quarterday.signals import Judgement, Summary, SummaryRow, summary, unmeasured
from quarterday.signals.judgement import NOT_JUDGED

MOST = 10
"""Rows of the short form: what a slide holds."""
TITLE = "What has really changed"
RULES = {
    ("outside", "up"): "above the upper limit",
    ("outside", "down"): "below the lower limit",
    ("trend", "up"): "seven months of rise",
    ("trend", "down"): "seven months of fall",
    ("two of three", "up"): "near the upper limit in two of three months",
    ("two of three", "down"): "near the lower limit in two of three months",
    ("shift", "up"): "seven months or more above the mean",
    ("shift", "down"): "seven months or more below the mean",
    ("outside the band", "up"): "above the expected band",
    ("outside the band", "down"): "below the expected band",
}
"""What a rule found, in plain words."""
FEW = "Few cases that month: within the limits that allow for it"
SELDOM = "Counted seldom: look at the days between rather"
NOT_TOLD = "Not told here: of children, this report has only the figures of its own sections, so that nothing hidden can be worked out."
_SPECIAL = "Special cause"


@dataclass(frozen=True)
class Signals:
    """The judgements that a report tells, each with its latest figure as shown."""

    book: Book
    judged: Judged

    def whole(self) -> DataTable:
        """Every indicator of the catalogue once, sorted by signal; what is not judged stands last, with the reason."""
        names = ("Code", "Indicator", "Latest month", "Unit", "Signal", "Found", "Good is", "Target", "To bear in mind")
        rows = [
            (row.code, row.title, self._words(row), row.unit, row.variation or "Not judged", self._found(row), row.direction,
             row.assurance, self._caveat(row))
            for row in self._rows
        ]  # fmt: skip
        description = f"Flows by XmR rules in {self._month}, stocks by their expected band at its end. {self.caution}"
        return _table("signals", "All indicators by signal", description, names, rows)

    def short(self) -> DataTable | None:
        """The special causes among the measures that the report tells, at most ten; None where there is none."""
        some = self._told_special
        if not some:
            return None
        names = ("Measure", "Latest month", "Signal", "What was found")
        rows = [(row.title, self._words(row), _direct(row), self._meaning(row)) for row in some[:MOST]]
        more = f" {len(some) - MOST} more are in the appendix." if len(some) > MOST else ""
        description = (
            f"Measures of this report, without rates whose count is among them, that show a special cause in {self._month}; the "
            f"other indicators stand in the appendix. {self.caution}{more}"
        )
        return _table("changed", f"{TITLE}: special causes in {self._month}", description, names, rows)

    @property
    def caution(self) -> str:
        """How many signals there are, and how many chance alone would make."""
        return self._summary.caution if self._summary.judged else "No indicator could be judged for this report."

    def words(self, code: str) -> str:
        """The signal of one indicator, for a table."""
        return self.judged.of(self.book, code).variation or "Not judged"

    @property
    def not_judged(self) -> int:
        """How many indicators are not judged."""
        return len(self._rows) - self._summary.judged

    @property
    def _month(self) -> str:
        return f"{self.book.months[-1].start:%B %Y}"

    @cached_property
    def _indicators(self) -> list[Indicator]:
        """All; for the public, of those about children only the report's own, whose sums with one another are known."""
        own = _own()
        if not self.book.profile.protects:
            return list(INDICATORS)
        return [each for each in INDICATORS if each.code in own or not each.of.about_child]

    @cached_property
    def _summary(self) -> Summary:
        told = [self._as_shown(self.judged.of(self.book, each.code)) for each in self._indicators]
        untold = [each for each in INDICATORS if each not in self._indicators]
        others = [unmeasured(each.code, each.title, each.unit, each.better, NOT_TOLD) for each in untold]
        others += [unmeasured(each.code, each.title, each.unit, each.better, each.reason) for each in ELSEWHERE]
        return summary(told, others)

    def _as_shown(self, judgement: Judgement) -> Judgement:
        """A judgement whose latest figure is not shown is not told either."""
        shown = not _judged(judgement) or self._latest(judgement.indicator.code, judgement.period)
        return judgement if shown else Judgement(judgement.indicator, reason=UNTOLD)

    @property
    def _rows(self) -> Sequence[SummaryRow]:
        return self._summary.rows

    @property
    def _told_special(self) -> list[SummaryRow]:
        """Special causes among the report's own measures; a rate is left out, since its count says the same."""
        some = [row for row in self._rows if row.code in _own() and row.variation.startswith(_SPECIAL)]
        return [row for row in some if not isinstance(BY_CODE[row.code], Rate)]

    def _words(self, row: SummaryRow) -> str:
        return self._latest(row.code, row.period) if row.period else ""

    def _latest(self, code: str, period: str | None) -> str:
        """The latest figure that was judged, as shown; empty where it is not shown."""
        month = next((each for each in self.book.months if f"{each.end:%Y-%m}" == period), None)
        figure = self.book.month(code, month) if month else None
        return figure.words if figure and figure.known else ""

    def _found(self, row: SummaryRow) -> str:
        if not row.rule:
            return ""
        judgement = self.judged.of(self.book, row.code)
        judged = judgement.chart or judgement.band
        return RULES.get((row.rule or "", (judged.last.direction if judged else None) or ""), "")

    def _caveat(self, row: SummaryRow) -> str:
        """Why a row is not judged, or what its signal should be read with."""
        if row.method == NOT_JUDGED:
            return row.note
        judgement = self.judged.of(self.book, row.code)
        limits = judgement.proportions
        if row.rule == "outside" and limits and not limits.points[-1].outside:
            return FEW
        return SELDOM if judgement.between else ""

    def _meaning(self, row: SummaryRow) -> str:
        return ". ".join(part for part in (self._found(row).capitalize(), self._caveat(row)) if part)


def _own() -> set[str]:
    """The codes of the measures that the report tells in sentences, tables and charts."""
    told = {code for plan in SECTIONS for code in (*plan.table, *(code for code, _ in plan.sentences))}
    return told | {drawn.code for plan in SECTIONS for drawn in plan.charts}


def _judged(judgement: Judgement) -> bool:
    return bool(judgement.chart or judgement.band)


def _direct(row: SummaryRow) -> str:
    """The signal with which way is better."""
    good = {"Higher is better": "; higher is better", "Lower is better": "; lower is better"}
    return f"{row.variation}{good.get(row.direction, '')}"


def _table(key: str, title: str, description: str, names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> DataTable:
    return DataTable(key, title, description, tuple(ColumnSpec(name, "text") for name in names), tuple(rows))

"""All indicators on one page, those that say most first."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quarterday.indicators.results import rounded
from quarterday.signals.judgement import BAND, NOT_JUDGED, XMR, Judgement
from quarterday.signals.words import (
    COMMON_CAUSE,
    CONCERNING,
    DIRECTION_WORDS,
    FAIL,
    HIGH,
    HIT_OR_MISS,
    IMPROVING,
    LOW,
    improvement_of,
)

ORDER = (CONCERNING, HIGH, LOW, IMPROVING, COMMON_CAUSE, NOT_JUDGED)
"""Signals, the most pressing first."""
_ASSURANCES = (FAIL, HIT_OR_MISS, None)

FALSE_ALARMS = {XMR: 0.017, BAND: 0.003}
"""How often the latest point of a stable series is called a signal (docs/signals.md, measured)."""


@dataclass(frozen=True)
class SummaryRow:
    """One indicator of the page. `value` is the latest, rounded as shown; words are empty where there is nothing to say."""

    code: str
    title: str
    value: Decimal | None
    unit: str
    period: str | None
    variation: str
    variation_kind: str
    assurance: str
    direction: str
    method: str
    rule: str | None
    note: str


@dataclass(frozen=True)
class Summary:
    """The page: its rows, and how many of its signals to expect from chance alone."""

    rows: tuple[SummaryRow, ...]
    judged: int
    signals: int
    expected_by_chance: float

    @property
    def caution(self) -> str:
        """What a reader must know before any row."""
        return (
            f"{self.signals} of {self.judged} indicators show a special cause in their latest month. If nothing had changed "
            f"anywhere, about {self.expected_by_chance:.1f} would, by chance alone."
        )


def unmeasured(code: str, title: str, unit: str, better: str, reason: str) -> SummaryRow:
    """The row of an indicator that is never measured, with the reason."""
    direction = DIRECTION_WORDS[improvement_of(better)]
    return SummaryRow(code, title, None, unit, None, "", NOT_JUDGED, "", direction, NOT_JUDGED, None, reason)


def summary(judgements: Iterable[Judgement], others: Iterable[SummaryRow] = ()) -> Summary:
    """The page of some judgements, sorted by signal, then by assurance, then as given; the rows of others stand last."""
    known = list(judgements)
    ordered = sorted(known, key=_place)
    judged = [each for each in known if each.method != NOT_JUDGED]
    return Summary(
        rows=(*(_row(each) for each in ordered), *others),
        judged=len(judged),
        signals=sum(each.variation_kind != COMMON_CAUSE for each in judged),
        expected_by_chance=sum(FALSE_ALARMS[each.method] for each in judged),
    )


def _place(judgement: Judgement) -> tuple[int, int]:
    kind = judgement.assurance_kind
    return ORDER.index(judgement.variation_kind), _ASSURANCES.index(kind) if kind in _ASSURANCES else len(_ASSURANCES)


def _row(judgement: Judgement) -> SummaryRow:
    indicator = judgement.indicator
    judged = judgement.chart or judgement.band
    notes = (*judgement.notes, *(judged.notes if judged else ()))
    return SummaryRow(
        code=indicator.code,
        title=indicator.title,
        value=rounded(judgement.value, indicator.decimals) if judgement.value is not None else None,
        unit=indicator.unit,
        period=judgement.period,
        variation=judgement.variation,
        variation_kind=judgement.variation_kind,
        assurance=judgement.assurance,
        direction=judgement.direction,
        method=judgement.method,
        rule=judgement.rule,
        note=judgement.reason or " ".join(notes),
    )

"""Mean and limits of a flow, or the expected band of a stock, on a chart over the months, with its special causes marked."""

from collections.abc import Sequence
from dataclasses import replace

from quarterday.indicators import Indicator
from quarterday.indicators.results import rounded
from quarterday.reports.chart import Chart, Series
from quarterday.reports.marks import COMMON_CAUSE, CONCERNING, IMPROVING, LIMIT, MEAN, NEUTRAL
from quarterday.signals import Judgement, StockBand, XmrChart
from quarterday.signals.words import VARIATION_WORDS

NAMES = {
    COMMON_CAUSE: "Common cause",
    IMPROVING: "Special cause: improving",
    CONCERNING: "Special cause: concerning",
    NEUTRAL: "Special cause: high or low",
}
"""Names of the marks; each point's own words are in the chart's table."""
FINER = 1
"""Decimals that a mean or a limit has more than its points."""


def with_signals(chart: Chart, judgement: Judgement, months: Sequence[str]) -> Chart:
    """The chart with what it is judged by; `months` gives the judgement's names of its categories.

    Where the judgement has neither limits nor band, the caption says why.
    """
    judged = judgement.chart or judgement.band
    if judged is None:
        return replace(chart, caption=f"{chart.caption} No limits are drawn. {judgement.reason}")
    if judgement.chart:
        lines, kinds = _limits(judgement.chart, months), {p.period: p.kinds[0] for p in judgement.chart.points}
    else:
        band = judgement.band
        lines = _band(band, months) if band else ()
        kinds = {p.period: p.kind for p in (band.points if band else ()) if p.lower is not None}
    drawn = tuple(replace(each, values=_rounded(each.values, judgement.indicator)) for each in lines)
    return replace(
        chart,
        series=(*chart.series, *_marks(chart.series[0], [kinds.get(month, "") for month in months]), *drawn),
        caption=f"{chart.caption} {in_words(judgement)} {_by_what(judgement)}".strip(),
        alt=f"{chart.alt} {in_words(judgement)}",
    ).close_up()


def finding_words(judgement: Judgement) -> str:
    """What the signal of the latest month comes to, in at most four words for a title."""
    if judgement.variation_kind == "common cause":
        return "within the expected band" if judgement.band else "within usual variation"
    return f"special cause: {judgement.variation_kind}"


def in_words(judgement: Judgement) -> str:
    """Variation and assurance of the latest month, as sentences (CONVENTIONS §3)."""
    said = [words for words in (judgement.variation, judgement.assurance) if words]
    return f"Latest month: {'. '.join(said)}." if said else ""


def _limits(chart: XmrChart, months: Sequence[str]) -> tuple[Series, ...]:
    group = {point.period: chart.groups[point.group] for point in chart.points}
    of = [group.get(month) for month in months]
    return (
        Series("Mean", tuple(each.mean if each else None for each in of), MEAN),
        Series("Lower limit", tuple(each.shown_lower if each else None for each in of), LIMIT),
        Series("Upper limit", tuple(each.shown_upper if each else None for each in of), LIMIT),
    )


def _band(band: StockBand, months: Sequence[str]) -> tuple[Series, ...]:
    point = {each.period: each for each in band.points}
    of = [point.get(month) for month in months]
    return (
        Series("Expected", tuple(each.expected if each else None for each in of), MEAN),
        Series("Expected at least", tuple(each.lower if each else None for each in of), LIMIT),
        Series("Expected at most", tuple(each.upper if each else None for each in of), LIMIT),
    )


def _rounded(values: Sequence[float | None], indicator: Indicator) -> tuple[float | None, ...]:
    places = indicator.decimals + FINER
    return tuple(None if value is None else float(rounded(value, places)) for value in values)


def _marks(own: Series, kinds: Sequence[str]) -> tuple[Series, ...]:
    """For each kind that occurs, the points of it again: they are drawn as marks and no line."""
    roles = [NEUTRAL if kind in {"high", "low"} else kind for kind in kinds]
    words = tuple(VARIATION_WORDS.get(kind, "Not judged").partition(" (")[0] for kind in kinds)
    known = list(zip(own.values, roles, strict=True))
    return tuple(
        Series(name, tuple(value if each == role else None for value, each in known), role, words=words)
        for role, name in NAMES.items()
        if role in roles
    )


def _by_what(judgement: Judgement) -> str:
    if judgement.chart:
        points = judgement.chart.limits.points
        trial = f"; trial limits, resting on {points} points" if judgement.chart.trial else ""
        return f"Mean and limits by XmR rules, version {judgement.chart.version}{trial}."
    if judgement.band:
        return (
            "Expected (99.7 %) had starts and durations stayed as in the baseline of "
            f"{judgement.band.baseline} month ends; band, version {judgement.band.version}."
        )
    return ""

"""A chart as plain values for JSON. The keys are a contract: outside checks read them."""

from dataclasses import asdict
from typing import Any

from quarterday.signals.chart import Limits, Point, XmrChart
from quarterday.signals.judgement import Judgement
from quarterday.signals.proportions import ProportionLimits
from quarterday.signals.stock_band import BandPoint, StockBand
from quarterday.signals.summary import Summary
from quarterday.signals.time_between import TimeBetween


def chart_values(chart: XmrChart) -> dict[str, Any]:
    """The chart: `mean, lower, upper, points, variation, assurance`, and more beside."""
    return {
        "method": "xmr",
        "version": chart.version,
        "mean": chart.mean,
        "lower": chart.lower,
        "upper": chart.upper,
        "shown_lower": chart.limits.shown_lower,
        "shown_upper": chart.limits.shown_upper,
        "points": [_point(point) for point in chart.points],
        "variation": chart.variation,
        "variation_in_full": chart.variation_in_full,
        "variation_kind": chart.variation_kind,
        "assurance": chart.assurance,
        "assurance_kind": chart.assurance_kind,
        "improvement": chart.improvement,
        "target": chart.target,
        "trial": chart.trial,
        "baseline": chart.limits.points,
        "screening": chart.screening,
        "run_length": chart.run_length,
        "groups": [_group(group) for group in chart.groups],
        "notes": list(chart.notes),
    }


def _judged(point: Point | BandPoint) -> dict[str, Any]:
    """What every judged point says, whatever judged it."""
    return {name: getattr(point, name) for name in ("value", "signal", "rule", "direction", "period")}


def _point(point: Point) -> dict[str, Any]:
    return {
        **_judged(point),
        "group": point.group + 1,
        "matches": [{"rule": match.rule, "direction": match.direction} for match in point.matches],
        "words": point.words,
    }


def _group(group: Limits) -> dict[str, Any]:
    rebase = group.rebase
    return {
        "first": group.first + 1,
        "last": group.last + 1,
        "mean": group.mean,
        "lower": group.lower,
        "upper": group.upper,
        "near_lower": group.near_lower,
        "near_upper": group.near_upper,
        "shown_lower": group.shown_lower,
        "shown_upper": group.shown_upper,
        "baseline": group.points,
        "trial": group.trial,
        "rebase": {"reason": rebase.reason, "author": rebase.author, "recorded": rebase.recorded} if rebase else None,
    }


def band_values(band: StockBand) -> dict[str, Any]:
    """A stock's band under the same keys; `mean`, `lower` and `upper` are the band's at the latest month end."""
    last = band.last
    return {
        "method": "band",
        "version": band.version,
        "mean": last.expected,
        "lower": last.lower,
        "upper": last.upper,
        "lower_95": last.lower_95,
        "upper_95": last.upper_95,
        "points": [_band_point(point) for point in band.points],
        "variation": band.variation,
        "variation_in_full": band.variation,
        "variation_kind": band.variation_kind,
        "assurance": None,
        "assurance_kind": None,
        "improvement": band.improvement,
        "baseline": band.baseline,
        "starts_a_month": band.starts,
        "spread_of_starts": band.spread,
        "spread_by_siblings": band.siblings,
        "notes": list(band.notes),
    }


def judgement_values(judgement: Judgement) -> dict[str, Any]:
    """An indicator's judgement: its chart's or band's values, and what belongs to it; nulls where it is not judged."""
    if judgement.chart:
        values = chart_values(judgement.chart)
    elif judgement.band:
        values = band_values(judgement.band)
    else:
        values = {"method": judgement.method} | dict.fromkeys(("mean", "lower", "upper", "variation", "assurance"))
        values |= {"points": [], "notes": []}
    return {
        **values,
        "code": judgement.indicator.code,
        "title": judgement.indicator.title,
        "unit": judgement.indicator.unit,
        "why": judgement.why,
        "notes": [*judgement.notes, *values["notes"]],
        "events": [{"date": event.day.isoformat(), "text": event.text, "owner": event.owner} for event in judgement.events],
        "proportions": proportion_values(judgement.proportions) if judgement.proportions else None,
        "time_between": between_values(judgement.between) if judgement.between else None,
    }


def proportion_values(limits: ProportionLimits) -> dict[str, Any]:
    """p′ and funnel limits, point by point."""
    points = [asdict(point) | {"outside": point.outside, "outside_funnel": point.outside_funnel} for point in limits.points]
    return {"mean": limits.mean, "spread": limits.spread, "points": points}


def between_values(between: TimeBetween) -> dict[str, Any]:
    """Time between events, gap by gap."""
    return {
        "typical": between.typical,
        "lower": between.lower,
        "upper": between.upper,
        "trial": between.trial,
        "since": between.since,
        "since_is_long": between.since_is_long,
        "gaps": [
            {
                "until": gap.until.isoformat(),
                "days": gap.days,
                "signal": gap.signal,
                "rule": gap.matches[0].rule if gap.matches else None,
                "direction": gap.direction,
            }
            for gap in between.gaps
        ],
    }


def summary_values(page: Summary) -> dict[str, Any]:
    """The page of all indicators."""
    rows = [asdict(row) | {"value": None if row.value is None else float(row.value)} for row in page.rows]
    return {
        "caution": page.caution,
        "judged": page.judged,
        "signals": page.signals,
        "expected_by_chance": page.expected_by_chance,
        "indicators": rows,
    }


def _band_point(point: BandPoint) -> dict[str, Any]:
    return {
        **_judged(point),
        "count": point.count,
        "expected": point.expected,
        "lower": point.lower,
        "upper": point.upper,
        "lower_95": point.lower_95,
        "upper_95": point.upper_95,
        "unusual": point.unusual,
    }

"""A chart as plain values for JSON. The keys are a contract: outside checks read them."""

from typing import Any

from quarterday.signals.chart import Limits, Point, XmrChart


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


def _point(point: Point) -> dict[str, Any]:
    return {
        "value": point.value,
        "signal": point.signal,
        "rule": point.rule,
        "direction": point.direction,
        "period": point.period,
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

"""Periods of care and placements, as the oracle sees them (rules R03, R04, R12, R18, R19)."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from oracle.counted import Row
from oracle.dates import birthday
from oracle.holding import Holding, is_open
from oracle.spans import FAR, once

SHORT_BREAKS = {"V3", "V4"}
TEMPORARY = {"T0", "T1", "T2", "T3", "T4"}
WITH_CURRENT_CARER = {"A3", "A5"}


class Span(NamedTuple):
    """From a day to another (exclusive; null: still going on), with the reason of the end, and the key of its record."""

    child: str
    start: date
    end: date | None
    reason: str | None
    record: str


@dataclass
class Run:
    """Placements with one carer: temporary moves and changes with the same carer do not end it."""

    child: str
    placements: list[Row]

    @property
    def start(self) -> date:
        """When the child came to the carer."""
        start: date = self.placements[0]["start_date"]
        return start

    @property
    def end(self) -> date | None:
        """When the child left the carer; null while still there."""
        ends = [row["end_date"] for row in self.placements]
        return None if None in ends else max(ends)


@once
def care_periods(holding: Holding) -> list[Span]:
    """Every child's periods of care: from birth to the 18th birthday at most, short breaks left out."""
    spans: dict[str, list[Span]] = {}
    for row in holding.rows("looked_after_episodes"):
        span = _episode(row, holding.person(row["child_id"]))
        if span:
            statuses = holding.of_child("legal_statuses", row["child_id"])
            spans.setdefault(row["child_id"], []).extend(_without_short_breaks(span, statuses))
    return [period for child in spans for period in _joined(spans[child])]


def _episode(row: Row, child: Row | None) -> Span | None:
    """An episode between birth and the 18th birthday; None where nothing of it is left, or the child is unborn."""
    start, end, reason = row["start_date"], row["end_date"], row["end_reason"]
    if start is None or row["child_id"] is None:
        return None
    if end is not None and end < start:
        end = start  # started, never open
    born = child["date_of_birth"] if child else None
    if child and born is None and child["expected_date_of_birth"]:
        return None
    if born is not None:
        start = max(start, born)
        if start >= birthday(born, 18) or (end is not None and end < start):
            return None
        if end is None or end > birthday(born, 18):
            end, reason = birthday(born, 18), "birthday"
    return Span(row["child_id"], start, end, reason, row["looked_after_episode_id"])


def legal_status_on(statuses: list[Row], day: date) -> str | None:
    """The legal status in force at the end of a day: of several the one that started last, then by its key."""
    open_then = [row for row in statuses if is_open(row["start_date"], row["end_date"], day)]
    if not open_then:
        return None
    status: str | None = max(open_then, key=lambda row: (row["start_date"], row["legal_status_id"]))["legal_status"]
    return status


def _without_short_breaks(span: Span, statuses: list[Row]) -> list[Span]:
    """The parts of a span in which the status is not that of a series of short breaks."""
    if not any(row["legal_status"] in SHORT_BREAKS for row in statuses):
        return [span]
    days = {day for row in statuses for day in (row["start_date"], row["end_date"]) if day is not None}
    cuts = sorted(day for day in days if span.start < day and (span.end is None or day < span.end))
    edges = [span.start, *cuts, span.end]
    parts = []
    for start, end in pairwise(edges):
        if start is not None and legal_status_on(statuses, start) not in SHORT_BREAKS:
            parts.append(span._replace(start=start, end=end, reason=span.reason if end == span.end else None))
    return parts


def _joined(spans: list[Span]) -> list[Span]:
    """Overlapping and adjoining spans as one; the reason is that of the span that ends last."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end or FAR, s.record)):
        before = joined[-1] if joined else None
        if before and (before.end is None or span.start <= before.end):
            later = before if (before.end or FAR) > (span.end or FAR) else span
            joined[-1] = later._replace(start=before.start)
        else:
            joined.append(span)
    return joined


def care_on(periods: list[Span], child: str, day: date) -> Span | None:
    """The child's period of care at the end of a day."""
    return next((p for p in periods if p.child == child and is_open(p.start, p.end, day)), None)


def placement_on(holding: Holding, child: str, day: date) -> Row | None:
    """The child's placement at the end of a day: of several the one that started last, then by its key."""
    rows = [row for row in holding.of_child("placements", child) if is_open(row["start_date"], row["end_date"], day)]
    return max(rows, key=lambda row: (row["start_date"], row["placement_id"])) if rows else None


def runs_of(holding: Holding, child: str, periods: list[Span]) -> list[Run]:
    """The child's placements of a day and more in care, one run a carer, in order (R19)."""
    rows = [
        row
        for row in holding.of_child("placements", child)
        if row["start_date"] is not None
        and row["placement_type"] not in TEMPORARY
        and (row["end_date"] is None or row["end_date"] > row["start_date"])
        and any(_overlap(row, period) for period in periods if period.child == child)
    ]
    runs: list[Run] = []
    for row in sorted(rows, key=lambda r: (r["start_date"], r["placement_id"])):
        if runs and (_same_carer(holding, row) or _returned(holding, runs[-1].placements[-1], row)):
            runs[-1].placements.append(row)
        else:
            runs.append(Run(child, [row]))
    return runs


def _overlap(row: Row, period: Span) -> bool:
    return (period.end is None or row["start_date"] < period.end) and (
        row["end_date"] is None or row["end_date"] > period.start
    )


def _same_carer(holding: Holding, row: Row) -> bool:
    """The carer adopts, or the episode that begins with the placement says that the carer is the same."""
    return row["placement_type"] in WITH_CURRENT_CARER or any(
        each["start_reason"] in {"T", "U"}
        for each in holding.of_child("looked_after_episodes", row["child_id"])
        if each["start_date"] == row["start_date"] and each["placement_id"] in {row["placement_id"], None}
    )


def _returned(holding: Holding, before: Row, row: Row) -> bool:
    """Back from a temporary placement to one of the same type, provider, setting and district."""
    away = [
        each
        for each in holding.of_child("placements", row["child_id"])
        if each["placement_type"] in TEMPORARY and each["start_date"] is not None and each["end_date"] is not None
    ]
    alike = all(before[name] == row[name] for name in ("placement_type", "provider", "urn", "postcode_district"))
    return (
        alike
        and before["end_date"] is not None
        and any(before["end_date"] <= each["start_date"] < each["end_date"] <= row["start_date"] for each in away)
    )

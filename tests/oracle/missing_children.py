"""The oracle of children who go missing, from the catalogue."""

from collections.abc import Iterable
from datetime import date, timedelta

from oracle.care import Span, care_periods
from oracle.counted import Counted, Row, yes
from oracle.holding import Holding, is_open


def _at_any_point(holding: Holding, start: date, end: date, kind: str) -> Iterable[Counted]:
    """Children in care at any point of a period, and whether a time missing or away began in it while in care."""
    by_child: dict[str, list[Span]] = {}
    for period in care_periods(holding):
        by_child.setdefault(period.child, []).append(period)
    for child, periods in by_child.items():
        days = {period.start: period for period in periods}
        gone = set()
        for row in holding.of_child("missing_episodes", child):
            inside = [p for p in periods if is_open(p.start, p.end, row["start_date"])] if row["start_date"] else []
            if inside and row["missing_type"] in {"M", "A"}:
                days.setdefault(row["start_date"], inside[0])
                gone |= {row["start_date"]} if row["missing_type"] == kind else set()
        last = max((day for day in days if day <= end), default=None)
        if last is None or (days[last].end is not None and days[last].end < start):
            continue
        yield Counted(child, max(last, start), yes(any(start <= day <= end for day in gone)))


def mis_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Went missing."""
    yield from _at_any_point(holding, start, end, "M")


def mis_02(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Were away without authorisation."""
    yield from _at_any_point(holding, start, end, "A")


def _returned(holding: Holding, start: date, end: date) -> Iterable[tuple[date, Row]]:
    for row in holding.rows("missing_episodes"):
        if row["start_date"] is None or row["end_date"] is None or row["missing_type"] != "M":
            continue
        day = max(row["start_date"], row["end_date"])
        if start <= day <= end:
            yield day, row


def mis_03(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of times missing that ended: an interview was offered."""
    for day, row in _returned(holding, start, end):
        yield Counted(row["child_id"], day, yes(row["return_interview_offered"] == "Y"))


def mis_03a(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of times missing that ended: an interview was accepted."""
    for day, row in _returned(holding, start, end):
        yield Counted(row["child_id"], day, yes(row["return_interview_accepted"] == "Y"))


def mis_03h(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of times missing that ended: an interview was held on that day or the three after it."""
    for day, row in _returned(holding, start, end):
        held = [
            each["interview_date"]
            for each in holding.rows("return_interviews")
            if each["missing_episode_id"] == row["missing_episode_id"] and each["interview_date"]
        ]
        yield Counted(row["child_id"], day, yes(any(day <= each <= day + timedelta(days=3) for each in held)))


ORACLE = {
    "MIS-01": mis_01,
    "MIS-02": mis_02,
    "MIS-03": mis_03,
    "MIS-03a": mis_03a,
    "MIS-03h": mis_03h,
}

"""The oracle of the health and conduct of children looked after for a year, from rule R22 and the catalogue."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from oracle.care import Span
from oracle.counted import Counted, Row, yes
from oracle.dates import birthday, plus_months
from oracle.holding import Holding
from oracle.looked_after import _in_care

SCORED = (13, "normal"), (16, "borderline")


def _for_a_year(holding: Holding, day: date) -> Iterable[tuple[Span, Counted]]:
    """Children in care for twelve months or more, with the band of their latest score in this period of care."""
    for period in _in_care(holding, day):
        if plus_months(period.start, 12) <= day:
            score = _latest_score(holding, period, day)
            band = "no score" if score is None else "cause for concern"
            band = next((name for most, name in SCORED if score is not None and score[1] <= most), band)
            yield period, Counted(period.child, day, groups={"band": band})


def _latest_score(holding: Holding, period: Span, day: date) -> tuple[date, int] | None:
    scored = [
        (row["completed_date"], row["score_id"], row["score"])
        for row in holding.of_child("strengths_and_difficulties_scores", period.child)
        if row["score"] is not None and row["completed_date"] and period.start <= row["completed_date"] <= day
    ]
    return (max(scored)[0], max(scored)[2]) if scored else None


def _in_the_year(days: Iterable[date | None], end: date) -> set[date]:
    return {day for day in days if day is not None and plus_months(end, -12) < day <= end}


def _checked(holding: Holding, child: str, kind: str, end: date) -> set[date]:
    return _in_the_year(
        (
            row["check_date"]
            for row in holding.of_child("health_checks", child)
            if row["check_type"] == kind and row["check_status"] == "Completed"
        ),
        end,
    )


def lac_25(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """One health assessment in the year; two for children under five."""
    for period, each in _for_a_year(holding, end):
        born = holding.born(period.child)
        wanted = 1 if born is not None and birthday(born, 5) <= end else 2
        yield replace(each, numerator=yes(len(_checked(holding, period.child, "Health Assessment", end)) >= wanted))


def lac_26(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """A dental check in the year."""
    for period, each in _for_a_year(holding, end):
        yield replace(each, numerator=yes(_checked(holding, period.child, "Dental Check", end)))


def lac_27(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Immunisations recorded as up to date."""
    for period, each in _for_a_year(holding, end):
        rows = holding.of_child("immunisations", period.child)
        yield replace(each, numerator=yes(any(row["up_to_date"] == "Y" for row in rows)))


def lac_28(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """The latest scores of the year of children of 5 to 16."""
    for period, each in _for_a_year(holding, end):
        born, score = holding.born(period.child), _latest_score(holding, period, end)
        if born is None or score is None or score[0] <= plus_months(end, -12):
            continue
        if birthday(born, 5) <= end < birthday(born, 17):
            yield replace(each, numerator=score[1])


def lac_29(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children of ten and over: convicted or cautioned in the year."""
    for period, each in _for_a_year(holding, end):
        born = holding.born(period.child)
        if born is not None and birthday(born, 10) <= end:
            rows = holding.of_child("convictions", period.child)
            yield replace(each, numerator=yes(_in_the_year((row["conviction_date"] for row in rows), end)))


def lac_30(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Substance misuse identified in the year."""
    for period, each in _for_a_year(holding, end):
        rows = holding.of_child("substance_misuse", period.child)
        yield replace(each, numerator=yes(_in_the_year((row["identified_date"] for row in rows), end)))


ORACLE = {
    "LAC-25": lac_25,
    "LAC-26": lac_26,
    "LAC-27": lac_27,
    "LAC-28": lac_28,
    "LAC-29": lac_29,
    "LAC-30": lac_30,
}

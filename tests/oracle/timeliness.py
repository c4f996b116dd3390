"""Assessments, by their rules (R01, R35)."""

from datetime import date

from oracle.dates import working_days
from oracle.holding import Hit, Holding, Row, is_open, within

BANDS = (
    (10, "1 to 10 days"),
    (20, "11 to 20 days"),
    (30, "21 to 30 days"),
    (40, "31 to 40 days"),
    (45, "41 to 45 days"),
    (50, "46 to 50 days"),
    (60, "51 to 60 days"),
)


def took(row: Row) -> int | None:
    if row["start_date"] is None or row["authorised_date"] is None:
        return None
    return working_days(row["start_date"], row["authorised_date"])


def _duration(days: int | None) -> str:
    if days is None or days < 0:
        return "not known"
    if days == 0:
        return "same day"
    return next((name for most, name in BANDS if days <= most), "61 days or more")


def _over(days: int | None) -> str:
    if days is None or days > 60:
        return "16 days or more over"
    if days == 46:
        return "1 day over"
    if days == 47:
        return "2 days over"
    return "3 to 5 days over" if days <= 50 else "6 to 15 days over"


def authorised(holding: Holding, start: date, end: date) -> list[tuple[Row, int | None]]:
    return [(row, took(row)) for row in holding.rows("assessments") if within(row["authorised_date"], start, end)]


def completed(holding: Holding, start: date, end: date) -> list[Hit]:
    return [_hit(row, days, True) for row, days in authorised(holding, start, end)]


def in_time(holding: Holding, start: date, end: date) -> list[Hit]:
    return [_hit(row, days, days is not None and 0 <= days <= 45) for row, days in authorised(holding, start, end)]


def late(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        _hit(row, days, days in (46, 47)) for row, days in authorised(holding, start, end) if days is not None and days > 45
    ]


def durations(holding: Holding, start: date, end: date) -> list[Hit]:
    return [_hit(row, days, True) for row, days in authorised(holding, start, end) if days is not None and days >= 0]


def from_referral(holding: Holding, start: date, end: date) -> list[Hit]:
    """The first assessment of a referral, from the referral's date (R35: a local variant)."""
    referred = {row["referral_id"]: row["referral_date"] for row in holding.rows("referrals")}
    firsts: dict[str, Row] = {}
    far = date.max
    for row in sorted(
        holding.rows("assessments"),
        key=lambda row: (row["start_date"] or far, row["authorised_date"] or far, row["assessment_id"]),
    ):
        if row["referral_id"] is not None:
            firsts.setdefault(row["referral_id"], row)
    hits = []
    for referral, row in firsts.items():
        if within(row["authorised_date"], start, end):
            begun = referred.get(referral)
            days = working_days(begun, row["authorised_date"]) if begun else None
            hits.append(_hit(row, took(row), days is not None and 0 <= days <= 45))
    return hits


def seen(holding: Holding, start: date, end: date) -> list[Hit]:
    """Children not yet born by the authorisation cannot be seen (R03)."""
    return [
        _hit(row, days, row["child_seen"] == "Y")
        for row, days in authorised(holding, start, end)
        if holding.group("age_band", row["child_id"], row["authorised_date"]) != "unborn"
    ]


def closed(holding: Holding, start: date, end: date) -> list[Hit]:
    return [_hit(row, days, row["no_further_action"] == "Y") for row, days in authorised(holding, start, end)]


def open_late(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], end, working_days(row["start_date"], end) > 45)
        for row in holding.rows("assessments")
        if is_open(row["start_date"], row["authorised_date"], end)
    ]


def _hit(row: Row, days: int | None, counts: bool) -> Hit:
    groups = {"duration": _duration(days), "days_over": _over(days)}
    return Hit(row["child_id"], row["authorised_date"], counts, None if days is None else float(days), groups)


ORACLE = {
    "ASM-01": completed,
    "ASM-02": completed,
    "ASM-03": in_time,
    "ASM-03b": from_referral,
    "ASM-03d": completed,
    "ASM-04": durations,
    "ASM-04q1": durations,
    "ASM-04q3": durations,
    "ASM-05": late,
    "ASM-06": late,
    "ASM-07": open_late,
    "ASM-08": seen,
    "ASM-09": closed,
}

"""The front door, by its rules (R05 to R08, R31, R32)."""

from collections.abc import Callable
from datetime import date, timedelta

from oracle.dates import plus_months
from oracle.holding import Hit, Holding, Row, is_open, within

SOURCES = {
    "individual": "1A 1B 1C 1D",
    "schools": "2A",
    "education services": "2B",
    "health services": "3A 3B 3C 3D 3E 3F",
    "housing": "4",
    "LA services": "5A 5B 5C 5D",
    "police": "6",
    "other legal agency": "7",
    "other": "8",
    "anonymous": "9",
}


def source_of(row: Row) -> dict[str, str]:
    found = next((name for name, codes in SOURCES.items() if row["source"] in codes.split()), "unknown")
    return {"source": found}


def contacts(holding: Holding, start: date, end: date) -> list[Hit]:
    """The same child, day and source count once (R31)."""
    hits, seen = [], set()
    for row in sorted(holding.rows("contacts"), key=lambda row: row["contact_id"]):
        if row["contact_date"] is None:
            continue
        key = (row["child_id"] or row["contact_id"], row["contact_date"], row["source"])
        if key not in seen:
            seen.add(key)
            if within(row["contact_date"], start, end):
                hits.append(Hit(row["child_id"], row["contact_date"], _became_referral(holding, row), groups=source_of(row)))
    return hits


def _became_referral(holding: Holding, row: Row) -> bool:
    """The recorded outcome; where none is recorded, a referral on or within five days after the contact (R32)."""
    if row["became_new_referral"] is not None:
        return row["became_new_referral"] == "Y"
    others = (
        "joined_existing_referral",
        "child_protection_enquiry",
        "no_further_action",
        "information_and_advice",
        "other_outcome",
    )
    if any(row[name] is not None for name in others):
        return False
    until = row["contact_date"] + timedelta(days=5)
    return any(
        within(each["referral_date"], row["contact_date"], until) for each in holding.of_child("referrals", row["child_id"])
    )


def all_contacts(holding: Holding, start: date, end: date) -> list[Hit]:
    return [Hit(hit.child, hit.moment, groups=hit.groups) for hit in contacts(holding, start, end)]


def counted_referrals(holding: Holding) -> list[tuple[Row, date | None]]:
    """Referrals with the one before: not on a child with an open episode, once a day (R06, R07)."""
    by_child: dict[str, list[Row]] = {}
    for row in holding.rows("referrals"):
        if row["referral_date"] is not None:
            by_child.setdefault(row["child_id"] or f"nobody {row['referral_id']}", []).append(row)
    counted = []
    for rows in by_child.values():
        days: dict[date, Row] = {}
        for row in sorted(rows, key=lambda row: (row["referral_date"], row["referral_id"])):
            days.setdefault(row["referral_date"], row)
        before: date | None = None
        for day, row in days.items():
            earlier = [each for other, each in days.items() if other < day]
            if any(_keeps_open(each, day) for each in earlier):
                continue
            counted.append((row, before))
            before = day
    return counted


def _keeps_open(row: Row, day: date) -> bool:
    """Whether an episode stands open when a later referral comes in; no further action opens none (R08)."""
    if row["no_further_action"] == "Y":
        return False
    return row["close_date"] is None or row["close_date"] > day


def referrals(test: Callable[[Row, date | None], bool]) -> Callable[[Holding, date, date], list[Hit]]:
    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [
            Hit(row["child_id"], row["referral_date"], test(row, before), groups=source_of(row))
            for row, before in counted_referrals(holding)
            if within(row["referral_date"], start, end)
        ]

    return hits


def _again(row: Row, before: date | None) -> bool:
    return before is not None and before >= plus_months(row["referral_date"], -12)


def factors(holding: Holding, start: date, end: date) -> list[Hit]:
    """One hit an assessment and factor; `value` names the assessment, so that the whole counts assessments."""
    known = {row["assessment_id"]: row for row in holding.rows("assessments")}
    pairs = {(row["assessment_id"], row["factor"]) for row in holding.rows("assessment_factors") if row["factor"]}
    hits = []
    for assessment, factor in sorted(pairs):
        row = known.get(assessment)
        if row and within(row["authorised_date"], start, end):
            hits.append(Hit(row["child_id"], row["authorised_date"], groups={"factor": factor, "record": assessment}))
    return hits


def early_help_started(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], row["start_date"])
        for row in holding.rows("early_help_episodes")
        if within(row["start_date"], start, end)
    ]


def early_help_open(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], end)
        for row in holding.rows("early_help_episodes")
        if is_open(row["start_date"], row["end_date"], end)
    ]


def threshold_audits(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], row["completed_date"], row["threshold_agreed"] == "Y", groups=source_of(row))
        for row in holding.rows("audits")
        if within(row["completed_date"], start, end) and row["threshold_agreed"] is not None
    ]


def decision_reviews(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(
            row["child_id"],
            row["reviewed_date"],
            row["agreed"] == "Y",
            groups={"team": holding.teams.get(row["team_id"], "not known")},
        )
        for row in holding.rows("decision_reviews")
        if within(row["reviewed_date"], start, end) and row["agreed"] is not None
    ]


every = referrals(lambda row, before: True)
ORACLE = {
    "FD-01": all_contacts,
    "FD-02": all_contacts,
    "FD-03": contacts,
    "FD-08": threshold_audits,
    "FD-09": decision_reviews,
    "EH-01": early_help_started,
    "EH-01o": early_help_open,
    "REF-01": every,
    "REF-02": every,
    "REF-03": referrals(_again),
    "REF-04": referrals(lambda row, before: row["no_further_action"] == "Y"),
    "REF-08": every,
    "REF-08a": referrals(lambda row, before: row["source"] == "2A"),
    "REF-08b": referrals(lambda row, before: (row["source"] or "").startswith("3")),
    "REF-08c": referrals(lambda row, before: row["source"] == "6"),
    "REF-10": every,
    "ASM-10": factors,
}

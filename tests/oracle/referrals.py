"""Children referred and re-referred, and how soon a referral is decided on, by the rules (R01, R05 to R08)."""

from datetime import date

from oracle.dates import plus_months, working_days
from oracle.front_door import counted_referrals, referrals, source_of
from oracle.holding import Hit, Holding, Row, within


def not_in_need(row: Row, before: date | None) -> bool:
    return row["close_reason"] in ("RC8", "RC9") and row["no_further_action"] != "Y"


def children(holding: Holding, start: date, end: date) -> list[Hit]:
    """A child once, at its first referral of the period; does any of the period follow another within twelve months?"""
    mine: dict[str, list[tuple[Row, date | None]]] = {}
    for row, before in counted_referrals(holding):
        if row["child_id"] is not None and within(row["referral_date"], start, end):
            mine.setdefault(row["child_id"], []).append((row, before))
    hits = []
    for child, referred in mine.items():
        first = min((row for row, _ in referred), key=lambda row: row["referral_date"])
        again = any(before is not None and before >= plus_months(row["referral_date"], -12) for row, before in referred)
        hits.append(Hit(child, first["referral_date"], again, groups=source_of(first)))
    return hits


def each_child(holding: Holding, start: date, end: date) -> list[Hit]:
    return [Hit(hit.child, hit.moment, groups=hit.groups) for hit in children(holding, start, end)]


def decided(holding: Holding, start: date, end: date) -> list[Hit]:
    """Of referrals with a decision: was the first within one working day, and not before the referral?"""
    days: dict[str, list[date]] = {}
    for row in holding.rows("referral_decisions"):
        if row["decision_date"] is not None and row["referral_id"] is not None:
            days.setdefault(row["referral_id"], []).append(row["decision_date"])
    return [
        Hit(
            row["child_id"],
            row["referral_date"],
            0 <= working_days(row["referral_date"], min(days[row["referral_id"]])) <= 1,
            groups=source_of(row),
        )
        for row, _ in counted_referrals(holding)
        if within(row["referral_date"], start, end) and row["referral_id"] in days
    ]


ORACLE = {
    "REF-05": referrals(not_in_need),
    "REF-06": each_child,
    "REF-07": children,
    "REF-09": decided,
}

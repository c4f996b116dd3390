"""What contacts lead to and what went before them, by the rules (R06, R07, R08, R31, R32)."""

from collections.abc import Callable
from datetime import date, timedelta

from oracle.dates import plus_months
from oracle.front_door import source_of
from oracle.holding import Hit, Holding, Row, is_open, within

OUTCOMES = (
    "became_new_referral",
    "joined_existing_referral",
    "child_protection_enquiry",
    "no_further_action",
    "non_agency_adoption",
    "private_fostering",
    "information_and_advice",
    "missing_child",
    "other_authority_child_protection",
    "other_outcome",
    "stepped_to_early_help",
)

Test = Callable[[Holding, Row], bool]


def contacts(test: Test, among: Test = lambda holding, row: True) -> Callable[[Holding, date, date], list[Hit]]:
    """The first by id of a child's contacts of a day and source (R31)."""

    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        firsts: dict[tuple[object, ...], Row] = {}
        for row in sorted(holding.rows("contacts"), key=lambda row: row["contact_id"]):
            if within(row["contact_date"], start, end):
                whose = row["child_id"] if row["child_id"] is not None else ("nobody", row["contact_id"])
                firsts.setdefault((whose, row["contact_date"], row["source"]), row)
        return [
            Hit(row["child_id"], row["contact_date"], test(holding, row), groups=source_of(row))
            for row in firsts.values()
            if among(holding, row)
        ]

    return hits


def any_outcome(holding: Holding, row: Row) -> bool:
    return any(row[name] is not None for name in OUTCOMES)


def closed(holding: Holding, row: Row) -> bool:
    return "Y" in (row["no_further_action"], row["information_and_advice"])


def to_early_help(holding: Holding, row: Row) -> bool:
    if row["stepped_to_early_help"] is not None:
        return row["stepped_to_early_help"] == "Y"
    last = row["contact_date"] + timedelta(days=5)
    begun = [each["start_date"] for each in holding.of_child("early_help_episodes", row["child_id"])]
    return any(within(day, row["contact_date"], last) for day in begun)


def on_open_child(holding: Holding, row: Row) -> bool:
    day = row["contact_date"]
    return row["joined_existing_referral"] == "Y" or any(
        is_open(each["referral_date"], each["close_date"], day) and each["referral_date"] < day
        for each in holding.of_child("referrals", row["child_id"])
        if each["no_further_action"] != "Y"
    )


def repeated(holding: Holding, row: Row) -> bool:
    since = plus_months(row["contact_date"], -12)
    earlier = [each["contact_date"] for each in holding.of_child("contacts", row["child_id"])]
    return any(day is not None and since <= day < row["contact_date"] for day in earlier)


ORACLE = {
    "FD-04": contacts(closed, any_outcome),
    "FD-05": contacts(to_early_help),
    "FD-06": contacts(on_open_child),
    "FD-07": contacts(repeated),
}

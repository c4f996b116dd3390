"""Why the number of protection plans changed, worked out in plain Python, day by day: the oracle that shares no code.

Plans are those of the oracle's own (overlapping ones taken together); families, transfers and birthdays are read from the
raw rows.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta

from oracle.child_protection import Plan, plans
from oracle.dates import working_days
from oracle.holding import Holding

ENTRIES = ("transferred_in", "returned", "started")
EXITS = ("ended", "transferred_out", "aged_out")
ONE = timedelta(days=1)


def split(holding: Holding, start: date, end: date) -> tuple[Counter, Counter]:
    """The parts in children and in families."""
    children: Counter = Counter()
    families: Counter = Counter()
    of_family = defaultdict(list)
    for plan in plans(holding):
        of_family[family(holding, plan.child)].append(plan)
    day = start + ONE
    while day <= end:
        for mine in of_family.values():
            came = {plan: entry(holding, plan) for plan in mine if plan.start == day}
            went = {plan: leaving(holding, plan) for plan in mine if plan.end == day}
            children.update(came.values())
            children.subtract(went.values())
            was, now = (any(plan.open_on(each) for plan in mine) for each in (day - ONE, day))
            if came and not was:
                families[family_entry(mine, day, set(came.values()))] += 1
            if went and not now and (was or came):
                families[min(went.values(), key=EXITS.index)] -= 1
        day += ONE
    return _without_nothing(children), _without_nothing(families)


def _without_nothing(counted: Counter) -> Counter:
    return Counter({name: number for name, number in counted.items() if number})


def family(holding: Holding, child: str) -> str:
    rows = [row for row in holding.of_child("family_members", child) if row["family_id"] is not None]
    if not rows or holding.person(child) is None:
        return child
    return min(rows, key=lambda row: row["family_member_id"])["family_id"]


def entry(holding: Holding, plan: Plan) -> str:
    if arrived(holding, plan):
        return "transferred_in"
    return "returned" if plan.earlier else "started"


def family_entry(mine: list[Plan], day: date, kinds: set[str]) -> str:
    kind = min(kinds, key=ENTRIES.index)
    if kind == "started" and any(plan.start < day for plan in mine):
        return "returned"
    return kind


def leaving(holding: Holding, plan: Plan) -> str:
    if plan.end == holding.eighteenth(plan.child):
        return "aged_out"
    return "transferred_out" if departed(holding, plan) else "ended"


def arrived(holding: Holding, plan: Plan) -> bool:
    rows = holding.of_child("child_protection_plans", plan.child)
    first = next(row for row in rows if row["child_protection_plan_id"] == plan.record)
    of_its_conference = [
        row
        for row in holding.rows("initial_child_protection_conferences")
        if row["transfer_in"] == "Y"
        and (
            (row["child_protection_plan_id"] == plan.record and row["child_id"] == plan.child)
            or (first["conference_id"] is not None and row["conference_id"] == first["conference_id"])
        )
    ]
    of_its_referral = [
        row
        for row in holding.of_child("referrals", plan.child)
        if row["child_protection_transfer_in"] == "Y"
        and row["referral_id"] == first["referral_id"]
        and (plan.previous_end is None or (row["referral_date"] and plan.previous_end <= row["referral_date"]))
    ]
    theirs = [
        row
        for row in rows
        if row["other_authority_plan"] == "Y"
        and row["start_date"]
        and row["start_date"] < plan.start
        and (row["end_date"] is None or row["end_date"] >= plan.start)
    ]
    return bool(of_its_conference or of_its_referral or theirs)


def departed(holding: Holding, plan: Plan) -> bool:
    closed = [row["close_date"] for row in holding.of_child("referrals", plan.child) if row["close_reason"] == "RC5"]
    theirs = [
        row["start_date"]
        for row in holding.of_child("child_protection_plans", plan.child)
        if row["other_authority_plan"] == "Y"
    ]
    return any(day and day >= plan.end and working_days(plan.end, day) <= 10 for day in [*closed, *theirs])

"""How long plans last, who was seen and came to reviews, and what turned into proceedings, by the rules (R02, R03, R15)."""

from collections.abc import Callable
from datetime import date

from oracle.child_protection import Plan, all_of, duration, ended, open_plans, plans, started, two_years, visited
from oracle.dates import plus_months
from oracle.holding import Hit, Holding, within


def soon(plan: Plan, day: date) -> bool:
    return day <= plus_months(plan.start, 3)


def of_ended(test: Callable[[Plan, date], bool]) -> Callable[[Holding, date, date], list[Hit]]:
    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [
            Hit(plan.child, plan.end, test(plan, plan.end), groups=plan.groups | {"plan_duration": duration(plan, plan.end)})
            for plan in plans(holding)
            if plan.end is not None and within(plan.end, start, end)
        ]

    return hits


def any_point(holding: Holding, start: date, end: date) -> list[Hit]:
    """Each child with a plan on any day of the period, at the first such day of its first plan then."""
    firsts: dict[str, tuple[date, str, Plan]] = {}
    for plan in plans(holding):
        if plan.start <= end and (plan.end is None or plan.end >= start):
            found = (max(plan.start, start), plan.record, plan)
            if plan.child not in firsts or found[:2] < firsts[plan.child][:2]:
                firsts[plan.child] = found
    return [Hit(child, day, groups=plan.groups) for child, (day, _, plan) in firsts.items()]


def _born_by(holding: Holding, child: str, day: date) -> bool:
    person = holding.person(child)
    if person is None or (person["date_of_birth"] is None and person["expected_date_of_birth"] is None):
        return True
    return person["date_of_birth"] is not None and person["date_of_birth"] <= day


def last_visit(column: str) -> Callable[[Holding, date, date], list[Hit]]:
    """Plans open on the day with a visit since the birth; what the last day of visits says."""

    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        found = []
        for plan in plans(holding):
            visits = [
                row
                for row in holding.of_child("child_protection_visits", plan.child)
                if row["visit_date"] is not None
                and plan.start <= row["visit_date"] <= end
                and _born_by(holding, plan.child, row["visit_date"])
            ]
            if plan.open_on(end) and visits:
                last = max(row["visit_date"] for row in visits)
                found.append(Hit(plan.child, end, any(row[column] == "Y" for row in visits if row["visit_date"] == last)))
        return found

    return hits


def unborn(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for plan in plans(holding):
        person = holding.person(plan.child) or {"date_of_birth": None, "expected_date_of_birth": None}
        coming = person["date_of_birth"] or person["expected_date_of_birth"]
        if plan.open_on(end) and coming is not None and coming > end:
            hits.append(Hit(plan.child, end, groups=plan.groups | {"plan_duration": duration(plan, end)}))
    return hits


def reviews(test: Callable[[dict[str, object]], bool], among: Callable[[dict[str, object]], bool]):
    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [
            Hit(row["child_id"], row["review_date"], test(row))
            for row in holding.rows("child_protection_reviews")
            if within(row["review_date"], start, end) and among(row)
        ]

    return hits


def pre_proceedings(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(
            row["child_id"],
            row["end_date"],
            value=float((row["end_date"] - row["decision_date"]).days),
            groups={"outcome": row["outcome"] or "not recorded"},
        )
        for row in holding.rows("pre_proceedings")
        if row["decision_date"] is not None
        and within(row["end_date"], start, end)
        and row["end_date"] >= row["decision_date"]
    ]


def child_days(table: str, column: str) -> Callable[[Holding, date, date], list[Hit]]:
    """Each child and day once."""

    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        days = {(row["child_id"], row[column]) for row in holding.rows(table) if within(row[column], start, end)}
        return [Hit(child, day) for child, day in days if child is not None]

    return hits


PARTICIPATED = {f"PN{n}" for n in range(1, 7)}
SPELT_YES = {"y", "yes", "true", "1"}
ORACLE = {
    "CPP-04": started(),
    "CPP-06": ended,
    "CPP-07": any_point,
    "CPP-11": of_ended(two_years),
    "CPP-16": last_visit("child_seen"),
    "CPP-16a": last_visit("child_seen_alone"),
    "CPP-17": all_of(visited),
    "CPP-19": of_ended(soon),
    "CPP-20": open_plans(),
    "CPP-20e": ended,
    "CPP-21": unborn,
    "CPP-26": reviews(lambda row: str(row["quorate"]).lower() in SPELT_YES, lambda row: True),
    "CPP-26p": reviews(
        lambda row: row["participation"] in PARTICIPATED, lambda row: row["participation"] in PARTICIPATED | {"PN7"}
    ),
    "LGL-02": pre_proceedings,
    "LGL-03": child_days("care_applications", "application_date"),
    "LGL-03p": child_days("pre_proceedings", "letter_of_issue_date"),
}

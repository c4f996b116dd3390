"""Child protection, by its rules (R02, R04, R09 to R15, R34)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from oracle.dates import plus_months, working_days
from oracle.holding import Hit, Holding, Row, is_open, within

WORDS = {"NEG": "neglect", "PHY": "physical abuse", "SAB": "sexual abuse", "EMO": "emotional abuse", "MUL": "multiple"}
VISIT_LIMIT = 20
"""Working days, as shipped; only visits at which the child was seen count."""


@dataclass(frozen=True)
class Plan:
    """One own plan of a child, overlapping ones taken together (R10)."""

    child: str
    record: str
    start: date
    end: date | None
    initial: str
    latest: str
    earlier: int
    previous_end: date | None

    @property
    def groups(self) -> dict[str, str]:
        return {"category": self.latest, "initial_category": self.initial}

    def open_on(self, day: date) -> bool:
        return is_open(self.start, self.end, day)


def effective_end(holding: Holding, row: Row) -> date | None:
    """The earlier of the recorded end and the 18th birthday, never before the start (R04, CONTRACTS §1 and §3)."""
    ends = [day for day in (row["end_date"], holding.eighteenth(row["child_id"])) if day is not None]
    return max(min(ends), row["start_date"]) if ends else None


def plans(holding: Holding) -> list[Plan]:
    if not hasattr(holding, "known_plans"):
        holding.known_plans = [
            plan for child in holding.by_child.get("child_protection_plans", {}) for plan in _of(holding, child)
        ]
    return holding.known_plans


def _of(holding: Holding, child: str) -> list[Plan]:
    own = [
        (row, effective_end(holding, row))
        for row in holding.of_child("child_protection_plans", child)
        if row["start_date"] is not None and row["other_authority_plan"] != "Y"
    ]
    far = date.max
    own.sort(key=lambda pair: (pair[0]["start_date"], -(pair[1] or far).toordinal(), pair[0]["child_protection_plan_id"]))
    runs: list[list[tuple[Row, date | None]]] = []
    for row, end in own:
        if runs and row["start_date"] <= max(known or far for _, known in runs[-1]):
            runs[-1].append((row, end))
        else:
            runs.append([(row, end)])
    found: list[Plan] = []
    for place, run in enumerate(runs):
        first, last = run[0][0], run[-1][0]
        ends = [known for _, known in run]
        recorded = max((row["previous_plans"] or 0 for row, _ in run), default=0)
        found.append(
            Plan(
                child,
                first["child_protection_plan_id"],
                first["start_date"],
                None if None in ends else max(ends),
                WORDS.get(first["initial_category"], "not known"),
                WORDS.get(last["latest_category"] or last["initial_category"] or first["initial_category"], "not known"),
                max(place, recorded),
                found[-1].end if found else None,
            )
        )
    return found


def open_plans(
    test: Callable[[Plan, date], bool] = lambda plan, day: True, among: Callable[[Plan, date], bool] = lambda plan, day: True
):
    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [
            Hit(p.child, end, test(p, end), groups=p.groups | {"plan_duration": duration(p, end)})
            for p in plans(holding)
            if p.open_on(end) and among(p, end)
        ]

    return hits


def started(test: Callable[[Plan], bool] = lambda plan: True):
    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [Hit(p.child, p.start, test(p), groups=p.groups) for p in plans(holding) if within(p.start, start, end)]

    return hits


def ended(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(p.child, p.end, groups=p.groups | {"plan_duration": duration(p, p.end)})
        for p in plans(holding)
        if p.end is not None and within(p.end, start, end)
    ]


def eighteen(plan: Plan, day: date) -> bool:
    return plus_months(plan.start, 18) <= day


def two_years(plan: Plan, day: date) -> bool:
    """More than 729 days, both the first and the last day counted."""
    return (day - plan.start).days + 1 > 729


def duration(plan: Plan, day: date) -> str:
    """DfE's bands; the upper edges of the first two belong to them, those of the others do not (R02)."""
    if two_years(plan, day):
        return "2 years or more"
    if day >= plus_months(plan.start, 12):
        return "1 year to less than 2 years"
    if day <= plus_months(plan.start, 3):
        return "3 months or less"
    within_six = day <= plus_months(plan.start, 6)
    return "more than 3 months to 6 months" if within_six else "more than 6 months to less than 1 year"


def _soon_again(plan: Plan) -> bool:
    return plan.previous_end is not None and plan.start <= plus_months(plan.previous_end, 24)


def seen_days(holding: Holding, plan: Plan) -> list[date]:
    """Days of counted visits while the plan was open."""
    return sorted(
        {
            row["visit_date"]
            for row in holding.of_child("child_protection_visits", plan.child)
            if row["child_seen"] == "Y" and row["visit_date"] is not None and plan.open_on(row["visit_date"])
        }
    )


def visited(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for plan in plans(holding):
        if plan.open_on(end):
            last = max([plan.start, *(day for day in seen_days(holding, plan) if day <= end)])
            groups = {"since_visit": days_band((end - last).days)}
            hits.append(Hit(plan.child, end, working_days(last, end) <= VISIT_LIMIT, groups=groups))
    return hits


def days_band(days: int) -> str:
    bands = ((10, "0 to 10 days"), (20, "11 to 20 days"), (28, "21 to 28 days"), (42, "29 to 42 days"))
    return next((name for most, name in bands if days <= most), "43 days or more")


def visit_gaps(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for plan in plans(holding):
        before = plan.start
        for day in seen_days(holding, plan):
            if day > before and within(day, start, end):
                hits.append(Hit(plan.child, day, working_days(before, day) <= VISIT_LIMIT))
            before = day
    return hits


def reviewed(holding: Holding, start: date, end: date) -> list[Hit]:
    """Of plans of three months or more: was every review due by the day held in time (R14)?"""
    hits = []
    for plan in plans(holding):
        if plan.open_on(end) and plus_months(plan.start, 3) <= end:
            held = sorted(
                row["review_date"]
                for row in holding.of_child("child_protection_reviews", plan.child)
                if row["review_date"] is not None and row["review_date"] >= plan.start
            )
            due, fine = plus_months(plan.start, 3), True
            for day in held:
                fine = fine and (day <= due or due > end)
                due = plus_months(day, 6)
            hits.append(Hit(plan.child, end, fine and due > end))
    return hits


def first_meeting(holding: Holding, plan: Plan) -> Row | None:
    """The first legal planning meeting linked to the plan or held while it ran."""
    found = [
        row
        for row in holding.of_child("legal_planning_meetings", plan.child)
        if row["meeting_date"] is not None
        and (
            row["child_protection_plan_id"] == plan.record
            or (row["meeting_date"] >= plan.start and (plan.end is None or row["meeting_date"] <= plan.end))
        )
    ]
    return min(found, key=lambda row: (row["meeting_date"], row["legal_planning_meeting_id"]), default=None)


def legal_planning_by_then(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for plan in plans(holding):
        gate = plus_months(plan.start, 18)
        if within(gate, start, end) and plan.open_on(gate):
            meeting = first_meeting(holding, plan)
            hits.append(Hit(plan.child, gate, meeting is not None and meeting["meeting_date"] <= gate, groups=plan.groups))
    return hits


def legal_planning_held(holding: Holding, start: date, end: date) -> list[Hit]:
    hits = []
    for plan in plans(holding):
        if plan.open_on(end) and eighteen(plan, end):
            meeting = first_meeting(holding, plan)
            held = meeting is not None and meeting["meeting_date"] <= end
            decision = (meeting["outcome"] or "not recorded") if held else "no meeting held"
            hits.append(Hit(plan.child, end, held, groups={**plan.groups, "decision": decision}))
    return hits


def all_of(inner):
    """The same population, each counted."""

    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        return [Hit(hit.child, hit.moment, groups=hit.groups) for hit in inner(holding, start, end)]

    return hits


def repeat_plans(holding: Holding, start: date, end: date) -> list[Hit]:
    known = {plan.record: plan for plan in plans(holding) if plan.earlier > 0 and within(plan.start, start, end)}
    return [
        Hit(plan.child, plan.start, row["foreseeable"] == "N", groups={"reason": row["main_reason"] or "not known"})
        for row in holding.rows("repeat_plan_reviews")
        if (plan := known.get(row["child_protection_plan_id"])) and row["completed_date"] and row["foreseeable"] is not None
    ]


def net(holding: Holding, start: date, end: date) -> int:
    return len(started()(holding, start, end)) - len(ended(holding, start, end))


def enquiries(holding: Holding, start: date, end: date) -> list[Hit]:
    return [
        Hit(row["child_id"], row["start_date"])
        for row in holding.rows("section_47_enquiries")
        if within(row["start_date"], start, end)
    ]


def conferences(moving_in: bool = True):
    """In time: within 15 working days of the linked enquiry's start, else of the child's latest not after it (R13)."""

    def hits(holding: Holding, start: date, end: date) -> list[Hit]:
        linked = {row["section_47_enquiry_id"]: row["start_date"] for row in holding.rows("section_47_enquiries")}
        found = []
        for row in holding.rows("initial_child_protection_conferences"):
            day = row["conference_date"]
            if not within(day, start, end) or (row["transfer_in"] == "Y" and not moving_in):
                continue
            begun = linked.get(row["section_47_enquiry_id"]) or max(
                (
                    each["start_date"]
                    for each in holding.of_child("section_47_enquiries", row["child_id"])
                    if each["start_date"] and each["start_date"] <= day
                ),
                default=None,
            )
            found.append(Hit(row["child_id"], day, begun is not None and 0 <= working_days(begun, day) <= 15))
        return found

    return hits


def pre_proceedings(holding: Holding, start: date, end: date) -> list[Hit]:
    open_now = {
        row["child_id"] for row in holding.rows("pre_proceedings") if is_open(row["decision_date"], row["end_date"], end)
    }
    return [Hit(child, end) for child in open_now if child is not None]


ORACLE = {
    "CPP-01": open_plans(),
    "CPP-02": open_plans(),
    "CPP-03": started(),
    "CPP-05": ended,
    "CPP-08": open_plans(eighteen),
    "CPP-09": open_plans(two_years),
    "CPP-10": open_plans(two_years),
    "CPP-12": started(lambda plan: plan.earlier > 0),
    "CPP-13": started(_soon_again),
    "CPP-14": open_plans(),
    "CPP-14i": open_plans(),
    "CPP-15": visited,
    "CPP-15i": visit_gaps,
    "CPP-18": reviewed,
    "CPP-22": legal_planning_by_then,
    "CPP-22o": legal_planning_held,
    "CPP-22d": all_of(legal_planning_held),
    "CPP-23": repeat_plans,
    "CPP-24": all_of(repeat_plans),
    "S47-01": enquiries,
    "ICP-01": all_of(conferences()),
    "ICP-03": conferences(),
    "ICP-03t": conferences(moving_in=False),
    "LGL-01": pre_proceedings,
}
NET = {"CPP-25": net}

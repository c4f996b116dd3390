"""The oracle of children in need: one function an indicator, written from the rules and the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from oracle.care import care_on, care_periods
from oracle.child_protection import plans as protection_plans
from oracle.counted import Counted, Row, known, settings_on, within, yes
from oracle.dates import birthday, plus_months, working_days
from oracle.holding import Holding, is_open
from oracle.spans import FAR, Plan, merged, once, plus_working_days

NEEDS = {
    "N1": "abuse or neglect",
    "N2": "child's disability",
    "N3": "parental disability or illness",
    "N4": "family in acute stress",
    "N5": "family dysfunction",
    "N6": "socially unacceptable behaviour",
    "N7": "low income",
    "N8": "absent parenting",
    "N9": "not in need",
}
GAP_DAYS = 5


@once
def need_plans(holding: Holding) -> list[Plan]:
    """Child in need plans, overlapping ones of a child as one."""
    return merged(holding.rows("child_in_need_plans"))


def need_plans_on(holding: Holding, day: date) -> list[Plan]:
    """Plans open at the end of a day of children neither on a protection plan nor looked after (R37)."""
    plans = [plan for plan in need_plans(holding) if is_open(plan.start, plan.end, day)]
    on_plan = {p.child for p in protection_plans(holding) if is_open(p.start, p.end, day)}
    in_care = {p.child for p in care_periods(holding) if is_open(p.start, p.end, day)}
    return [plan for plan in plans if plan.child not in on_plan | in_care]


def cin_09(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Child in need plans open at the end of the day."""
    for plan in need_plans_on(holding, end):
        yield Counted(plan.child, end)


def cin_11(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Plans started in the period."""
    for plan in need_plans(holding):
        if start <= plan.start <= end:
            yield Counted(plan.child, plan.start)


def cin_11e(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Plans ended in the period."""
    for plan in need_plans(holding):
        if plan.end is not None and start <= plan.end <= end:
            yield Counted(plan.child, plan.end)


@dataclass(frozen=True)
class StepDown:
    """A protection plan that ended and should be followed by support (R38)."""

    child: str
    ended: date
    limit: Row
    support: Row
    re_escalated: bool

    @property
    def supported_to(self) -> date:
        """The day to which support should last."""
        return plus_months(self.ended, self.support["number"])


def last_day_within(start: date, setting: Row) -> date:
    """The last day within a setting's time from a start."""
    number, unit = setting["number"], setting["text"]
    if unit == "working days":
        return plus_working_days(start, number + 1) - timedelta(days=1)
    if unit == "months":
        return plus_months(start, number)
    return start + timedelta(days=number * (7 if unit == "weeks" else 1))


def step_downs(holding: Holding, settings: list[Row]) -> list[StepDown]:
    """Own protection plans that ended while the child could be supported for three months."""
    plans, periods = protection_plans(holding), care_periods(holding)
    found = []
    for plan in plans:
        if plan.end is None:
            continue
        limit = settings_on(settings, "step-down limit", plan.end)[""]
        support = settings_on(settings, "step-down support", plan.end)[""]
        to = plus_months(plan.end, support["number"])
        if care_on(periods, plan.child, plan.end) or not _eligible(holding, plan, to):
            continue
        back = any(p.child == plan.child and plan.end < p.start <= to for p in plans)
        back = back or any(p.child == plan.child and plan.end < p.start <= to for p in periods)
        found.append(StepDown(plan.child, plan.end, limit, support, back))
    return found


def _eligible(holding: Holding, plan: Plan, to: date) -> bool:
    """Alive and under 18 for the time of support, and neither moved away nor adopted as the plan ended."""
    assert plan.end is not None
    child = holding.person(plan.child)
    if child and child["date_of_birth"] and birthday(child["date_of_birth"], 18) <= to:
        return False
    if child and child["death_date"] and child["death_date"] <= to:
        return False
    for row in holding.of_child("referrals", plan.child):
        closed = row["close_date"]
        if closed is not None and closed >= plan.end:
            if row["close_reason"] == "RC5" and working_days(plan.end, closed) <= 10:
                return False
            if row["close_reason"] in {"RC1", "RC2"} and closed <= to:
                return False
    return True


def cin_12(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Step-downs whose limit passed in the period: a plan open on the day of the end, or started within the limit."""
    plans = need_plans(holding)
    for step in step_downs(holding, settings):
        day = _nth_day(step.ended, step.limit)
        if start <= day <= end:
            last = last_day_within(step.ended, step.limit)
            followed = any(
                p.child == step.child and p.start <= last and (p.end is None or p.end > max(step.ended, p.start))
                for p in plans
            )
            yield Counted(step.child, day, yes(followed))


def _nth_day(start: date, setting: Row) -> date:
    """The day on which a limit has passed: the tenth working day itself."""
    if setting["text"] == "working days":
        return plus_working_days(start, setting["number"])
    return last_day_within(start, setting)


def cin_13(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Step-downs three months on that did not go back: support from within the limit to then without a long gap."""
    for step in step_downs(holding, settings):
        if start <= step.supported_to <= end and not step.re_escalated:
            yield Counted(step.child, step.supported_to, yes(_supported(step, need_plans(holding))))


def _supported(step: StepDown, plans: list[Plan]) -> bool:
    mine = [p for p in plans if p.child == step.child and (p.end is None or p.end > step.ended)]
    mine = sorted((p for p in mine if p.end is None or p.end > p.start), key=lambda p: p.start)
    in_time = [plan for plan in mine if plan.start <= last_day_within(step.ended, step.limit)]
    return any(_reached(first, mine) >= step.supported_to for first in in_time)


def _reached(first: Plan, plans: list[Plan]) -> date:
    """How far support reaches from a plan on without a long gap."""
    reached = first.end or FAR
    for plan in plans:
        if plan.start >= first.start and plan.start <= reached + timedelta(days=GAP_DAYS):
            reached = max(reached, plan.end or FAR)
    return reached


def cin_13r(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Step-downs three months on that went back to a protection plan or into care."""
    for step in step_downs(holding, settings):
        if start <= step.supported_to <= end and step.re_escalated:
            yield Counted(step.child, step.supported_to)


def _since(holding: Holding, plan: Plan, day: date) -> date:
    """Since when the plan has counted: its start, or the end of the protection plan or care that went before."""
    ends = [p.end for p in protection_plans(holding) if p.child == plan.child and p.end is not None and p.end > p.start]
    ends += [p.end for p in care_periods(holding) if p.child == plan.child and p.end is not None and p.end > p.start]
    return max([plan.start, *[end for end in ends if plan.start < end <= day]])


def _visits(holding: Holding, settings: list[Row], child: str) -> list[date]:
    days = set()
    for row in holding.of_child("child_in_need_visits", child):
        if row["visit_date"] is not None:
            rule = settings_on(settings, "visit counts when", row["visit_date"])["child in need"]["text"]
            if rule == "any" or row["child_seen"] == "Y":
                days.add(row["visit_date"])
    return sorted(days)


def _interval(settings: list[Row], name: str, day: date) -> Row:
    return settings_on(settings, name, day)["child in need"]


def cin_14(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Open plans whose last counted visit, or start, is no longer ago than the interval."""
    for plan in need_plans_on(holding, end):
        since = _since(holding, plan, end)
        last = max([since, *[day for day in _visits(holding, settings, plan.child) if since <= day <= end]])
        yield Counted(plan.child, end, yes(within(last, end, _interval(settings, "visit interval", last))))


def cin_14i(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Gaps that a counted visit of the period ended, while the plan counted."""
    for plan in need_plans(holding):
        for stretch_start, stretch_end in _stretches(holding, plan):
            last = stretch_start
            for day in _visits(holding, settings, plan.child):
                if stretch_start < day and (stretch_end is None or day < stretch_end):
                    if start <= day <= end:
                        yield Counted(plan.child, day, yes(within(last, day, _interval(settings, "visit interval", last))))
                    last = day


def _stretches(holding: Holding, plan: Plan) -> list[tuple[date, date | None]]:
    """The parts of a plan in which the child was neither on a protection plan nor looked after."""
    others = [p for p in protection_plans(holding) if p.child == plan.child]
    others += [p for p in care_periods(holding) if p.child == plan.child]
    edges = {day for p in others for day in (p.start, p.end) if day is not None}
    cuts = sorted(day for day in edges if plan.start < day and (plan.end is None or day < plan.end))
    parts: list[tuple[date, date | None]] = []
    bounds = [plan.start, *cuts, plan.end]
    for begin, finish in pairwise(bounds):
        if begin is None or any(is_open(p.start, p.end, begin) for p in others):
            continue
        if parts and parts[-1][1] == begin:
            parts[-1] = (parts[-1][0], finish)
        else:
            parts.append((begin, finish))
    return parts


def cin_15(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Plans open for the interval or longer whose last review is no longer ago than that."""
    for plan in need_plans_on(holding, end):
        since = _since(holding, plan, end)
        first = _interval(settings, "review interval", since)
        if _nth_day(since, first) > end:
            continue
        held = [
            row["review_date"]
            for row in holding.of_child("child_in_need_reviews", plan.child)
            if row["review_date"] and since <= row["review_date"] <= end
        ]
        last = max([since, *held])
        yield Counted(plan.child, end, yes(within(last, end, _interval(settings, "review interval", last))))


def _reviews(holding: Holding, start: date, end: date) -> list[Row]:
    return [
        row for row in holding.rows("child_in_need_reviews") if row["review_date"] and start <= row["review_date"] <= end
    ]


def cin_16(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Reviews held in the period; a written record dated within the limit."""
    for row in _reviews(holding, start, end):
        limit = settings_on(settings, "record limit", row["review_date"])["child in need"]
        recorded = row["record_date"] is not None and within(row["review_date"], row["record_date"], limit)
        yield Counted(row["child_id"], row["review_date"], yes(recorded), 1, {"chair_role": known(row["chair_role"])})


def cin_17(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Reviews held in the period; the chair's role is a manager's on that day."""
    for row in _reviews(holding, start, end):
        manager = row["chair_role"] in settings_on(settings, "manager role", row["review_date"])
        yield Counted(row["child_id"], row["review_date"], yes(manager), 1, {"chair_role": known(row["chair_role"])})

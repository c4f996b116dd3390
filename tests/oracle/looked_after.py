"""The oracle of looked-after children: one function an indicator, written from the rules and the catalogue."""

from collections.abc import Iterable
from datetime import date, timedelta

from oracle.care import (
    TEMPORARY,
    Run,
    Span,
    care_on,
    care_periods,
    legal_status_on,
    placement_on,
    runs_of,
)
from oracle.counted import Counted, Row, yes
from oracle.dates import birthday, plus_months
from oracle.holding import Holding, is_open
from oracle.spans import plus_working_days

FOSTER = {"U1", "U2", "U3", "U4", "U5", "U6"}
ADOPTION = {"A3", "A4", "A5", "A6"}
LONG_AGO = date(1990, 1, 1)
"""From when a status without a start is taken to hold."""
UNACCOMPANIED = {"Unaccompanied Asylum Seeking Child", "UASC"}
PLACEMENT_GROUPS = {
    "foster: relative or friend": {"U1", "U2", "U3"},
    "foster: other carer": {"U4", "U5", "U6"},
    "secure home": {"K1"},
    "children's home": {"K2"},
    "residential school": {"S1"},
    "other residential": {"R1", "R2", "R3", "R5"},
    "supported or semi-independent": {"H5", "P2", "K3"},
    "with parents": {"P1"},
    "placed for adoption": ADOPTION,
}
FOSTER_GROUPS = ("foster: relative or friend", "foster: other carer")
PROVIDERS = {
    "PR0": "parent",
    "PR1": "own provision",
    "PR2": "another authority",
    "PR3": "other public body",
    "PR4": "private",
    "PR5": "voluntary",
}
LEGAL_STATUSES = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "placement or freeing order",
    "E1": "placement or freeing order",
    "V2": "section 20",
    "J1": "youth justice",
    "J2": "youth justice",
    "J3": "youth justice",
    "L1": "child protection order",
    "L2": "child protection order",
    "L3": "child protection order",
}
END_REASONS = {
    "birthday": "18th birthday",
    "E11": "adopted",
    "E12": "adopted",
    **dict.fromkeys(("E43", "E44", "E45", "E46", "E47", "E48"), "special guardianship"),
    "E41": "child arrangements order",
    **dict.fromkeys(("E4A", "E4B", "E13"), "returned home"),
    **dict.fromkeys(("E5", "E6", "E17"), "independent living or staying put"),
    "E3": "another authority",
}


def placement_group(placement_type: str | None) -> str:
    """The group of a type of placement (R20)."""
    if placement_type is None:
        return "not known"
    return next((name for name, codes in PLACEMENT_GROUPS.items() if placement_type in codes), "other")


def _in_care(holding: Holding, day: date) -> list[Span]:
    return [period for period in care_periods(holding) if is_open(period.start, period.end, day)]


def _statuses(holding: Holding, child: str) -> list[Row]:
    return holding.of_child("legal_statuses", child)


def _area(holding: Holding, placement: Row | None) -> str:
    """Where the placement lies, by the districts of the authority."""
    if placement is None or placement["postcode_district"] is None:
        return "not known"
    own = {row["district"] for row in holding.rows("own_postcode_districts")}
    return f"{'inside' if placement['postcode_district'] in own else 'outside'} the authority"


def _distance(placement: Row | None) -> str:
    """How far the placement lies from home (R21)."""
    miles = placement["distance_miles"] if placement else None
    if miles is None or miles >= 999:
        return "not known"
    return "over 20 miles" if miles > 20 else "20 miles or less"


def _child_on(holding: Holding, child: str, day: date, numerator: int = 1) -> Counted:
    """A looked-after child at a day with the groups of placement, provider and legal status."""
    placement = placement_on(holding, child, day)
    groups = {
        "placement": placement_group(placement["placement_type"] if placement else None),
        "provider": PROVIDERS.get(placement["provider"] if placement else "", "not known"),
        "legal_status": LEGAL_STATUSES.get(legal_status_on(_statuses(holding, child), day) or "", "not known"),
        "area": _area(holding, placement),
        "distance": _distance(placement),
        "age_band": holding.group("age_band", child, day),
    }
    return Counted(child, day, numerator, 1, groups)


def lac_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children looked after at the end of the day."""
    for period in _in_care(holding, end):
        yield _child_on(holding, period.child, end)


def lac_03(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children who started in the period, each once, at the first start."""
    first: dict[str, Span] = {}
    for period in sorted(care_periods(holding), key=lambda p: p.start):
        if start <= period.start <= end:
            first.setdefault(period.child, period)
    for period in first.values():
        yield Counted(period.child, period.start, once=period.child)


def lac_05(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children who ceased in the period, each once, at the last end."""
    last: dict[str, Span] = {}
    for period in sorted(care_periods(holding), key=lambda p: p.end or date.max):
        if period.end is not None and start <= period.end <= end:
            last[period.child] = period
    for period in last.values():
        assert period.end is not None
        groups = {"reason": END_REASONS.get(period.reason or "", "other or not known")}
        yield Counted(period.child, period.end, groups=groups, once=period.child)


def is_unaccompanied(holding: Holding, child: str, day: date) -> bool:
    """Whether a status as unaccompanied asylum-seeking child is current at the end of a day (R23)."""
    return any(
        row["immigration_status"] in UNACCOMPANIED and is_open(row["start_date"] or LONG_AGO, row["end_date"], day)
        for row in holding.of_child("immigration_statuses", child)
    )


def lac_07(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Unaccompanied children looked after at the end of the day."""
    for period in _in_care(holding, end):
        if is_unaccompanied(holding, period.child, end):
            yield _child_on(holding, period.child, end)


def lac_08(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Unaccompanied children, of children looked after."""
    for period in _in_care(holding, end):
        yield _child_on(holding, period.child, end, yes(is_unaccompanied(holding, period.child, end)))


def lac_11a(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """With the authority's own foster carers."""
    yield from _placed(holding, end, FOSTER, {"PR1"})


def lac_11b(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """With agency foster carers."""
    yield from _placed(holding, end, FOSTER, {"PR3", "PR4", "PR5"})


def lac_11c(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """In children's homes, whoever runs them."""
    yield from _placed(holding, end, {"K2"}, {*PROVIDERS, None})


def _placed(holding: Holding, day: date, types: set[str], providers: set[str | None] | set[str]) -> Iterable[Counted]:
    for period in _in_care(holding, day):
        placement = placement_on(holding, period.child, day)
        so = placement is not None and placement["placement_type"] in types and placement["provider"] in providers
        yield _child_on(holding, period.child, day, yes(so))


def lac_14(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Three or more carers in the twelve months to the day, the first of them perhaps from before."""
    periods = care_periods(holding)
    for period in _in_care(holding, end):
        lately = [
            run
            for run in runs_of(holding, period.child, periods)
            if run.start <= end and (run.end is None or run.end > plus_months(end, -12))
        ]
        yield _child_on(holding, period.child, end, yes(len(lately) >= 3))


def lac_15(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children under 16 in care for two and a half years: two years or more with the carer of the day."""
    periods = care_periods(holding)
    for period in _in_care(holding, end):
        child = holding.person(period.child)
        born = child["date_of_birth"] if child else None
        if born is None or birthday(born, 16) <= end or plus_months(period.start, 30) > end:
            continue
        since = _with_carer_since(holding, period, end, runs_of(holding, period.child, periods))
        yield _child_on(holding, period.child, end, yes(since is not None and plus_months(since, 24) <= end))


def _with_carer_since(holding: Holding, period: Span, day: date, runs: list[Run]) -> date | None:
    """Since when the child has had the carer of the day; with adopters, since the placement before."""
    placement = placement_on(holding, period.child, day)
    if placement is None:
        return None
    begun = [run for run in runs if run.start <= day]
    if placement["placement_type"] in TEMPORARY:
        latest = max(
            ((row["start_date"], row["placement_id"]) for run in runs for row in run.placements if row["start_date"] <= day),
            default=None,
        )
        begun = [run for run in begun if latest in [(row["start_date"], row["placement_id"]) for row in run.placements]]
    else:
        begun = [run for run in begun if placement in run.placements]
    if not begun:
        return None
    now = runs.index(begun[0])
    before = runs[now - 1] if now else None
    if before and runs[now].placements[0]["placement_type"] in ADOPTION and before.end == runs[now].start:
        return before.start
    return runs[now].start


def review_dates(holding: Holding, period: Span, day: date) -> list[date]:
    """Days on which a review of a period of care was held, up to a day; meetings of one review once (R17)."""
    by_review: dict[object, date] = {}
    for row in holding.of_child("looked_after_reviews", period.child):
        held = row["review_date"]
        if held is None or row["cancelled"] == "Y":
            continue
        if period.start <= held <= day and (period.end is None or held <= period.end):
            review = row["due_date"] or held
            by_review[review] = min(held, by_review.get(review, held))
    return sorted(set(by_review.values()))


def lac_19(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children whose first review was due: every review due in the last twelve months held in time."""
    for period in _in_care(holding, end):
        if _last_day_in_time(period.start) <= end:
            due, missed = _review_diary(holding, period, end)
            lately = any(plus_months(day, 12) > end for day in missed)
            yield Counted(period.child, end, yes(due > end and not lately))


def _review_diary(holding: Holding, period: Span, day: date) -> tuple[date, list[date]]:
    """When the next review is due on a day, and the due dates missed before (R17)."""
    diary = [(held, 4, "review") for held in review_dates(holding, period, day)]
    diary += [(began, 3, "placed") for began in _begun(_adoptions(holding, period.child), period)]
    diary += [
        (began, 2, "authority")
        for began in _begun(_authorities(holding, period.child), period)
        if not any(is_open(row["start_date"], row["end_date"], began) for row in _adoptions(holding, period.child))
    ]
    due, missed, number, under = _last_day_in_time(period.start), [], 0, "care"
    for when, _, what in sorted(set(diary)):
        if when > day:
            break
        if when > due:
            missed.append(due)
        if what == "review":
            number += 1
            due = plus_months(when, 3 if number == 1 and under != "authority" else 6)
        else:
            number, under = 0, what
            due = when + timedelta(days=28) if what == "placed" else min(due, plus_months(when, 3))
    return due, missed


def _adoptions(holding: Holding, child: str) -> list[Row]:
    return _lasting(row for row in holding.of_child("placements", child) if row["placement_type"] in ADOPTION)


def _authorities(holding: Holding, child: str) -> list[Row]:
    return _lasting(row for row in holding.of_child("legal_statuses", child) if row["legal_status"] in {"D1", "E1"})


def _lasting(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["start_date"] and (row["end_date"] is None or row["end_date"] > row["start_date"])]


def _begun(rows: list[Row], period: Span) -> list[date]:
    """The days on which a spell begins in a period of care, those that go on from an earlier one left out."""
    return [
        max(row["start_date"], period.start)
        for row in rows
        if (row["end_date"] is None or row["end_date"] > period.start)
        and (period.end is None or row["start_date"] < period.end)
        and not any(
            other["start_date"] < row["start_date"] and (other["end_date"] is None or other["end_date"] >= row["start_date"])
            for other in rows
        )
    ]


def _last_day_in_time(start: date) -> date:
    """The last day on which the first review is in time: the twentieth working day, or the weekend after it."""
    return plus_working_days(start, 21) - timedelta(days=1)


def lac_21(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children whose next visit is not overdue (R16)."""
    for period in _in_care(holding, end):
        yield Counted(period.child, end, yes(_next_visit_due(holding, period, end) >= end))


def _next_visit_due(holding: Holding, period: Span, day: date) -> date:
    """By when the next visit is due: counted from the last one in this placement, or from its start."""
    placement = placement_on(holding, period.child, day)
    began = max(period.start, placement["start_date"]) if placement else period.start
    kind = placement["placement_type"] if placement else None
    visits = [
        row["visit_date"]
        for row in holding.of_child("looked_after_visits", period.child)
        if row["visit_date"] is not None and row["child_seen"] != "N" and began <= row["visit_date"] <= day
    ]
    order = _order(holding, period.child, day)
    if not visits:
        return began + timedelta(days=7)
    last = max(visits)
    if any(row["review_date"] for row in holding.rows("looked_after_reviews")):
        interim = kind == "P1" and order[0] == "C1"
        if (interim and not _reviewed(holding, period.child, period.start, day)) or (
            kind in ADOPTION and not _reviewed(holding, period.child, began, day)
        ):
            return last + timedelta(days=7)
        if interim:
            return last + timedelta(days=28)
    if kind == "P1" and order[0] == "C2" and last < order[1]:
        return order[1] + timedelta(days=7)
    if kind in {"U1", "U4"} and last >= plus_months(began, 12):
        return plus_months(last, 3)
    return last + timedelta(days=42)


def _order(holding: Holding, child: str, day: date) -> tuple[str | None, date]:
    """The legal status in force and the day it began."""
    statuses = [row for row in holding.of_child("legal_statuses", child) if is_open(row["start_date"], row["end_date"], day)]
    in_force = max(statuses, key=lambda row: (row["start_date"], row["legal_status_id"]), default=None)
    return (in_force["legal_status"], in_force["start_date"]) if in_force else (None, day)


def _reviewed(holding: Holding, child: str, since: date, day: date) -> bool:
    return any(
        row["review_date"] is not None and row["cancelled"] != "Y" and since <= row["review_date"] <= day
        for row in holding.of_child("looked_after_reviews", child)
    )


def edg_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children helped twelve months before and never looked after since."""
    yield from _twelve_months_on(holding, start, end, now=False)


def edg_01n(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children helped twelve months before and not looked after on that day."""
    yield from _twelve_months_on(holding, start, end, now=True)


def _twelve_months_on(holding: Holding, start: date, end: date, *, now: bool) -> Iterable[Counted]:
    periods = care_periods(holding)
    for row in holding.rows("interventions"):
        if row["edge_of_care"] != "Y" or row["start_date"] is None:
            continue
        day = plus_months(row["start_date"], 12)
        if not start <= day <= end:
            continue
        mine = [period for period in periods if period.child == row["child_id"]]
        if now:
            found = care_on(mine, row["child_id"], day) is not None
        else:
            found = any(p.start <= day and (p.end is None or p.end > row["start_date"]) for p in mine)
        yield Counted(row["child_id"], day, yes(not found), 1, {"intervention": row["intervention"] or "not known"})


def plc_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Searches for a placement needed in the period; no offer by that day."""
    for row in holding.rows("placement_searches"):
        day = row["needed_date"]
        if day is not None and start <= day <= end:
            late = row["offer_date"] is None or row["offer_date"] > day
            yield Counted(row["child_id"], day, yes(late), 1, {"placement": placement_group(row["placement_type"])})


def plc_01b(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Weekly prices in force at the end of the day."""
    types = {row["placement_id"]: row["placement_type"] for row in holding.rows("placements")}
    for row in holding.rows("placement_costs"):
        if is_open(row["start_date"], row["end_date"], end) and row["weekly_price_pence"] is not None:
            groups = {"placement": placement_group(types.get(row["placement_id"]))}
            yield Counted(row["child_id"], end, groups=groups, value=row["weekly_price_pence"] / 100)

"""The oracle of the rest of the looked-after children's measures: one function an indicator, from rules and catalogue."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from oracle import care_year, missing_children
from oracle.care import Span, care_on, care_periods, placement_on, runs_of
from oracle.counted import Counted, Row, yes
from oracle.dates import birthday, plus_months
from oracle.holding import Holding, is_open
from oracle.looked_after import (
    PROVIDERS,
    _child_on,
    _in_care,
    _placed,
    is_unaccompanied,
    lac_03,
    lac_05,
    placement_group,
)

CONTRIBUTES = {"PN1", "PN2", "PN3", "PN5", "PN6"}


def mile_figure(placement: Row | None) -> float | None:
    """Miles from home; 999.9 stands for not known (R21)."""
    miles = placement["distance_miles"] if placement else None
    return None if miles is None or miles >= 999 else float(miles)


def lies_outside(holding: Holding, placement: Row | None) -> bool | None:
    """Whether the placement lies outside the authority; None where its district is not known."""
    district = placement["postcode_district"] if placement else None
    if district is None:
        return None
    return district not in {row["district"] for row in holding.rows("own_postcode_districts")}


def lac_04(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children who started in the period, each once."""
    yield from lac_03(holding, settings, start, end)


def lac_06(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children who ceased in the period, each once."""
    yield from lac_05(holding, settings, start, end)


def lac_09(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of the children who started: unaccompanied on that day."""
    for each in lac_03(holding, settings, start, end):
        yield replace(each, numerator=yes(is_unaccompanied(holding, each.child or "", each.moment)))


def _leavers_to(*reasons: str) -> Callable[[Holding, list[Row], date, date], Iterable[Counted]]:
    """Of the children who ceased in the period (by the last end), those with one of some reasons."""

    def measured(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
        periods = care_periods(holding)
        for each in lac_05(holding, settings, start, end):
            period = next(p for p in periods if p.child == each.child and p.end == each.moment)
            yield replace(each, numerator=yes(period.reason in reasons))

    return measured


def lac_11d(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """With relatives or friends as foster carers."""
    yield from _placed(holding, end, {"U1", "U2", "U3"}, {*PROVIDERS, None, "ZZ", "no such code"})


def lac_16(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children in care for two years: three or more carers in them, the first perhaps from before."""
    periods = care_periods(holding)
    for period in _in_care(holding, end):
        if plus_months(period.start, 24) <= end:
            runs = runs_of(holding, period.child, periods)
            lately = [r for r in runs if r.start <= end and (r.end is None or r.end > plus_months(end, -24))]
            yield _child_on(holding, period.child, end, yes(len(lately) >= 3))


def lac_17(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """More than twenty miles from home."""
    for period in _in_care(holding, end):
        miles = mile_figure(placement_on(holding, period.child, end))
        yield _child_on(holding, period.child, end, yes(miles is not None and miles > 20))


def lac_17b(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """More than twenty miles from home and outside the authority."""
    for period in _in_care(holding, end):
        placement = placement_on(holding, period.child, end)
        miles = mile_figure(placement)
        far = miles is not None and miles > 20
        yield _child_on(holding, period.child, end, yes(far and lies_outside(holding, placement)))


def lac_18(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Outside the authority."""
    for period in _in_care(holding, end):
        yield _child_on(holding, period.child, end, yes(lies_outside(holding, placement_on(holding, period.child, end))))


def _reviews(holding: Holding, period: Span) -> dict[date, list[Row]]:
    """Meetings held in a period of care, by the review they belong to: its due date, else the day itself (R17)."""
    reviews: dict[date, list[Row]] = {}
    for row in holding.of_child("looked_after_reviews", period.child):
        day = row["review_date"]
        if day is None or row["cancelled"] == "Y" or day < period.start or (period.end and day > period.end):
            continue
        reviews.setdefault(row["due_date"] or day, []).append(row)
    return reviews


def lac_20(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of reviews of children of four and over: the child took part in one of its meetings."""
    for period in care_periods(holding):
        born = holding.born(period.child)
        for meetings in _reviews(holding, period).values():
            first = min(row["review_date"] for row in meetings)
            if start <= first <= end and born is not None and birthday(born, 4) <= first:
                yield Counted(period.child, first, yes(any(row["participation"] in CONTRIBUTES for row in meetings)))


def lac_22(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children seen at a visit of this period of care: seen alone on the last such day."""
    for period in _in_care(holding, end):
        visits = [
            row
            for row in holding.of_child("looked_after_visits", period.child)
            if row["visit_date"] is not None and period.start <= row["visit_date"] <= end and row["child_seen"] != "N"
        ]
        if visits:
            last = max(row["visit_date"] for row in visits)
            alone = any(row["child_seen_alone"] == "Y" for row in visits if row["visit_date"] == last)
            yield Counted(period.child, end, yes(alone))


def lac_23(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children with an open care plan."""
    for period in _in_care(holding, end):
        plans = holding.of_child("care_plans", period.child)
        yield Counted(period.child, end, yes(any(is_open(row["start_date"], row["end_date"], end) for row in plans)))


def lac_23p(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children whose second review has been held: permanence was planned by then."""
    for period in _in_care(holding, end):
        days = sorted({min(r["review_date"] for r in meetings) for meetings in _reviews(holding, period).values()})
        if len(days) < 2 or days[1] > end:
            continue
        planned = any(
            row["permanence_aims"] is not None and is_open(row["start_date"], row["end_date"], days[1])
            for row in holding.of_child("care_plans", period.child)
        )
        yield Counted(period.child, end, yes(planned))


def lac_24(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Three or more different social workers in the twelve months to the day."""
    registered = {key for key, row in holding.professionals.items() if row["registration_number"] is not None}
    for period in _in_care(holding, end):
        workers = {
            row["professional_id"]
            for row in holding.of_child("involvements", period.child)
            if row["role"] in {"CW", "ALLOCATED CASE WORKER"}
            and row["professional_id"] in registered
            and row["start_date"] is not None
            and row["start_date"] <= end
            and (row["end_date"] is None or row["end_date"] > max(row["start_date"], plus_months(end, -12)))
        }
        yield Counted(period.child, end, yes(len(workers) >= 3))


def lac_35(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of times with one carer that ended in care in the period: at the carer's request."""
    periods = care_periods(holding)
    for child in {period.child for period in periods}:
        mine = [period for period in periods if period.child == child]
        for run in runs_of(holding, child, periods):
            day = run.end
            if day is None or not start <= day <= end:
                continue
            if not any(p.start < day and (p.end is None or p.end >= day) for p in mine):
                continue
            last = max(
                (row for row in run.placements if row["end_date"] == day),
                key=lambda row: (row["start_date"], row["placement_id"]),
            )
            groups = {
                "placement": placement_group(last["placement_type"]),
                "provider": PROVIDERS.get(last["provider"] or "", "not known"),
            }
            yield Counted(child, day, yes(last["change_reason"] in {"CREQB", "CREQO"}), 1, groups)


def lac_36(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Days from entering care to moving in with the adopters, of children adopted in the period."""
    periods = care_periods(holding)
    for period in periods:
        if period.end is None or period.reason not in {"E11", "E12"} or not start <= period.end <= end:
            continue
        rows = [
            row
            for row in holding.of_child("permanence", period.child)
            if row["placed_for_adoption_date"] and period.start <= row["placed_for_adoption_date"] <= period.end
        ]
        if rows:
            row = max(rows, key=lambda each: (each["placed_for_adoption_date"], each["permanence_id"]))
            days = (_moved_in(holding, row, periods) - period.start).days
            yield Counted(period.child, period.end, max(0, days))


def _moved_in(holding: Holding, row: Row, periods: list[Span]) -> date:
    """When the child came to live with the family that adopted it."""
    placed: date = row["placed_for_adoption_date"]
    early: date | None = row["placed_fostering_for_adoption_date"]
    if early is not None and early <= placed:
        return early
    if row["adopted_by_carer"] == "Y":
        runs = [run.start for run in runs_of(holding, row["child_id"], periods) if run.start <= placed]
        return max(runs, default=placed)
    return placed


def lac_36m(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Days from the placement order to the match, of children in care matched in the period."""
    periods = care_periods(holding)
    matches: dict[tuple[str, date], Row] = {}
    for row in holding.rows("permanence"):
        day, order = row["matched_date"], row["placement_order_date"]
        if day is None or order is None or order > day or not start <= day <= end or row["child_id"] is None:
            continue
        known = matches.setdefault((row["child_id"], day), row)
        matches[row["child_id"], day] = max(known, row, key=lambda each: each["permanence_id"])
    for (child, day), row in matches.items():
        if care_on(periods, child, day):
            yield Counted(child, day, (day - row["placement_order_date"]).days)


def lac_38(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of children known to be one of siblings in care: with one at least, and none elsewhere."""
    for period in _in_care(holding, end):
        rows = [row for row in holding.of_child("permanence", period.child) if row["part_of_sibling_group"] is not None]
        if not rows:
            continue
        row = max(rows, key=lambda each: each["permanence_id"])
        if row["part_of_sibling_group"] in {"1", "Y"}:
            together, apart = row["siblings_placed_together"] or 0, row["siblings_placed_apart"] or 0
            yield Counted(period.child, end, yes(together >= 2 and apart == 0))


ORACLE = {
    **care_year.ORACLE,
    **missing_children.ORACLE,
    "LAC-04": lac_04,
    "LAC-06": lac_06,
    "LAC-09": lac_09,
    "LAC-11d": lac_11d,
    "LAC-16": lac_16,
    "LAC-17": lac_17,
    "LAC-17b": lac_17b,
    "LAC-18": lac_18,
    "LAC-20": lac_20,
    "LAC-22": lac_22,
    "LAC-23": lac_23,
    "LAC-23p": lac_23p,
    "LAC-24": lac_24,
    "LAC-31": _leavers_to("E11", "E12"),
    "LAC-32": _leavers_to("E43", "E44", "E45", "E46", "E47", "E48"),
    "LAC-33": _leavers_to("E41"),
    "LAC-34": _leavers_to("E4A"),
    "LAC-34u": _leavers_to("E4B"),
    "LAC-35": lac_35,
    "LAC-36": lac_36,
    "LAC-36m": lac_36m,
    "LAC-38": lac_38,
}

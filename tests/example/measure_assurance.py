"""Assurance work and recording errors of the example against their targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from example.held import Held, mean, open_at, share, within, year_to_march
from example.measure import Measure, between, exactly
from example.measure_protection import open_plans
from quarterday.records.months import add_months

AREA = "assurance"


def measures(held: Held) -> Iterator[Measure]:
    """Every measure of assurance work and of errors."""
    yield from _audits(held)
    yield from _eighteen_months(held)
    yield from _repeat_plans(held)
    yield from _oversight(held)
    yield from _edge_of_care(held)
    yield from _errors(held)


def _audits(held: Held) -> Iterator[Measure]:
    for year in (2021, 2022):
        done = within(held.of("audits"), "completed_date", *year_to_march(year))
        yield between(AREA, f"audits completed {year}", 150, 220, len(done))
    graded = [r for r in held.of("audits") if r["grade"]]
    grades = Counter(r["grade"] for r in graded)
    good = 100 * (grades["good"] + grades["outstanding"]) / len(graded)
    yield between(AREA, "audits good or better, %", 45, 60, good)
    yield between(AREA, "audits requiring improvement, %", 30, 45, 100 * grades["requires improvement"] / len(graded))
    yield between(AREA, "audits inadequate, %", 5, 12, 100 * grades["inadequate"] / len(graded))
    order = ("outstanding", "good", "requires improvement", "inadequate")
    moderated = [(order.index(r["grade"]), order.index(r["moderated_grade"])) for r in graded if r["moderated_grade"]]
    yield between(AREA, "moderators agree, %", 70, 80, share(moderated, lambda g: g[0] == g[1]))
    yield between(AREA, "moderators harsher than auditors, grades", 0.03, 0.4, mean(b - a for a, b in moderated))
    due = [r for r in held.of("actions") if r["due_date"] <= date(2022, 3, 31)]
    on_time = share(due, lambda r: r["completed_date"] is not None and r["completed_date"] <= r["due_date"])
    yield between(AREA, "actions on time, %", 60, 75, on_time)


def _eighteen_months(held: Held) -> Iterator[Measure]:
    meetings = defaultdict(list)
    for row in held.of("legal_planning_meetings"):
        meetings[row["child_id"]].append(row)
    reached = [
        p
        for p in held.plans
        if date(2018, 4, 1) <= add_months(p["start"], 18) <= date(2022, 3, 31) and p["end"] > add_months(p["start"], 18)
    ]
    by_then = share(
        reached,
        lambda p: any(p["start"] <= m["meeting_date"] <= add_months(p["start"], 18) for m in meetings[p["child_id"]]),
    )
    yield between(AREA, "legal planning meeting by 18 months, %", 70, 90, by_then)
    days = [date(2020, 3, 31), date(2020, 9, 30), date(2021, 3, 31), date(2021, 9, 30), date(2022, 3, 31)]
    old = [sum(add_months(p["start"], 18) <= day for p in open_plans(held.plans, day)) for day in days]
    yield between(AREA, "plans open at 18 months, mean", 5, 10, mean(old))
    outcomes = Counter(r["outcome"] for r in held.of("legal_planning_meetings"))
    yield between(
        AREA, "legal planning: commonest outcome, %", 30, 65, 100 * max(outcomes.values()) / sum(outcomes.values())
    )


def _repeat_plans(held: Held) -> Iterator[Measure]:
    rows = held.of("repeat_plan_reviews")
    yield between(AREA, "repeat plans not foreseeable, %", 50, 65, share(rows, lambda r: r["foreseeable"] == "N"))


def _oversight(held: Held) -> Iterator[Measure]:
    rows = [r for r in held.of("oversight_events") if r["scheduled_date"] >= date(2018, 4, 1)]
    yield between(AREA, "oversight events held, %", 85, 98, share(rows, lambda r: r["held_date"] is not None))
    kinds = {(r["event_type"], r["level"]) for r in rows}
    yield between(AREA, "kinds of oversight", 4, 9, len(kinds))


def _edge_of_care(held: Held) -> Iterator[Measure]:
    rows = [r for r in held.of("interventions") if r["edge_of_care"] == "Y"]
    for year in (2020, 2021, 2022):
        families = {held.family[r["child_id"]] for r in within(rows, "start_date", *year_to_march(year))}
        yield between(AREA, f"families at the edge of care helped {year}", 60, 100, len(families))
    care = defaultdict(list)
    for p in held.periods:
        care[p["child_id"]].append(p)
    old = [r for r in rows if add_months(r["start_date"], 12) <= date(2022, 3, 31)]

    def stayed_home(row: dict) -> bool:
        until = add_months(row["start_date"], 12)
        return not any(p["start"] <= until and p["end"] > row["start_date"] for p in care[row["child_id"]])

    yield between(AREA, "edge of care: not looked after in 12 months, %", 75, 88, share(old, stayed_home))


def _errors(held: Held) -> Iterator[Measure]:
    yield between("errors", "ethnicity blank, %", 2, 4, share(held.of("children"), lambda r: r["ethnicity"] is None))
    yield between(
        "errors", "distance unknown, %", 5, 7.5, share(held.of("placements"), lambda r: r["distance_miles"] is None)
    )
    plans = held.of("child_protection_plans")
    yield between("errors", "overlapping plans, %", 0.2, 0.5, 100 * (len(plans) - len(held.plans)) / len(plans))
    people = held.of("children")
    alike = Counter((held.family[r["child_id"]], r["date_of_birth"], r["sex"]) for r in people)
    extra = sum(n - 1 for n in alike.values())
    yield between("errors", "alike people in a family, %", 0.3, 2.5, 100 * extra / len(people))


__all__ = ["exactly", "measures", "open_at"]

"""Section 47 enquiries, conferences and protection plans of the example against their targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from example.held import Held, Row, mean, middle, open_at, share, within, year_to_march
from example.measure import PUBLISHED, Measure, between, exactly, near
from quarterday.records.months import add_months
from quarterday.records.working_days import working_days_between

AREA = "protection"
OPEN = {
    date(2018, 3, 31): 193,
    date(2019, 3, 31): 165,
    date(2020, 3, 1): 120,
    date(2020, 3, 31): 126,
    date(2021, 3, 31): 186,
    date(2021, 9, 30): 180,
    date(2022, 3, 31): 161,
}
DURATIONS_2022 = ((0, 22), (1, 10), (2, 48), (3, 16), (4, 4))
AGES = {"unborn": (2, 4), "under 1": (9, 11), "1-4": (26, 28), "5-9": (27, 30), "10-15": (25, 28), "16+": (3, 6)}


def measures(held: Held) -> Iterator[Measure]:
    """Every measure of child protection."""
    plans = held.plans
    for day, wanted in OPEN.items():
        yield exactly(AREA, f"plans open at {day}", wanted, len(open_plans(plans, day)))
    yield from _enquiries(held)
    yield from _flows(plans)
    yield from _shape(held, plans)
    yield from _repeats(plans)
    yield from _reviews(held, plans)
    yield from _visits(held, plans)


def open_plans(plans: list[Row], day: date) -> list[Row]:
    """Plans open at the end of a day."""
    return [p for p in plans if p["start"] <= day < p["end"]]


def _enquiries(held: Held) -> Iterator[Measure]:
    started = {row["section_47_enquiry_id"]: row["start_date"] for row in held.of("section_47_enquiries")}
    for year, enquiries, conferences, in_time in ((2020, 641, 154, 83), (2021, 889, 257, 76), (2022, 1002, 274, 80)):
        span = year_to_march(year)
        rows = within(held.of("section_47_enquiries"), "start_date", *span)
        yield near(AREA, f"section 47 enquiries {year}", enquiries, len(rows), by=enquiries * 0.03)
        held_then = within(held.of("initial_child_protection_conferences"), "conference_date", *span)
        yield near(AREA, f"conferences {year}", conferences, len(held_then), by=conferences * 0.04)

        def in_limit(row: Row) -> bool:
            begun = started.get(row["section_47_enquiry_id"])
            return begun is not None and working_days_between(begun, row["conference_date"]) <= 15

        yield near(AREA, f"conferences in 15 working days {year}, %", in_time, share(held_then, in_limit), by=3)
        planned = share(held_then, lambda r: r["led_to_plan"] == "Y")
        yield between(AREA, f"conferences that led to a plan {year}, %", 83, 97, planned, PUBLISHED)


def _flows(plans: list[Row]) -> Iterator[Measure]:
    for year, starts, ends in ((2020, 147, 184), (2021, 218, 157), (2022, 236, 261)):
        first, last = year_to_march(year)
        begun = [p for p in plans if first <= p["start"] <= last]
        yield near(AREA, f"plans started {year}", starts, len(begun), by=4)
        ended = [p for p in plans if first <= p["end"] <= last]
        yield near(AREA, f"plans ended {year}", ends, len(ended), by=5)
        if year == 2022:
            bands = Counter(_band(p) for p in ended)
            for band, wanted in DURATIONS_2022:
                yield near(AREA, f"plans ended 2022, duration band {band}, %", wanted, 100 * bands[band] / len(ended), by=4)


def _band(plan: Row) -> int:
    start, end = plan["start"], plan["end"]
    if (end - start).days >= 729:
        return 4
    return sum(1 for months in (3, 6) if end > add_months(start, months)) + (end >= add_months(start, 12))


def _shape(held: Held, plans: list[Row]) -> Iterator[Measure]:
    day = date(2021, 9, 30)
    now = open_plans(plans, day)
    categories = Counter(p["last"]["latest_category"] for p in now)
    yield between(AREA, "neglect, %", 61, 67, 100 * categories["NEG"] / len(now), PUBLISHED)
    yield between(AREA, "emotional abuse, %", 20, 28, 100 * categories["EMO"] / len(now), PUBLISHED)
    yield exactly(AREA, "multiple categories", 0, categories["MUL"])
    ages = Counter(_age_band(held, p, day) for at in _quarter_ends() for p in open_plans(plans, at) for day in (at,))
    total = sum(ages.values())
    for band, (low, high) in AGES.items():
        yield between(AREA, f"age {band}, %", low, high, 100 * ages[band] / total)
    families = Counter(held.family[p["child_id"]] for p in now)
    yield between(AREA, "children a family on plans", 1.7, 2.0, mean(families.values()))
    together = defaultdict(set)
    for p in now:
        together[held.family[p["child_id"]]].add(p["start"])
    several = [f for f in families if families[f] > 1]
    yield between(
        AREA, "sibling plans that began on the same day, %", 85, 97, share(several, lambda f: len(together[f]) == 1)
    )


def _quarter_ends() -> list[date]:
    return [date(2020, 9, 30), date(2021, 3, 31), date(2021, 9, 30), date(2022, 3, 31)]


def _age_band(held: Held, plan: Row, day: date) -> str:
    age = held.age(plan["child_id"], day)
    if age < 0:
        return "unborn"
    for top, band in ((1, "under 1"), (5, "1-4"), (10, "5-9"), (16, "10-15")):
        if age < top:
            return band
    return "16+"


def _repeats(plans: list[Row]) -> Iterator[Measure]:
    ended: dict[str, list[date]] = defaultdict(list)
    for plan in plans:
        ended[plan["child_id"]].append(plan["end"])
    soon = many = 0
    for year, wanted in {2020: 17.7, 2021: 22.0, 2022: 25.8}.items():
        first, last = year_to_march(year)
        begun = [p for p in plans if first <= p["start"] <= last]
        again = [p for p in begun if _earlier(p, ended) or (p["first"]["previous_plans"] or 0) > 0]
        yield near(AREA, f"second or later plans {year}, %", wanted, 100 * len(again) / len(begun), by=2.5)
        many += len(again)
        soon += sum(1 for p in again if any(add_months(e, 24) >= p["start"] for e in _earlier(p, ended)))
    yield between(AREA, "repeat plans within two years, % of repeats", 30, 45, 100 * soon / max(1, many))


def _earlier(plan: Row, ended: dict[str, list[date]]) -> list[date]:
    return [day for day in ended[plan["child_id"]] if day <= plan["start"]]


def _reviews(held: Held, plans: list[Row]) -> Iterator[Measure]:
    reviews = defaultdict(set)
    for row in held.of("child_protection_reviews"):
        reviews[row["child_id"]].add(row["review_date"])
    for year, wanted in {2020: 92.7, 2021: 98.3, 2022: 86.8}.items():
        day = date(year, 3, 31)
        old = [p for p in open_plans(plans, day) if add_months(p["start"], 3) <= day]
        yield near(
            AREA, f"plans reviewed in time at March {year}, %", wanted, share(old, lambda p: _met(p, reviews, day)), by=3
        )


def _met(plan: Row, reviews: dict[str, set[date]], day: date) -> bool:
    due = add_months(plan["start"], 3)
    for review in sorted(r for r in reviews[plan["child_id"]] if plan["start"] <= r <= day):
        if review > due:
            return False
        due = add_months(review, 6)
    return due >= day


def _visits(held: Held, plans: list[Row]) -> Iterator[Measure]:
    visits = defaultdict(list)
    for row in held.of("child_protection_visits"):
        visits[row["child_id"]].append(row)
    gaps: list[tuple[date, int]] = []
    alone: list[Row] = []
    for plan in plans:
        day = plan["start"]
        for row in sorted(visits[plan["child_id"]], key=lambda r: r["visit_date"]):
            if not plan["start"] <= row["visit_date"] < plan["end"]:
                continue
            counted = row["visit_date"] >= date(2018, 4, 1)
            if counted and held.age(plan["child_id"], row["visit_date"]) >= 5:
                alone.append(row)
            if row["child_seen"] == "Y" and row["visit_date"] > day:
                if counted:
                    gaps.append((row["visit_date"], working_days_between(day, row["visit_date"])))
                day = row["visit_date"]
    yield between(AREA, "visits, median gap in working days", 9, 12, middle(g for _, g in gaps))
    yield between(AREA, "visits in time, %", 88, 95, share(gaps, lambda g: g[1] <= 20))
    yield between(AREA, "school-age children seen alone, %", 60, 75, share(alone, lambda r: r["child_seen_alone"] == "Y"))
    yield from _dips(AREA, gaps)


def _dips(area: str, gaps: list[tuple[date, int]]) -> Iterator[Measure]:
    quiet = [g for g in gaps if g[0].month in (8, 9, 1)]
    usual = [g for g in gaps if g[0].month in (5, 6, 10, 11)]
    gap = share(usual, lambda g: g[1] <= 20) - share(quiet, lambda g: g[1] <= 20)
    yield between(area, "visits in time: usual months above holiday ones, points", 1, 12, gap)
    months = Counter((d.year, d.month) for d, _ in gaps)
    levels = sorted(
        share([g for g in gaps if (g[0].year, g[0].month) == m], lambda g: g[1] <= 20) for m in months if months[m] > 60
    )
    yield between(area, "visits in time: best month above worst, points", 5, 30, levels[-1] - levels[0])


__all__ = ["measures", "open_at", "open_plans", "timedelta"]

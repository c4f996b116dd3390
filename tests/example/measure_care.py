"""Looked-after children and care leavers of the example against their targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from example.held import Held, Row, mean, open_at, share, within, year_to_march
from example.measure import PUBLISHED, Measure, between, exactly, near
from quarterday.records.months import add_months, birthday

AREA = "care"
DAY = date(2021, 9, 30)
FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")


def measures(held: Held) -> Iterator[Measure]:
    """Every measure of looked-after children."""
    yield from _headlines(held)
    yield from _flows(held)
    for year in (2021, 2022):
        yield from _snapshot(held, date(year, 3, 31))
    yield from _starts_and_ends(held)
    yield from _unaccompanied(held)
    yield from _visits_and_reviews(held)
    yield from _leavers(held)


def in_care(held: Held, day: date) -> list[Row]:
    """Periods of care open at the end of a day."""
    return [p for p in held.periods if p["start"] <= day < p["end"]]


def placed(held: Held, day: date) -> dict[str, Row]:
    """Each looked-after child's placement at the end of a day: the one that started last."""
    here = {p["child_id"] for p in in_care(held, day)}
    now: dict[str, Row] = {}
    for row in sorted(open_at(held.of("placements"), day), key=lambda r: (r["start_date"], r["placement_id"])):
        if row["child_id"] in here:
            now[row["child_id"]] = row
    return now


def _headlines(held: Held) -> Iterator[Measure]:
    here = in_care(held, DAY)
    now = list(placed(held, DAY).values())
    yield exactly(AREA, "looked after at 30 September 2021", 272, len(here))
    yield exactly(AREA, "with a placement then", 272, len(now))
    foster = [r for r in now if r["placement_type"] in FOSTER]
    yield exactly(AREA, "in-house fostering then", 133, sum(r["provider"] == "PR1" for r in foster))
    yield exactly(AREA, "external fostering then", 33, sum(r["provider"] in {"PR3", "PR4", "PR5"} for r in foster))
    yield exactly(AREA, "children's homes then", 22, sum(r["placement_type"] == "K2" for r in now))
    yield exactly(AREA, "unaccompanied then", 14, sum(p["child_id"] in held.unaccompanied for p in here))


def _flows(held: Held) -> Iterator[Measure]:
    for year, stock, starts, ends, alone in ((2021, 268, 72, 67, 7), (2022, 275, 95, 89, 17)):
        first, last = year_to_march(year)
        here = in_care(held, last)
        yield near(AREA, f"looked after at March {year}", stock, len(here), by=1)
        yield near(
            AREA, f"unaccompanied at March {year}", alone, sum(p["child_id"] in held.unaccompanied for p in here), by=0
        )
        begun = {p["child_id"] for p in held.periods if first <= p["start"] <= last}
        yield near(AREA, f"started, year to March {year}", starts, len(begun), by=4)
        over = {p["child_id"] for p in held.periods if first <= p["end"] <= last}
        yield near(AREA, f"ceased, year to March {year}", ends, len(over), by=5)


def _snapshot(held: Held, day: date) -> Iterator[Measure]:
    here = in_care(held, day)
    now = placed(held, day)
    rows = list(now.values())
    kinds = {
        "foster": (62, 68, FOSTER),
        "with parents": (15.5, 18.5, ("P1",)),
        "children's and secure homes": (9, 11, ("K1", "K2")),
        "supported": (3.5, 6, ("H5", "P2")),
        "for adoption": (0, 3.5, ("A3", "A4", "A5", "A6")),
    }
    for name, (low, high, types) in kinds.items():
        value = share(rows, lambda r, types=types: r["placement_type"] in types)
        yield between(AREA, f"{name} at {day}, %", low, high, value, PUBLISHED)
    far = share(rows, lambda r: (r["distance_miles"] or 0) > 20)
    yield between(AREA, f"over 20 miles at {day}, %", 9, 13, far, PUBLISHED)
    outside = share(rows, lambda r: not (r["postcode_district"] or "PO30").startswith(("PO3", "PO4")))
    yield between(AREA, f"outside the area at {day}, %", 16, 24, outside, PUBLISHED)
    statuses = {r["child_id"]: r["legal_status"] for r in open_at(held.of("legal_statuses"), day)}
    legal = Counter(statuses.get(p["child_id"]) for p in here)
    for code, low, high in (("C2", 70, 77), ("C1", 7.5, 13.5), ("V2", 11.5, 15.5), ("E1", 0, 5)):
        yield between(AREA, f"legal status {code} at {day}, %", low, high, 100 * legal[code] / len(here), PUBLISHED)
    ages = Counter(_age_band(held.age(p["child_id"], day)) for p in here)
    for band, low, high in (("under 1", 2, 4), ("1-4", 13, 18), ("5-9", 22, 25), ("10-15", 37, 40), ("16+", 18, 22)):
        yield between(AREA, f"age {band} at {day}, %", low, high, 100 * ages[band] / len(here), PUBLISHED)
    yield between(AREA, f"three or more placements at {day}, %", 12.5, 14.5, _moves(held, here, day), PUBLISHED)
    yield between(AREA, f"same carer two years at {day}, %", 62, 68, _stable(held, here, day), PUBLISHED)


def _age_band(age: float) -> str:
    for top, band in ((1, "under 1"), (5, "1-4"), (10, "5-9"), (16, "10-15")):
        if age < top:
            return band
    return "16+"


def _stays(held: Held) -> dict[str, list[Row]]:
    stays = defaultdict(list)
    for row in held.of("placements"):
        if not row["placement_type"].startswith("T") and row["end_date"] != row["start_date"]:
            stays[row["child_id"]].append(row)
    return stays


def _moves(held: Held, here: list[Row], day: date) -> float:
    stays, since = _stays(held), add_months(day, -12)

    def many(period: Row) -> bool:
        rows = [r for r in stays[period["child_id"]] if r["start_date"] <= day and (r["end_date"] or date.max) > since]
        return len(rows) >= 3

    return share(here, many)


def _stable(held: Held, here: list[Row], day: date) -> float:
    stays = _stays(held)
    long = [p for p in here if add_months(p["start"], 30) <= day and birthday(held.born[p["child_id"]], 16) > day]

    def same(period: Row) -> bool:
        now = open_at(stays[period["child_id"]], day)
        return bool(now) and add_months(max(r["start_date"] for r in now), 24) <= day

    return share(long, same)


def _starts_and_ends(held: Held) -> Iterator[Measure]:
    first, last = date(2018, 4, 1), date(2022, 3, 31)
    begun = [p for p in held.periods if first <= p["start"] <= last]
    ages = [held.age(p["child_id"], p["start"]) for p in begun]
    yield between(AREA, "starts under one, %", 15, 20, share(ages, lambda a: a < 1))
    yield between(AREA, "starts at sixteen and over, %", 20, 30, share(ages, lambda a: a >= 16))
    opened = defaultdict(list)
    for row in held.of("referrals"):
        if row["no_further_action"] != "Y":
            opened[row["child_id"]].append(row)

    def known(p: Row) -> bool:
        before = p["start"] - timedelta(days=8)
        return bool(open_at(opened[p["child_id"]], before, "referral_date", "close_date"))

    yield between(AREA, "starts already on a plan or in need, %", 55, 68, share(begun, known))
    ended: dict[str, list[date]] = defaultdict(list)
    for p in held.periods:
        ended[p["child_id"]].append(p["end"])
    yield between(
        AREA, "starts that are re-entries, %", 6, 9, share(begun, lambda p: min(ended[p["child_id"]]) <= p["start"])
    )
    over = [p for p in held.periods if first <= p["end"] <= last]
    reasons = Counter(_reason(held, p) for p in over)
    ranges = {"home": (25, 32), "birthday": (25, 35), "special guardianship": (12, 18), "adoption": (8, 14)}
    for reason, (low, high) in ranges.items():
        yield between(AREA, f"leavers: {reason}, %", low, high, 100 * reasons[reason] / len(over))


def _reason(held: Held, period: Row) -> str:
    code = period["last"]["end_reason"] or ""
    if period["end"] >= held.eighteenth(period["child_id"]):
        return "birthday"
    groups = {"E4A": "home", "E4B": "home", "E11": "adoption", "E12": "adoption"}
    groups |= dict.fromkeys(("E45", "E46", "E47", "E48", "E43", "E44"), "special guardianship")
    return groups.get(code, "other")


def _unaccompanied(held: Held) -> Iterator[Measure]:
    begun = [p for p in held.periods if p["child_id"] in held.unaccompanied]
    old = share(begun, lambda p: held.age(p["child_id"], p["start"]) >= 15)
    yield between(AREA, "unaccompanied: 15 and over at the start, %", 90, 100, old)
    here = [p for p in in_care(held, DAY) if p["child_id"] in held.unaccompanied]
    yield between(
        AREA,
        "unaccompanied: 16 and 17 at 30 September 2021, %",
        78,
        93,
        share(here, lambda p: held.age(p["child_id"], DAY) >= 16),
    )
    sexes = {r["child_id"]: r["sex"] for r in held.of("children")}
    yield between(AREA, "unaccompanied: male, %", 88, 100, share(begun, lambda p: sexes[p["child_id"]] == "M"))
    disputes = sum(p["last"]["end_reason"] == "E15" for p in begun)
    yield between(AREA, "unaccompanied: found to be adults", 1, 4, disputes)


def _visits_and_reviews(held: Held) -> Iterator[Measure]:
    reviews = [r for r in held.of("looked_after_reviews") if date(2020, 4, 1) <= r["review_date"] and r["cancelled"] != "Y"]
    yield between(AREA, "reviews by their due date, %", 93, 98, share(reviews, lambda r: r["review_date"] <= r["due_date"]))
    old = [r for r in reviews if r["participation"] != "PN0"]
    yield between(AREA, "took part in the review, %", 88, 95, share(old, lambda r: r["participation"] != "PN7"))
    visits = defaultdict(list)
    for row in held.of("looked_after_visits"):
        if row["child_seen"] == "Y":
            visits[row["child_id"]].append(row["visit_date"])
    here = placed(held, DAY)
    yield between(
        AREA, "visits in time at 30 September 2021, %", 86, 97, share(list(here.values()), lambda r: _visited(r, visits))
    )


def _visited(stay: Row, visits: dict[str, list[date]]) -> bool:
    seen = [day for day in visits[stay["child_id"]] if stay["start_date"] <= day <= DAY]
    if not seen:
        return stay["start_date"] + timedelta(days=7) >= DAY
    last = max(seen)
    long = last >= add_months(stay["start_date"], 12) and stay["placement_type"] in {"U1", "U4"}
    return (add_months(last, 3) if long else last + timedelta(days=42)) >= DAY


def _leavers(held: Held) -> Iterator[Measure]:
    last = date(2022, 3, 31)
    rows = [r for r in held.of("care_leavers") if r["eligibility"] in {"Relevant", "Former relevant"}]
    ages = Counter(int(held.age(r["child_id"], last)) for r in rows)
    yield between(AREA, "care leavers of 17 and 18", 27, 40, ages[17] + ages[18], PUBLISHED)
    yield between(AREA, "care leavers of 19 to 21", 68, 88, sum(ages[a] for a in (19, 20, 21)), PUBLISHED)
    older = [r for r in rows if held.age(r["child_id"], last) >= 19]
    yield between(
        AREA,
        "suitable accommodation, 19 to 21, %",
        93,
        98,
        share(older, lambda r: r["accommodation_suitability"] == "1"),
        PUBLISHED,
    )


__all__ = ["in_care", "mean", "measures", "placed", "within"]

"""Children in need and step-downs of the example against their targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from example.held import Held, Row, open_at, share, within
from example.measure import PUBLISHED, Measure, between, near
from quarterday.records.months import add_months
from quarterday.records.working_days import add_working_days, working_days_between

AREA = "need"


def measures(held: Held) -> Iterator[Measure]:
    """Every measure of children in need."""
    yield from _stock(held)
    yield from _after_plans(held)
    yield from _step_downs(held)
    yield from _visits(held)
    yield from _reviews(held)
    yield from _held_by_others(held)


def episodes(held: Held) -> list[Row]:
    """Referrals that opened an episode of need."""
    return [row for row in held.of("referrals") if row["no_further_action"] != "Y"]


def _stock(held: Held) -> Iterator[Measure]:
    rows = episodes(held)
    for year, wanted in {2020: 1168, 2021: 1283, 2022: 1348}.items():
        day = date(year, 3, 31)
        now = open_at(rows, day, "referral_date", "close_date")
        yield near(AREA, f"children in need at March {year}", wanted, len(now), by=wanted * 0.01)
        short = share(now, lambda r, day=day: add_months(r["referral_date"], 3) >= day)
        yield between(AREA, f"open three months or less, March {year}, %", 26, 37, short, PUBLISHED)
        long = share(now, lambda r, day=day: add_months(r["referral_date"], 24) <= day)
        yield between(AREA, f"open two years or more, March {year}, %", 33, 39, long, PUBLISHED)
        needs = Counter(r["primary_need"] for r in now)
        yield between(
            AREA,
            f"abuse, neglect or family dysfunction, March {year}, %",
            80,
            92,
            100 * (needs["N1"] + needs["N5"]) / len(now),
            PUBLISHED,
        )
    for year, (started, ended) in {2021: (1443, 1244), 2022: (2743, 2659)}.items():
        kept = [r for r in rows if r["close_reason"] not in {"RC8", "RC9"}]
        first, last = date(year - 1, 4, 1), date(year, 3, 31)
        begun = len(within(kept, "referral_date", first, last))
        yield near(AREA, f"episodes of need started {year}", started, begun, by=started * 0.06)
        over = len(within(kept, "close_date", first, last))
        yield near(AREA, f"episodes of need ended {year}", ended, over, by=ended * 0.1)


def _after_plans(held: Held) -> Iterator[Measure]:
    by_child = defaultdict(list)
    for row in episodes(held):
        by_child[row["child_id"]].append(row)
    for year, wanted in {2020: 72, 2021: 51}.items():
        ended = [p for p in held.plans if date(year, 4, 1) <= p["end"] <= date(year, 9, 30)]

        def still(plan: Row) -> bool:
            return bool(open_at(by_child[plan["child_id"]], add_months(plan["end"], 3), "referral_date", "close_date"))

        yield near(AREA, f"still in need three months after a plan ended in {year}, %", wanted, share(ended, still), by=7)


def _step_downs(held: Held) -> Iterator[Measure]:
    support = defaultdict(list)
    for row in held.of("child_in_need_plans"):
        support[row["child_id"]].append(row)
    care, plans = defaultdict(list), defaultdict(list)
    for p in held.periods:
        care[p["child_id"]].append(p)
    for p in held.plans:
        plans[p["child_id"]].append(p)
    eligible = in_time = early = again = lasted = 0
    for plan in held.plans:
        end, child = plan["end"], plan["child_id"]
        if not date(2019, 4, 1) <= end <= date(2021, 12, 31) or held.eighteenth(child) < add_months(end, 3):
            continue
        if any(c["start"] <= end < c["end"] for c in care[child]):
            continue
        eligible += 1
        limit, until = add_working_days(end, 10), add_months(end, 3)
        back = any(end < o["start"] < until for o in (*plans[child], *care[child]))
        begun = [r for r in support[child] if r["start_date"] <= limit and (r["end_date"] or date.max) > end]
        in_time += bool(begun)
        again += back
        if begun and not back:
            if max(r["end_date"] or date.max for r in begun) >= until:
                lasted += 1
            else:
                early += 1
    yield between(AREA, "step-downs with a plan in ten working days, %", 75, 90, 100 * in_time / eligible)
    yield between(AREA, "support ended early, % of plans in time", 20, 35, 100 * early / in_time)
    yield between(AREA, "re-escalated, %", 6, 10, 100 * again / eligible)
    yield between(AREA, "three months of support, % (CIN-13)", 50, 75, 100 * lasted / (eligible - again))


def _visits(held: Held) -> Iterator[Measure]:
    visits = defaultdict(list)
    for row in held.of("child_in_need_visits"):
        if row["child_seen"] == "Y":
            visits[row["child_id"]].append(row["visit_date"])
    gaps = []
    for plan in held.of("child_in_need_plans"):
        day = plan["start_date"]
        for visit in sorted(set(visits[plan["child_id"]])):
            if day < visit < (plan["end_date"] or date.max):
                if visit >= date(2018, 4, 1):
                    gaps.append((visit, working_days_between(day, visit)))
                day = visit
    yield between(AREA, "visits in time, %", 75, 88, share(gaps, lambda g: g[1] <= 20))
    quiet = share([g for g in gaps if g[0].month in (8, 9, 1)], lambda g: g[1] <= 20)
    usual = share([g for g in gaps if g[0].month in (5, 6, 10, 11)], lambda g: g[1] <= 20)
    yield between(AREA, "visits in time: usual months above holiday ones, points", 1, 15, usual - quiet)


def _reviews(held: Held) -> Iterator[Measure]:
    rows = [r for r in held.of("child_in_need_reviews") if r["review_date"] >= date(2018, 4, 1)]
    last: dict[str, date] = {}
    for row in sorted(held.of("child_in_need_reviews"), key=lambda r: r["review_date"]):
        if row["review_date"] <= date(2021, 9, 30):
            last[row["child_in_need_plan_id"]] = row["review_date"]
    day = date(2021, 9, 30)
    now = open_at(held.of("child_in_need_plans"), day)
    ok = share(now, lambda p: add_months(last.get(p["child_in_need_plan_id"], p["start_date"]), 3) >= day)
    yield between(AREA, "reviews in three months, %", 70, 88, ok)
    before = [r for r in rows if r["review_date"] < date(2021, 8, 1)]
    after = [r for r in rows if r["review_date"] >= date(2021, 12, 1)]
    present = share(before, lambda r: r["record_date"] is not None)
    yield between(AREA, "review records present before August 2021, %", 65, 80, present)
    later = share(after, lambda r: r["record_date"] is not None)
    yield between(AREA, "review records: rise by winter 2021-22, points", 5, 25, later - present)
    teams = Counter(r["team_id"] for r in before if r["team_id"])
    rates = [
        share([r for r in before if r["team_id"] == t], lambda r: r["record_date"] is not None)
        for t in teams
        if teams[t] > 200
    ]
    yield between(
        AREA, "review records: best team above worst, points", 5, 25, max(rates, default=0) - min(rates, default=0)
    )


def _held_by_others(held: Held) -> Iterator[Measure]:
    registered = {r["professional_id"] for r in held.of("professionals") if r["registration_number"]}
    day = date(2021, 9, 30)
    with_social_worker = {
        r["child_id"]
        for r in open_at(held.of("involvements"), day)
        if r["role"] == "CW" and r["professional_id"] in registered
    }
    now = open_at(episodes(held), day, "referral_date", "close_date")
    yield between(AREA, "held by others or nobody, %", 12, 20, share(now, lambda r: r["child_id"] not in with_social_worker))

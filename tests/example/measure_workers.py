"""The workforce of the example against its targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from example.held import Held, Row, mean, open_at, share
from example.measure import PUBLISHED, Measure, between, exactly, near

AREA = "workers"
DAY = date(2021, 9, 30)
NAMED = "assessment and safeguarding"


def measures(held: Held, team_types: dict[str, str]) -> Iterator[Measure]:
    """Every measure of workers. `team_types` are the settings: team name to its type."""
    load = caseloads(held, DAY)
    time = {r["professional_id"]: r["full_time_hundredths"] for r in held.of("professionals")}
    yield exactly(AREA, "cases a worker, DfE's definition", 18.8, _a_worker(load, time))
    yield exactly(AREA, "cases a worker in the named teams", 21.0, _a_worker(named(held, load, team_types), time))
    yield from _spread(held, load, time)
    yield from _in_post(held)
    yield from _changes(held)


def caseloads(held: Held, day: date) -> dict[str, list[Row]]:
    """Cases of each registered social worker with working time: open involvements as the allocated worker."""
    workers = {
        r["professional_id"] for r in held.of("professionals") if r["registration_number"] and r["full_time_hundredths"] > 0
    }
    load = defaultdict(list)
    for row in open_at(held.of("involvements"), day):
        if row["role"] == "CW" and row["professional_id"] in workers:
            load[row["professional_id"]].append(row)
    return load


def named(held: Held, load: dict[str, list[Row]], team_types: dict[str, str]) -> dict[str, list[Row]]:
    """The workers of the named teams."""
    teams = {r["team_id"] for r in held.of("teams") if team_types.get(r["name"]) == NAMED}
    return {w: rows for w, rows in load.items() if rows[0]["team_id"] in teams}


def _a_worker(load: dict[str, list[Row]], time: dict[str, int]) -> float:
    return round(100 * sum(len(rows) for rows in load.values()) / (sum(time[w] for w in load) or 1), 1)


def _spread(held: Held, load: dict[str, list[Row]], time: dict[str, int]) -> Iterator[Measure]:
    titles = {r["professional_id"]: r["job_title"] for r in held.of("professionals")}
    counts = {w: len(rows) for w, rows in load.items()}
    new = [n for w, n in counts.items() if titles[w] == "Newly qualified social worker"]
    yield between(AREA, "newly qualified: mean cases", 8, 14, mean(new))
    usual = mean(counts.values())
    yield between(AREA, "cases a head: standard deviation", 5, 8, mean((n - usual) ** 2 for n in counts.values()) ** 0.5)
    yield between(AREA, "workers above 28 cases", 3, 6, sum(n > 28 for n in counts.values()))
    yield near(AREA, "cases held by social workers", 1110, sum(counts.values()), by=40)
    yield near(AREA, "case holders, full-time equivalents", 59, sum(time[w] for w in counts) / 100, by=2)


def _in_post(held: Held) -> Iterator[Measure]:
    registered = {r["professional_id"] for r in held.of("professionals") if r["registration_number"]}
    everyone = [r for r in held.of("employments") if r["professional_id"] in registered]
    now = open_at(everyone, DAY)
    own = sum(r["full_time_hundredths"] for r in now if r["agency_worker"] != "Y") / 100
    agency = sum(r["full_time_hundredths"] for r in now if r["agency_worker"] == "Y") / 100
    yield near(AREA, "social workers in post, full-time equivalents", 76.1, own, by=1)
    yield near(AREA, "agency rate, %", 22.4, 100 * agency / (agency + own), by=1.5)
    vacant = (
        sum(r["full_time_hundredths"] for r in open_at(held.of("establishment"), DAY) if r["professional_id"] is None) / 100
    )
    yield near(AREA, "vacancy rate, %", 12.6, 100 * vacant / (vacant + own), by=1.5)
    left = sum(
        r["full_time_hundredths"]
        for r in everyone
        if r["agency_worker"] != "Y" and r["end_date"] and date(2020, 9, 30) < r["end_date"] <= DAY
    )
    yield near(AREA, "turnover rate, %", 11.6, left / own, by=2.5)
    later = date(2022, 3, 31)
    own_then = sum(r["full_time_hundredths"] for r in open_at(everyone, later) if r["agency_worker"] != "Y") / 100
    yield between(AREA, "in post at March 2022 (on the way to 63.0)", 65, 74, own_then, PUBLISHED)


def _changes(held: Held) -> Iterator[Measure]:
    year = [r for r in held.of("involvements") if r["role"] == "CW" and r["start_date"] <= DAY]
    year = [r for r in year if (r["end_date"] or date.max) > date(2020, 9, 30)]
    workers = defaultdict(set)
    for row in year:
        workers[row["child_id"]].add(row["professional_id"])
    here = {p["child_id"] for p in held.periods if p["start"] <= DAY < p["end"]}
    yield between(
        AREA, "looked after: three or more workers in a year, %", 22, 30, share(sorted(here), lambda c: len(workers[c]) >= 3)
    )
    ends = Counter(
        (r["professional_id"], r["end_date"])
        for r in held.of("involvements")
        if r["end_date"] and r["change_reason"] == "LEFTRL" and date(2018, 4, 1) <= r["end_date"] <= DAY
    )
    quarters = 14
    leavers = len({w for (w, _), n in ends.items() if n >= 5})
    yield between(AREA, "workers whose cases moved on one day, a quarter", 1.5, 4, leavers / quarters)

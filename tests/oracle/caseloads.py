"""The oracle of caseloads and the workforce: one function an indicator, written from rule R24 and the catalogue."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from oracle.care import care_periods
from oracle.child_protection import plans as protection_plans
from oracle.counted import Counted, Row, known, settings_on, team_names, yes
from oracle.dates import is_working_day, plus_months
from oracle.holding import Holding, is_open
from oracle.quality_assurance import held_on_schedule

NAMED = "assessment and safeguarding"
BANDS = ((10, "01 to 10"), (15, "11 to 15"), (20, "16 to 20"), (25, "21 to 25"), (30, "26 to 30"))


@dataclass
class Worker:
    """A social worker with cases on a day."""

    worker_id: str
    hundredths: int
    newly_qualified: bool
    children: set[str] = field(default_factory=set)
    latest: tuple[date, str] = (date.min, "")
    team: str = "not known"
    team_type: str | None = None

    @property
    def cases(self) -> int:
        """How many children the worker holds."""
        return len(self.children)


def workers_on(holding: Holding, settings: list[Row], day: date) -> list[Worker]:
    """Social workers with working time and at least one case at the end of a day, each with the team of the latest."""
    roles = settings_on(settings, "allocated role", day)
    excluded = settings_on(settings, "excluded team", day)
    types = settings_on(settings, "team type", day)
    titles = settings_on(settings, "newly qualified title", day)
    names = team_names(holding)
    known_workers = {
        row["professional_id"]: Worker(row["professional_id"], row["full_time_hundredths"], row["job_title"] in titles)
        for row in holding.rows("professionals")
        if row["registration_number"] and (row["full_time_hundredths"] or 0) > 0
    }
    for row in holding.rows("involvements"):
        worker = known_workers.get(row["professional_id"])
        if row["child_id"] is None:
            continue  # a case is a child's: an involvement with nobody is none
        if worker is None or row["role"] not in roles or not is_open(row["start_date"], row["end_date"], day):
            continue
        name = names.get(row["team_id"], "not known")
        if row["team_id"] in excluded or name in excluded:
            continue
        worker.children.add(row["child_id"])
        order = (row["start_date"], row["involvement_id"])
        if order > worker.latest:
            kind = types.get(row["team_id"]) or types.get(name)
            worker.latest, worker.team, worker.team_type = order, name, kind["text"] if kind else None
    return [worker for worker in known_workers.values() if worker.children]


def _groups(worker: Worker) -> dict[str, str]:
    band = next((name for most, name in BANDS if worker.cases <= most), "31 and over")
    return {
        "team": worker.team,
        "worker": worker.worker_id,
        "team_type": known(worker.team_type),
        "caseload": band,
    }


def wrk_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Cases over the working time of those who hold them, in hundredths of full time."""
    for worker in workers_on(holding, settings, end):
        yield Counted(None, end, worker.cases, worker.hundredths, _groups(worker))


def wrk_02(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Cases over workers."""
    for worker in workers_on(holding, settings, end):
        yield Counted(None, end, worker.cases, 1, _groups(worker))


def wrk_13(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """As WRK-01, in the teams that the settings name."""
    for worker in workers_on(holding, settings, end):
        if worker.team_type == NAMED:
            yield Counted(None, end, worker.cases, worker.hundredths, _groups(worker))


def wrk_03(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Workers by the number of their cases."""
    for worker in workers_on(holding, settings, end):
        yield Counted(None, end, 1, 1, _groups(worker))


def wrk_03m(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """The number of cases of each worker."""
    for worker in workers_on(holding, settings, end):
        yield Counted(None, end, groups=_groups(worker), value=worker.cases)


def wrk_04(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Workers with more cases than the threshold for their working time."""
    thresholds = settings_on(settings, "caseload threshold", end)
    for worker in workers_on(holding, settings, end):
        allowed = thresholds["newly qualified" if worker.newly_qualified else "social worker"]["number"]
        above = worker.cases / (worker.hundredths / 100) > allowed
        yield Counted(None, end, yes(above), 1, _groups(worker))


def wrk_05(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Posts without a holder or covered by agency, over all posts."""
    for row in holding.rows("establishment"):
        if is_open(row["start_date"], row["end_date"], end):
            size = row["full_time_hundredths"] or 0
            vacant = row["professional_id"] is None or row["agency_covered"] == "Y"
            yield Counted(None, end, size * yes(vacant), size, _team(holding, row))


def _team(holding: Holding, row: Row) -> dict[str, str]:
    return {"team": team_names(holding).get(row["team_id"], "not known")}


def _role(holding: Holding, row: Row) -> str:
    titles = [
        each["job_title"] for each in holding.rows("professionals") if each["professional_id"] == row["professional_id"]
    ]
    return known(titles[0]) if titles else "not known"


def _here(holding: Holding, day: date) -> list[Row]:
    return [row for row in holding.rows("employments") if is_open(row["start_date"], row["end_date"], day)]


def _workforce(holding: Holding, row: Row, standing: str = "") -> dict[str, str]:
    standing = standing or ("agency" if row["agency_worker"] == "Y" else "in post")
    return {**_team(holding, row), "role": _role(holding, row), "standing": standing}


def wrk_06(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Agency working time over all working time."""
    for row in _here(holding, end):
        time = row["full_time_hundredths"] or 0
        yield Counted(None, end, time * yes(row["agency_worker"] == "Y"), time, _workforce(holding, row))


def wrk_07(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Employed leavers of the twelve months to the day over those in post; back within five days is not left."""
    employed = [row for row in holding.rows("employments") if row["agency_worker"] != "Y" and row["start_date"]]
    for row in employed:
        time, left = row["full_time_hundredths"] or 0, row["end_date"]
        if is_open(row["start_date"], left, end):
            yield Counted(None, end, 0, time, _workforce(holding, row))
        elif left and left >= row["start_date"] and plus_months(end, -12) < left <= end and not _goes_on(row, employed):
            yield Counted(None, end, time, 0, _workforce(holding, row, "left"))


def _goes_on(row: Row, employed: list[Row]) -> bool:
    return any(
        each["professional_id"] == row["professional_id"] is not None
        and each is not row
        and each["start_date"] <= row["end_date"] + timedelta(days=5)
        and (each["end_date"] is None or each["end_date"] > row["end_date"])
        for each in employed
    )


def wrk_08(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Employed working time at the end of the day."""
    for row in _here(holding, end):
        if row["agency_worker"] != "Y":
            yield Counted(None, end, row["full_time_hundredths"] or 0, 0, _workforce(holding, row))


def wrk_09(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Working days lost to sickness by employed workers, over those in post at the end times 253."""
    employed = [
        row
        for row in holding.rows("employments")
        if row["agency_worker"] != "Y" and row["start_date"] is not None and row["full_time_hundredths"] is not None
    ]
    for row in employed:
        time = row["full_time_hundredths"]
        if is_open(row["start_date"], row["end_date"], end):
            yield Counted(None, end, 0, time * 253, _team(holding, row))
        for day in _days_sick(holding, row["professional_id"], start, end):
            if is_open(row["start_date"], row["end_date"], day):
                yield Counted(None, day, time, 0, _team(holding, row))


def _days_sick(holding: Holding, worker: str | None, start: date, end: date) -> set[date]:
    """Working days of the period on which a worker was away, the last day of an absence included."""
    days: set[date] = set()
    for row in holding.rows("sickness_absences"):
        if row["professional_id"] == worker and worker is not None and row["start_date"] is not None:
            last = min(end, row["end_date"] or holding.extract_date)
            day = max(start, row["start_date"])
            while day <= last:
                days |= {day} if is_working_day(day) else set()
                day += timedelta(days=1)
    return days


def wrk_12(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Posts covered by agency over posts without a holder or covered by agency."""
    for row in holding.rows("establishment"):
        if is_open(row["start_date"], row["end_date"], end):
            size, covered = row["full_time_hundredths"] or 0, row["agency_covered"] == "Y"
            vacant = covered or row["professional_id"] is None
            yield Counted(None, end, size * yes(covered), size * yes(vacant), _team(holding, row))


def wrk_11(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Scrutinies of caseloads scheduled in the period, held within five days after the day."""
    for row in holding.rows("oversight_events"):
        day = row["scheduled_date"]
        if row["event_type"] == "caseload scrutiny" and day and start <= day <= end:
            yield held_on_schedule(row, day)


def average(holding: Holding, settings: list[Row], day: date, *, named: bool) -> float | None:
    """WRK-01 (or WRK-13) on a day; None where nobody holds a case."""
    counted = list((wrk_13 if named else wrk_01)(holding, settings, day, day))
    time = sum(each.denominator for each in counted)
    return sum(each.numerator for each in counted) * 100 / time if time else None


def from_peak(holding: Holding, settings: list[Row], day: date, covered: date | None, *, named: bool) -> float | None:
    """The average on a day less its greatest value: any month's end of six years, or a published earlier value."""
    now = average(holding, settings, day, named=named)
    if now is None:
        return None
    ends = []
    month = plus_months(day, -72).replace(day=1)
    while month <= day:
        month = plus_months(month, 1)
        last = month - timedelta(days=1)
        if last < day and (covered is None or covered <= last):
            ends.append(average(holding, settings, last, named=named))
    earlier = [
        row["value_hundredths"] / 100
        for row in holding.rows("earlier_values")
        if row["indicator"] == ("WRK-13" if named else "WRK-01") and row["value_date"] <= day
    ]
    return now - max([now, *[value for value in ends if value is not None], *earlier])


def cin_20(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children on an own protection plan or looked after with whom no registered social worker is involved.

    A child on a plan and looked after stands under what was without a worker first, then by the key of the record.
    """
    registered = {row["professional_id"] for row in holding.rows("professionals") if row["registration_number"]}
    working: dict[str, list[Row]] = defaultdict(list)
    for row in holding.rows("involvements"):
        if row["professional_id"] in registered and row["start_date"] and row["child_id"] is not None:
            working[row["child_id"]].append(row)
    watched = [(plan, "protection plan") for plan in protection_plans(holding) if is_open(plan.start, plan.end, end)]
    watched += [(care, "looked after") for care in care_periods(holding) if is_open(care.start, care.end, end)]
    without: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
    for span, reason in watched:
        rows = working[span.child]
        if not any(is_open(row["start_date"], row["end_date"], end) for row in rows):
            turns = [day for row in rows for day in (row["start_date"], row["end_date"]) if day and span.start < day <= end]
            without[span.child].append((max([span.start, *turns]), span.record, reason))
    for child in sorted(without):
        yield Counted(child, end, once=child, groups={"reason": min(without[child])[2]})

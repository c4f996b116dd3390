"""The oracle of care leavers, from rule R22 and the catalogue."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from oracle.care import Span, care_periods
from oracle.counted import Counted, Row, known, yes
from oracle.dates import birthday, plus_months
from oracle.holding import Holding, is_open
from oracle.looked_after import FOSTER

LONG_AGO = date(1990, 1, 1)
ACTIVE = {f"{kind}{number}" for kind in "FP" for number in (1, 2, 3, 4, 5)}
Test = Callable[[Row], bool]


def _care_of(holding: Holding, child: str) -> list[Span]:
    return [period for period in care_periods(holding) if period.child == child]


def _leavers(holding: Holding) -> Iterable[tuple[Row, date | None, list[Span]]]:
    """Each young person entitled, once, by the latest contact; with the birth and the periods of care."""
    latest: dict[str, Row] = {}
    for row in holding.rows("care_leavers"):
        if row["child_id"] is not None:
            rows = [row, latest.get(row["child_id"], row)]
            latest[row["child_id"]] = max(
                rows, key=lambda each: (each["latest_contact_date"] or date(1900, 1, 1), each["care_leaver_id"])
            )
    for child, row in latest.items():
        born, periods = holding.born(child), _care_of(holding, child)
        recorded = row["eligibility"] in {"Relevant", "Former relevant"}
        if recorded or (row["eligibility"] is None and born is not None and _thirteen_weeks(born, periods)):
            yield row, born, periods


def _thirteen_weeks(born: date, periods: list[Span]) -> bool:
    """Looked after for 91 days since the 14th birthday, some of them after the 16th; periods that have ended."""
    ended = [(max(period.start, birthday(born, 14)), period.end) for period in periods if period.end is not None]
    total = sum((max(timedelta(), end - start) for start, end in ended), timedelta())
    return total >= timedelta(weeks=13) and any(end > birthday(born, 16) for _, end in ended)


def _died(holding: Holding, child: str) -> date:
    person = holding.person(child)
    return (person or {}).get("death_date") or date.max


def _age_group(born: date | None, day: date) -> str:
    if born is None:
        return "not known"
    age = max(age for age in range(15, 90) if birthday(born, age) <= day or age == 15)
    if age < 17:
        return "16"
    return "17 and 18" if age < 19 else "19 to 21" if age < 22 else "22 and over"


def _groups(row: Row, age: str) -> dict[str, str]:
    return {
        "leaver_age": age,
        "eligibility": known(row["eligibility"]),
        "personal_adviser": known(row["personal_adviser_id"]),
    }


def _still_counted(row: Row) -> bool:
    return row["in_touch"] not in {"DIED", "RHOM"}


def _open(holding: Holding, day: date) -> Iterable[Row]:
    for row, born, periods in _leavers(holding):
        ends = [period.end for period in periods]
        if None in ends or not _still_counted(row):
            continue
        left = max((end for end in ends if end is not None), default=None)
        start = _left_at(row, born, left)
        over = min(birthday(born, 25) if born else date.max, _died(holding, row["child_id"]))
        if start <= day < over:
            yield {**row, "age": _age_group(born, day)}


def _left_at(row: Row, born: date | None, left: date | None) -> date:
    """The day from which the young person is a care leaver."""
    if born is None:
        return left or LONG_AGO
    if left is None:
        return birthday(born, 18 if row["eligibility"] == "Former relevant" else 16)
    return max(left, birthday(born, 16))


def clv_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Young people who have left care, to 25."""
    for row in _open(holding, end):
        yield Counted(row["child_id"], end, groups=_groups(row, row["age"]))


def clv_05(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """A pathway plan or its review six months ago at most."""
    for row in _open(holding, end):
        day = row["pathway_plan_review_date"]
        lately = day is not None and day <= end <= plus_months(day, 6)
        yield Counted(row["child_id"], end, yes(lately), groups=_groups(row, row["age"]))


def _birthdays(holding: Holding, start: date, end: date, ages: Iterable[int], among: Test, where: Test) -> Iterable[Counted]:
    """Birthdays of care leavers in the period: out of care that day, in it at some time before, alive."""
    for row, born, periods in _leavers(holding):
        for age in ages if born else ():
            day = birthday(born, age)
            before = not periods or min(period.start for period in periods) < day
            inside = any(is_open(period.start, period.end, day) for period in periods)
            if not start <= day <= end or inside or not before or _died(holding, row["child_id"]) <= day:
                continue
            if _still_counted(row) and among(row):
                groups = _groups(row, "17 and 18" if age < 19 else "19 to 21")
                yield Counted(row["child_id"], day, yes(where(row)), groups=groups)


def _measure(ages: Iterable[int], where: Test, among: Test = lambda row: True) -> Callable[..., Iterable[Counted]]:
    def measured(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
        yield from _birthdays(holding, start, end, ages, among, where)

    return measured


def clv_06(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of those who left a foster carer at 18: living with former foster carers."""

    def from_foster_carer(row: Row) -> bool:
        born = holding.born(row["child_id"])
        day = birthday(born, 18) if born else None
        if day is None or day not in [period.end for period in _care_of(holding, row["child_id"])]:
            return False
        placed = [
            each
            for each in holding.of_child("placements", row["child_id"])
            if each["start_date"] is not None
            and each["start_date"] < day
            and (each["end_date"] is None or each["end_date"] >= day)
        ]
        last = max(placed, key=lambda each: (each["start_date"], each["placement_id"]), default=None)
        return last is not None and last["placement_type"] in FOSTER

    yield from _birthdays(holding, start, end, (18, 19, 20), from_foster_carer, lambda row: row["accommodation"] == "Z")


def _suitable(row: Row) -> bool:
    return bool(row["accommodation_suitability"] == "1")


def _place_known(row: Row) -> bool:
    return row["accommodation"] not in {"G", "H", "R"}


def _active(row: Row) -> bool:
    return row["activity"] in ACTIVE


EVERY_AGE = (17, 18, 19, 20, 21)
ORACLE = {
    "CLV-01": clv_01,
    "CLV-02": _measure(EVERY_AGE, lambda row: row["in_touch"] == "YES"),
    "CLV-02n": _measure(EVERY_AGE, lambda row: row["in_touch"] == "NO"),
    "CLV-03": _measure((19, 20, 21), _suitable, _place_known),
    "CLV-03a": _measure((17, 18), _suitable, _place_known),
    "CLV-04": _measure((19, 20, 21), _active),
    "CLV-04a": _measure((17, 18), _active),
    "CLV-05": clv_05,
    "CLV-06": clv_06,
}

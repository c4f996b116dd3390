"""The oracle of episodes of need: how long, how many in a period, and who leads them (R02, R06, R08, R12, R41)."""

from collections.abc import Iterable
from datetime import date

from oracle.children_in_need import NEEDS, need_plans_on
from oracle.counted import Counted, Row, settings_on, yes
from oracle.dates import plus_months
from oracle.front_door import counted_referrals
from oracle.holding import Holding, is_open

CLOSURES = {
    "RC1": "adopted",
    "RC2": "died",
    "RC3": "child arrangements order",
    "RC4": "special guardianship order",
    "RC5": "transferred to another authority",
    "RC6": "transferred to adult social care",
    "RC7": "other, no longer in need included",
}


def _open(holding: Holding, day: date) -> list[Row]:
    return [
        row
        for row in holding.rows("referrals")
        if row["no_further_action"] != "Y" and is_open(row["referral_date"], row["close_date"], day)
    ]


def _groups(row: Row, day: date) -> dict[str, str]:
    begun = row["referral_date"]
    bands = (
        (day <= plus_months(begun, 3), "3 months or less"),
        (day <= plus_months(begun, 6), "more than 3 months to 6 months"),
        (day < plus_months(begun, 12), "more than 6 months to less than 1 year"),
        (day < plus_months(begun, 24), "1 year to less than 2 years"),
        (True, "2 years or more"),
    )
    duration = next(name for holds, name in bands if holds)
    return {"primary_need": NEEDS.get(row["primary_need"], "not stated"), "episode_duration": duration}


def cin_01(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Episodes of need open at the end of the day; referrals that led to no further action are none (R08)."""
    for row in _open(holding, end):
        yield Counted(row["child_id"], end, groups=_groups(row, end))


def cin_06(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of them: referred two years ago or longer."""
    for row in _open(holding, end):
        yield Counted(row["child_id"], end, yes(plus_months(row["referral_date"], 24) <= end), 1, _groups(row, end))


def cin_08(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Of them: with a disability on record."""
    for row in _open(holding, end):
        disabled = holding.group("disability", row["child_id"], end) == "yes"
        yield Counted(row["child_id"], end, yes(disabled), 1, _groups(row, end))


def _episodes(holding: Holding) -> list[tuple[Row, date, date | None]]:
    """Episodes as DfE counts their flows, with start and end: neither without further action nor found not in need."""
    return [
        (row, row["referral_date"], row["close_date"] and max(row["close_date"], row["referral_date"]))
        for row, _ in counted_referrals(holding)
        if row["no_further_action"] != "Y" and row["close_reason"] not in ("RC8", "RC9")
    ]


def cin_03(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Episodes that began in the period."""
    for row, begun, _ in _episodes(holding):
        if start <= begun <= end:
            yield Counted(row["child_id"], begun)


def cin_04(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Episodes that ended in the period."""
    for row, _, closed in _episodes(holding):
        if closed and start <= closed <= end:
            yield Counted(row["child_id"], closed, groups={"closure_reason": CLOSURES.get(row["close_reason"], "not known")})


def cin_05(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Each child with an episode on any day of the period, on the first such day."""
    days: dict[str, date] = {}
    for row, begun, closed in _episodes(holding):
        child = row["child_id"]
        if child is not None and begun <= end and (closed is None or closed >= start):
            first = max(begun, start)
            days[child] = min(first, days.get(child, first))
    for child, day in days.items():
        yield Counted(child, day, once=child)


def cin_18(months: int):
    """Plans that began more than so many months ago."""

    def counted(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
        for plan in need_plans_on(holding, end):
            yield Counted(plan.child, end, yes(end > plus_months(plan.start, months)))

    return counted


def cin_19(holding: Holding, settings: list[Row], start: date, end: date) -> Iterable[Counted]:
    """Children with an open episode whom nobody leads who may; before Working Together 2023 only a social worker may."""
    roles = settings_on(settings, "allocated role", end)
    framework = settings_on(settings, "framework", end).get("Working Together")
    anyone = framework is not None and int(framework["text"].split()[-1]) >= 2023
    registered = {row["professional_id"] for row in holding.rows("professionals") if row["registration_number"]}
    led = {
        row["child_id"]
        for row in holding.rows("involvements")
        if row["role"] in roles
        and is_open(row["start_date"], row["end_date"], end)
        and (anyone or row["professional_id"] in registered)
    }
    for child in sorted({row["child_id"] for row in _open(holding, end) if row["child_id"] is not None} - led):
        yield Counted(child, end, once=child)

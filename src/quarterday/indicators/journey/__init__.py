"""Ground facts of the child's journey that several sections build on."""

from quarterday.indicators.fact import GROUND, Fact, sql_beside


def _ground(name: str, *needs: str) -> Fact:
    return Fact(name, GROUND, sql_beside(__name__, f"{name}.sql"), needs=needs)


people = _ground("people")
allocations = _ground("allocations")
counted_referrals = _ground("counted_referrals", "referrals")
protection_plans = _ground("protection_plans", "child_protection_plans")
periods_of_care = _ground("periods_of_care", "looked_after_episodes")
unaccompanied = _ground("unaccompanied")
need_plans = _ground("need_plans", "child_in_need_plans")
deadlines = _ground("deadlines")

__all__ = [
    "allocations",
    "counted_referrals",
    "deadlines",
    "need_plans",
    "people",
    "periods_of_care",
    "protection_plans",
    "unaccompanied",
]

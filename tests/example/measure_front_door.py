"""Contacts, referrals and assessments of the example against their targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from example.held import Held, Row, mean, middle, share, within, year_to_march
from example.measure import PUBLISHED, Measure, between, exactly, near
from quarterday.records.months import add_months
from quarterday.records.working_days import working_days_between

AREA = "front door"
LOCKDOWN = (124, 151, 240, 301, 196, 294, 244, 277, 222, 143, 180, 247)
SOURCES = {"schools": ("2",), "police": ("6",), "health": ("3",), "authority": ("5",), "individuals": ("1",)}
SOURCE_SHARES = {
    2021: {"schools": 27, "police": 23, "health": 13, "authority": 9, "individuals": 10},
    2022: {"schools": 32, "police": 21, "health": 15, "authority": 6, "individuals": 9},
}
BANDS_2021 = (
    ((0, 0), 3.4),
    ((1, 10), 28.4),
    ((11, 20), 39.5),
    ((21, 30), 7.4),
    ((31, 40), 6.8),
    ((41, 45), 11.2),
    ((46, 50), 1.6),
    ((51, 60), 0.6),
    ((61, 999), 1.2),
)


def measures(held: Held) -> Iterator[Measure]:
    """Every measure of the front door."""
    referrals = counted_referrals(held)
    yield from _referrals(referrals)
    yield from _outcomes(referrals)
    yield from _groups(held, referrals)
    yield from _contacts(held)
    yield from _assessments(held)


def counted_referrals(held: Held) -> list[Row]:
    """Referrals of children with no open episode, several of a day counted once (R06), with the previous one."""
    by_child = defaultdict(list)
    for row in held.of("referrals"):
        by_child[row["child_id"]].append(row)
    counted = []
    for rows in by_child.values():
        open_to, previous = date.min, None
        for row in sorted(rows, key=lambda r: (r["referral_date"], r["referral_id"])):
            day = row["referral_date"]
            if day != previous and day >= open_to:
                counted.append({**row, "previous": previous})
                previous = day
            closed = day if row["no_further_action"] == "Y" else row["close_date"] or date.max
            open_to = max(open_to, closed)
    return counted


def _referrals(referrals: list[Row]) -> Iterator[Measure]:
    for year, wanted in {2019: 2424, 2020: 2670, 2021: 2619, 2022: 3365}.items():
        rows = within(referrals, "referral_date", *year_to_march(year))
        yield near(AREA, f"referrals, year to March {year}", wanted, len(rows), by=wanted * 0.01)
        children = Counter(row["child_id"] for row in rows)
        yield between(AREA, f"referrals a child {year}", 1.23, 1.32, len(rows) / len(children), PUBLISHED)
        again = share(rows, lambda r: r["previous"] is not None and r["previous"] >= add_months(r["referral_date"], -12))
        low, high = (34, 36.5) if year < 2021 else (35, 39)
        yield between(AREA, f"re-referrals {year}, %", low, high, again, PUBLISHED)
    months = Counter((row["referral_date"].year, row["referral_date"].month) for row in referrals)
    for place, wanted in enumerate(LOCKDOWN):
        month = (2020 + (place > 8), (place + 3) % 12 + 1)
        yield near(AREA, f"referrals in {month[0]}-{month[1]:02}", wanted, months[month], by=3)
    for month, wanted in {(2021, 7): 352, (2021, 8): 148, (2021, 9): 327}.items():
        yield near(AREA, f"referrals in {month[0]}-{month[1]:02}", wanted, months[month], by=3)
    counts = [months[year, month] for year in (2018, 2019) for month in range(4, 13)]
    usual = mean(counts)
    spread = mean((count - usual) ** 2 for count in counts) / usual
    yield between(AREA, "month variance over mean, before lockdown", 3, 14, spread, PUBLISHED)


def _outcomes(referrals: list[Row]) -> Iterator[Measure]:
    for year, (no_action, not_in_need) in {2021: (10.3, 34.6), 2022: (6.0, 12.5)}.items():
        rows = within(referrals, "referral_date", *year_to_march(year))
        value = share(rows, lambda r: r["no_further_action"] == "Y")
        yield near(AREA, f"no further action {year}, %", no_action, value, by=1.2)
        value = share(rows, lambda r: r["close_reason"] in {"RC8", "RC9"})
        yield near(AREA, f"assessed as not in need {year}, %", not_in_need, value, by=2.5)
        for name, wanted in SOURCE_SHARES[year].items():
            value = share(rows, lambda r, name=name: (r["source"] or "").startswith(SOURCES[name]))
            yield near(AREA, f"source {name} {year}, %", wanted, value, by=2)


def _groups(held: Held, referrals: list[Row]) -> Iterator[Measure]:
    groups = Counter(
        (held.family[r["child_id"]], r["referral_date"])
        for r in within(referrals, "referral_date", date(2018, 4, 1), date(2022, 3, 31))
    )
    sizes = list(groups.values())
    yield between(AREA, "siblings referred together, mean", 1.7, 1.9, mean(sizes))
    yield between(AREA, "referred alone, %", 40, 45, share(sizes, lambda n: n == 1))
    yield between(AREA, "four or more together, %", 7, 10, share(sizes, lambda n: n >= 4))


def _contacts(held: Held) -> Iterator[Measure]:
    rows = within(held.of("contacts"), "contact_date", date(2018, 4, 1), date(2022, 3, 31))
    months = Counter((r["contact_date"].year, r["contact_date"].month) for r in rows)
    usual = [count for month, count in months.items() if month not in {(2020, 4), (2020, 5)}]
    yield between(AREA, "contacts a month, mean", 800, 1200, mean(usual))
    yield between(AREA, "months with 600 to 1,400 contacts, %", 95, 100, share(usual, lambda n: 600 <= n <= 1400))
    yield between(AREA, "contacts that became referrals, %", 22, 30, share(rows, lambda r: r["became_new_referral"] == "Y"))
    yield between(AREA, "contacts at weekends, %", 3, 6, share(rows, lambda r: r["contact_date"].weekday() > 4))
    days = Counter(r["contact_date"].weekday() for r in rows)
    yield between(AREA, "Monday's contacts over the mean weekday's", 1.05, 1.4, days[0] / mean(days[d] for d in range(5)))


def _assessments(held: Held) -> Iterator[Measure]:
    done = [r for r in held.of("assessments") if r["authorised_date"]]
    for row in done:
        row["days"] = working_days_between(row["start_date"], row["authorised_date"])
    for year, (count, median, in_time) in {2021: (3463, 14, 96.7), 2022: (4179, 13, 96.8)}.items():
        rows = within(done, "authorised_date", *year_to_march(year))
        yield near(AREA, f"assessments completed {year}", count, len(rows), by=count * 0.02)
        yield near(AREA, f"assessments, median working days {year}", median, middle(r["days"] for r in rows), by=1)
        yield near(
            AREA, f"assessments in 45 working days {year}, %", in_time, share(rows, lambda r: r["days"] <= 45), by=0.6
        )
        if year == 2021:
            for (low, high), wanted in BANDS_2021:
                value = share(rows, lambda r, low=low, high=high: low <= r["days"] <= high)
                yield near(AREA, f"assessments of {low} to {high} working days 2021, %", wanted, value, by=1.5)
    yield from _late(held, [r for r in done if r["authorised_date"] >= date(2018, 4, 1)])


def _late(held: Held, done: list[Row]) -> Iterator[Measure]:
    late = [r for r in done if r["days"] > 45]
    over = Counter(min(r["days"] - 45, 16) for r in late)
    yield between(AREA, "late assessments one or two days over, %", 25, 60, 100 * (over[1] + over[2]) / max(1, len(late)))
    known = [r for r in done if r["team_id"]]
    teams = Counter(r["team_id"] for r in known)
    rates = [share([r for r in known if r["team_id"] == t], lambda r: r["days"] > 45) for t in teams if teams[t] > 400]
    yield between(
        AREA, "late assessments: worst team over best", 1.5, 8, max(rates, default=0) / (min(rates, default=1) or 1)
    )
    together = Counter((held.family[r["child_id"]], r["start_date"]) for r in done)
    late_keys = Counter((held.family[r["child_id"]], r["start_date"]) for r in late)
    several = [key for key in late_keys if together[key] > 1]
    yield between(AREA, "late siblings late together, %", 70, 100, share(several, lambda k: late_keys[k] == together[k]))


__all__ = ["counted_referrals", "exactly", "measures"]

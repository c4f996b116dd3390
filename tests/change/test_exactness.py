"""On records at their wildest: opening + parts = closing, lists equal counts, gross flows equal the flow indicators."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from change.plain_plans import split as plain_split
from oracle.holding import Holding
from oracle.wild import FIRST, LAST, wild_records
from quarterday.indicators import Asked, Computation, Count, Indicator, Source
from quarterday.records import periods
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals.change import CORRECTION, Explained, InexactError, NotAStockError, Part, Split, Tally, explain
from quarterday.signals.change.parts import BY_NAME as PARTS
from quarterday.signals.change.stock import stock_of
from quarterday.submissions.settings import parse_settings, settings_tables

CODE = "E09999999"
SEEDS = (301, 302, 303, 304)
EARLIER_SEED = 500
DAYS = st.dates(FIRST - timedelta(days=200), LAST)
UNITS = ("count", "children", "families")


def is_stock(indicator: Indicator) -> bool:
    try:
        return bool(stock_of(indicator))
    except NotAStockError:
        return False


STOCKS = [each for each in INDICATORS if is_stock(each) and not each.only_at_extract]
PLAIN = ("CPP-01", "LAC-01", "CIN-01", "CIN-09", "EH-01o", "WRK-01", "CPP-08", "CPP-09", "LAC-07", "CIN-20", "LGL-01")


def records_of(seed: int) -> dict[str, pa.Table]:
    """Wild records in which every other involvement holds a case.

    Of an even seed no plan tells a number of earlier ones, so that first plans are many.
    """
    records = wild_records(seed, 40, CODE)
    roles = ["CW" if place % 2 else role for place, role in enumerate(records["involvements"]["role"].to_pylist())]
    records["involvements"] = _with(records["involvements"], "role", pa.array(roles))
    if seed % 2 == 0:
        plans = records["child_protection_plans"]
        records["child_protection_plans"] = _with(plans, "previous_plans", pa.nulls(plans.num_rows, pa.int64()))
    return records


def _with(table: pa.Table, name: str, column: pa.Array) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, column)


@lru_cache(maxsize=12)
def computation(seed: int) -> Computation:
    """Kept open between examples: the facts are built once for each seed."""
    return Computation(Source(records_of(seed), LAST, (CODE,), settings_tables(parse_settings(""), [CODE])))


@lru_cache(maxsize=12)
def restated(seed: int) -> Computation:
    """What an earlier submission said of the same children: other families, and some rows left out or moved."""
    records = records_of(seed)
    other = wild_records(seed + EARLIER_SEED, 40, CODE)
    for name in ("family_members", "child_protection_plans", "looked_after_episodes", "referrals", "involvements"):
        rows = records[name].to_pylist()
        swapped = other[name].to_pylist()
        mixed = [swapped[n] if n % 5 == 0 else row for n, row in enumerate(rows) if n % 7 and n < len(swapped)]
        records[name] = records[name].schema.empty_table().from_pylist(mixed, schema=records[name].schema)
    return Computation(Source(records, LAST, (CODE,), settings_tables(parse_settings(""), [CODE])))


def the_sum_holds(split: Split) -> None:
    """Said again here, apart from the code's own check: in each unit, and each part of its list."""
    for unit in UNITS:
        parts = sum(getattr(record.effect, unit) for part in split.parts for record in part.records)
        assert getattr(split.opening, unit) + parts == getattr(split.closing, unit)
    for part in split.parts:
        for unit in UNITS:
            assert getattr(part, unit) == sum(getattr(record.effect, unit) for record in part.records)
            assert getattr(part, unit) * part.kind.direction >= 0


def test_every_stock_of_the_catalogue_splits_exactly() -> None:
    moved = set()
    for seed in SEEDS[:2]:
        for indicator in STOCKS:
            explained = explain(computation(seed), indicator, date(2020, 8, 31), date(2021, 9, 30))
            the_sum_holds(explained.whole)
            moved |= {indicator.code for part in explained.parts if part.records}
    assert len(moved) >= 25, "the wild records reach nearly every stock"
    assert moved >= set(PLAIN)


@settings(max_examples=60)
@given(seed=st.sampled_from(SEEDS), code=st.sampled_from(PLAIN), one=DAYS, other=DAYS, corrected=st.booleans())
def test_opening_and_parts_are_the_closing_between_any_two_days(
    seed: int, code: str, one: date, other: date, corrected: bool
) -> None:
    start, end = min(one, other), max(one, other)
    if start == end and not corrected:
        return
    before = restated(seed) if corrected else None
    explained = explain(computation(seed), BY_CODE[code], start, end, before=before)
    the_sum_holds(explained.whole)
    figure = computation(seed).measure([BY_CODE[code]], Asked((), (periods.snapshot(end),)))[0].numerator
    assert explained.closing.count == figure


OTHER_SETTINGS = """
[[setting]]
name = "visit interval"
subject = "child protection"
value = "5 working days"

[[setting]]
name = "excluded team"
subject = "one"
value = "yes"
"""


@pytest.mark.parametrize("code", ["CPP-15", "WRK-01", "CPP-01"])
@pytest.mark.parametrize("by", ["", "team"])
def test_the_sum_holds_where_settings_and_records_both_changed(code: str, by: str) -> None:
    changed = set()
    for seed in SEEDS[:3]:
        source = restated(seed).source
        with Computation(replace(source, settings=settings_tables(parse_settings(OTHER_SETTINGS), [CODE]))) as before:
            explained = explain(computation(seed), BY_CODE[code], date(2020, 8, 31), date(2021, 2, 28), before=before, by=by)
        for split in (explained.whole, *explained.groups):
            the_sum_holds(split)
        changed |= {part.name for part in explained.parts if part.name.startswith("definition")}
    assert bool(changed) == (code != "CPP-01"), "settings change the figures that they bear on, and no other"


@settings(max_examples=25)
@given(
    seed=st.sampled_from(SEEDS),
    code_and_by=st.sampled_from(
        [
            ("CPP-01", "team"),
            ("CPP-08", "team"),
            ("LAC-01", "placement"),
            ("CIN-01", "team"),
            ("WRK-01", "worker"),
            ("CIN-20", "reason"),
            ("CPP-01", "age_band"),
            ("CIN-09", "team"),
        ]
    ),
    one=DAYS,
    other=DAYS,
    corrected=st.booleans(),
)
def test_every_group_splits_exactly_and_the_groups_are_the_whole(
    seed: int, code_and_by: tuple[str, str], one: date, other: date, corrected: bool
) -> None:
    code, by = code_and_by
    start, end = min(one, other), max(one, other)
    if start == end:
        return
    explained = explain(computation(seed), BY_CODE[code], start, end, by=by, before=restated(seed) if corrected else None)
    for split in explained.groups:
        the_sum_holds(split)
    for place in ("opening", "closing"):
        assert sum(getattr(split, place).count for split in explained.groups) == getattr(explained.whole, place).count
    if by in {"team", "age_band"} and code != "CIN-01":
        moved = sum(split.part("moved_in").children + split.part("moved_out").children for split in explained.groups)
        assert moved == 0, "a child who leaves one group enters another"


@settings(max_examples=25)
@given(seed=st.sampled_from(SEEDS), one=DAYS, other=DAYS)
def test_gross_flows_equal_the_flow_indicators(seed: int, one: date, other: date) -> None:
    """CPP-03 and CPP-05, LAC-03 and LAC-05 over rows: who came and went between is in both."""
    start, end = min(one, other), max(one, other)
    if start == end:
        return
    span = periods.Period("quarter", start + timedelta(days=1), end, "any")
    for stock, came, went in (("CPP-01", "CPP-03", "CPP-05"), ("LAC-01", "LAC-03", "LAC-05")):
        whole = explain(computation(seed), BY_CODE[stock], start, end).whole
        flows = [replace(BY_CODE[code], distinct="") for code in (came, went)]  # type: ignore[type-var]
        started, ended = (r.numerator for r in computation(seed).measure(flows, Asked((span,), ())))
        assert sum(whole.part(name).count for name in ("started", "returned", "transferred_in")) == started
        assert sum(whole.part(name).count for name in ("ended", "aged_out", "transferred_out")) == -ended
        assert whole.flows.count == started - ended


@settings(max_examples=15)
@given(seed=st.sampled_from(SEEDS), one=DAYS, other=DAYS)
def test_second_plans_are_those_returned_or_transferred_in(seed: int, one: date, other: date) -> None:
    """CPP-12 counts plans of children with an earlier one, however they came."""
    start, end = min(one, other), max(one, other)
    if start == end:
        return
    span = periods.Period("quarter", start + timedelta(days=1), end, "any")
    whole = explain(computation(seed), BY_CODE["CPP-01"], start, end).whole
    again = computation(seed).measure([BY_CODE["CPP-12"]], Asked((span,), ()))[0].numerator
    assert whole.part("returned").count <= again <= whole.part("returned").count + whole.part("transferred_in").count


def test_plans_split_as_plain_python_splits_them() -> None:
    start, end = date(2019, 3, 31), date(2021, 9, 30)
    met = set()
    for seed in (*SEEDS, 305, 306, 307, 308):
        children, families = plain_split(Holding(records_of(seed), LAST), start, end)
        whole = explain(computation(seed), BY_CODE["CPP-01"], start, end).whole
        met |= set(children) | {f"family {name}" for name in families}

        assert _told(whole, "children") == children
        assert _told(whole, "families") == families
    six = {"started", "returned", "transferred_in", "ended", "aged_out", "transferred_out"}
    assert met >= six | {f"family {name}" for name in six - {"transferred_out"}}


def _told(whole: Split, unit: str) -> Counter:
    return Counter({part.name: getattr(part, unit) for part in whole.parts if getattr(part, unit)})


@pytest.mark.parametrize("code", ["CPP-08", "CPP-15", "LAC-14", "CPP-01", "CIN-09"])
def test_comings_and_goings_are_those_seen_by_looking_every_day(code: str) -> None:
    """The list of the figure on each day, compared with the day before: nobody who came or went is missed."""
    start, end = date(2021, 3, 1), date(2021, 6, 30)
    indicator = BY_CODE[code]
    days = [periods.snapshot(start + timedelta(days=n)) for n in range((end - start).days + 1)]
    listed: list[set[str]] = [set() for _ in days]
    for row in computation(301).rows(indicator, days).to_pylist():
        listed[row["spine_id"]].add(row["child_id"] or row["record_id"])
    came = sum(len(now - was) for was, now in pairwise(listed))
    went = sum(len(was - now) for was, now in pairwise(listed))
    whole = explain(computation(301), indicator, start, end).whole
    at_once = sum(
        r.from_date == r.to_date and r.day == r.from_date for p in whole.parts for r in p.records if p.name == "ended"
    )

    assert came > 0
    assert _sum(whole, 1) - at_once == came
    assert -_sum(whole, -1) - at_once == went


def _sum(whole: Split, way: int) -> int:
    return sum(part.children for part in whole.parts if part.kind.direction == way)


def test_a_split_that_does_not_add_up_cannot_be_made() -> None:
    with pytest.raises(InexactError, match="do not add up"):
        Split("all", Tally(1, 1, 1), Tally(2, 2, 2), (Part(PARTS["started"], ()),))


def test_a_stock_whose_parts_differ_from_the_figure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from quarterday.signals.change import explaining

    real = explaining.history_of

    def forgetful(*arguments, **named):  # type: ignore[no-untyped-def]
        history = real(*arguments, **named)
        seen = [each for each in history.members["all"] if each.begin <= date(2021, 9, 30).toordinal() < each.finish]
        return replace(history, members={"all": seen[1:]}, _kept={})

    monkeypatch.setattr(explaining, "history_of", forgetful)
    with pytest.raises(InexactError, match="the figure and what was split differ"):
        explain(computation(301), BY_CODE["CIN-01"], date(2019, 9, 30), date(2021, 9, 30))


def test_corrections_come_before_what_happened() -> None:
    explained: Explained = explain(
        computation(302), BY_CODE["CPP-01"], date(2020, 3, 31), date(2021, 3, 31), before=restated(302)
    )
    of = [part.kind.of for part in explained.parts]

    assert CORRECTION in of
    assert of == sorted(of)  # "correction" before "flow"


def test_a_count_has_one_name_a_stock() -> None:
    assert {each.code for each in STOCKS} >= {"CPP-02", "LAC-02", "CIN-02", "LAC-11a", "WRK-01", "WRK-02", "WRK-13"}
    assert all(isinstance(stock_of(each).counted, Count) for each in STOCKS)


@pytest.mark.parametrize(("code", "by"), [("LAC-01", ""), ("CPP-08", ""), ("CPP-01", "team")])  # by dates, by day, by group
def test_the_records_of_a_stock_are_read_once_for_all_its_changes_and_say_the_same(code: str, by: str) -> None:
    """A report explains several stretches of one stock: the second is told as if it were the only one."""
    changes = [(date(2019, 9, 30), date(2021, 9, 30)), (date(2020, 3, 1), date(2021, 9, 30)), (date(2018, 3, 31), LAST)]
    source = computation(303).source
    with Computation(source) as shared:
        asked, real = [], shared.query
        shared.query = lambda sql: (asked.append(sql), real(sql))[1]  # type: ignore[method-assign]
        together = [explain(shared, BY_CODE[code], *each, by=by) for each in changes]
    alone = []
    for each in changes:
        with Computation(source) as fresh:
            alone.append(explain(fresh, BY_CODE[code], *each, by=by))

    assert sum("as finish, counted" in sql for sql in asked) == 1
    assert together == alone

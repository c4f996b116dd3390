"""On records at their wildest: no list differs from its count, groups add up to the whole, and what opens closes."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracle.wild import FIRST, LAST, wild_records
from quarterday.indicators import (
    Asked,
    Computation,
    Count,
    Coverage,
    FromPeak,
    Median,
    Mix,
    NetChange,
    Percentage,
    Rate,
    Ratio,
    Source,
    Total,
)
from quarterday.indicators.compiler import breakdowns_of
from quarterday.records import periods
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.submissions.settings import parse_settings, settings_tables

CODE = "E09999999"
BY = ("age_band", "sex", "ethnicity", "disability", "team", "worker", "category", "placement", "source", "reason")
ASKED = Asked(
    (periods.parse_period("2021-22-Q2"), periods.parse_period("2020-21")),
    (periods.snapshot(date(2021, 9, 30)), periods.snapshot(date(2020, 2, 29))),
)
COUNTED = [each for each in INDICATORS if isinstance(each, Count | Percentage | Rate | Ratio | Total | Mix)]
ADDITIVE = [each for each in COUNTED if not isinstance(each, Mix)]


@lru_cache(maxsize=8)
def computation(seed: int) -> Computation:
    """Kept open between examples: the facts are built once for each seed."""
    records = wild_records(seed, 50, CODE)
    return Computation(Source(records, LAST, (CODE,), settings_tables(parse_settings(""), [CODE])))


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_no_list_differs_from_its_count(seed: int) -> None:
    with_figures = 0
    for indicator in COUNTED:
        asked = ASKED.flows if indicator.is_flow else ASKED.stocks
        by = breakdowns_of(indicator, BY)
        listed = _listed(indicator, asked, by, seed)
        for result in computation(seed).measure([indicator], ASKED, by):
            if (
                result.status == "x"
                or "subtotal" in result.breakdown
                or (isinstance(indicator, Mix) and result.breakdown not in {"all", indicator.by})
            ):
                continue
            place = next(
                n for n, period in enumerate(asked) if (period.start, period.end) == (result.period_start, result.period_end)
            )
            with_figures += bool(result.numerator)
            assert listed.get((place, result.breakdown, result.group), 0) == (result.numerator or 0), (
                indicator.code,
                result,
            )
    assert with_figures > 500


def _listed(indicator, asked, by, seed: int) -> dict[tuple[int, str, str], int]:
    found: dict[tuple[int, str, str], list] = defaultdict(list)
    for row in computation(seed).rows(indicator, asked, by).to_pylist():
        found[row["spine_id"], "all", "all"].append(row["amount"])
        for name in by:
            own = isinstance(indicator, Mix) and name == indicator.by
            found[row["spine_id"], name, row[f"by_{name}"]].append(1 if own else row["amount"])
    return {cell: int(sum(values)) for cell, values in found.items()}


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_groups_add_up_to_the_whole(seed: int) -> None:
    sums: dict[tuple, list[int]] = defaultdict(lambda: [0, 0])
    wholes: dict[tuple, list[int]] = {}
    for result in computation(seed).measure(ADDITIVE, ASKED, BY):
        key = (result.code, result.period_start, result.period_end)
        cell = [result.numerator or 0, result.denominator or 0]
        if result.breakdown == "all":
            wholes[key] = cell
        else:
            sums[*key, result.breakdown] = [a + b for a, b in zip(sums[*key, result.breakdown], cell, strict=True)]
    rates = {each.code for each in ADDITIVE if isinstance(each, Rate)}
    assert len(sums) > 300
    for (code, start, end, breakdown), cell in sums.items():
        whole = wholes[code, start, end]
        compared = slice(0, 1) if code in rates else slice(0, 2)
        assert cell[compared] == whole[compared], (code, breakdown, end)


def rows_of(code: str) -> Count:
    """The indicator over rows: one that counts children once would not balance where a child comes twice."""
    return replace(BY_CODE[code], distinct="")  # type: ignore[type-var]


DAYS = st.dates(FIRST - timedelta(days=400), LAST)


@settings(max_examples=60, deadline=None)
@given(seed=st.sampled_from([201, 202, 203, 204]), one=DAYS, other=DAYS)
def test_what_was_open_and_started_less_what_ended_is_open(seed: int, one: date, other: date) -> None:
    """Protection plans and looked-after children, between any two days (CPP-25 is the difference itself)."""
    before, after = min(one, other), max(one, other)
    if before == after:
        return
    span = periods.Period("quarter", before + timedelta(days=1), after, "any")
    stocks = Asked((), (periods.snapshot(before), periods.snapshot(after)))
    for opened, started, ended in (("CPP-01", "CPP-03", "CPP-05"), ("LAC-01", "LAC-03", "LAC-05")):
        opening, closing = (each.numerator for each in computation(seed).measure([rows_of(opened)], stocks))
        flows = {
            r.code: r.numerator for r in computation(seed).measure([rows_of(started), rows_of(ended)], Asked((span,), ()))
        }
        assert opening + flows[started] - flows[ended] == closing
    net = computation(seed).measure([BY_CODE["CPP-25"]], Asked((span,), ()))[0].numerator
    plans = [each.numerator for each in computation(seed).measure([BY_CODE["CPP-01"]], stocks)]
    assert net == plans[1] - plans[0]


def test_every_kind_of_indicator_is_looked_at() -> None:
    apart = (Median, NetChange, FromPeak, Coverage)
    assert {type(each) for each in INDICATORS} == {type(each) for each in COUNTED} | {
        kind for kind in apart if any(isinstance(i, kind) for i in INDICATORS)
    }

"""Judging an authority's indicators from its records."""

from datetime import date

import pytest

from quarterday.indicators import Computation, Count, Percentage, Source, asked_months
from quarterday.records.months import add_months
from quarterday.records.tables import BY_NAME
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals import Bands, Judge, Manner, SignalError, months_to, summary
from quarterday.signals.stock_band import band, has_band
from quarterday.submissions.settings import parse_settings, settings_tables
from support.authority import CODE, Authority
from support.small_example import small_example

END = date(2022, 3, 31)
MONTHS = months_to(END, 36)
PLANS, STARTS, LONG, IN_TIME = (BY_CODE[code] for code in ("CPP-01", "CPP-03", "CPP-08", "CPP-15"))


def plans(
    authority: Authority, *, start: date = date(2016, 4, 1), months: int = 72, a_month: int = 2, stay: int = 6
) -> None:
    """The same number of plans started every month by as many families of one, each lasting so many months."""
    lines = ["child | start_date | end_date"]
    for month in range(months):
        begun = add_months(start, month)
        lines += [f"C{month}x{n} | {begun} | {add_months(begun, stay)}" for n in range(a_month)]
    authority.holds(BY_NAME["child_protection_plans"], "\n".join(lines))
    children = "\n".join(f"C{month}x{n}" for month in range(months) for n in range(a_month))
    authority.holds(BY_NAME["children"], f"child\n{children}")


def judge(authority: Authority, computation: Computation) -> Judge:
    return Judge(computation, MONTHS, parse_settings(authority.settings_text))


def test_whole_months_up_to_a_day() -> None:
    assert [month.name for month in months_to(date(2021, 9, 30), 2)] == ["2021-08", "2021-09"]
    assert [month.name for month in months_to(date(2021, 9, 29), 2)] == ["2021-07", "2021-08"]


def test_a_flow_is_judged_by_its_months_and_a_stock_by_its_band(authority: Authority) -> None:
    plans(authority)
    with authority.computation() as computation:
        flow, stock = judge(authority, computation).all_of([STARTS, PLANS])

    assert flow.chart is not None
    assert [point.value for point in flow.chart.points] == [2.0] * 36
    assert stock.band is not None
    assert [point.count for point in stock.band.points] == [12] * 36
    assert "XmR chart would call a special cause" in stock.why
    assert (flow.method, stock.method, flow.variation_kind) == ("xmr", "band", "common cause")


def test_the_month_ends_before_the_series_date_those_who_are_in_it_at_its_start(authority: Authority) -> None:
    """Children whose plans began years before are at risk at their true age, not as if they had just come."""
    plans(authority, stay=30)
    with authority.computation() as computation:
        band = judge(authority, computation).of(PLANS).band

    assert band is not None
    assert band.starts == 2
    assert band.last.expected == pytest.approx(60, rel=0.15)


def test_a_doubling_of_starts_shows_in_the_flow_and_the_stock(authority: Authority) -> None:
    plans(authority)
    plans(authority, start=date(2021, 4, 1), months=12, a_month=6)
    with authority.computation() as computation:
        flow, stock = judge(authority, computation).all_of([STARTS, PLANS])

    assert (flow.variation_kind, stock.variation_kind) == ("high", "high")


def test_the_target_of_the_settings_gives_the_assurance(authority: Authority) -> None:
    plans(authority)
    authority.sets('[[target]]\nindicator = "CPP-03"\ntarget = 2\n')
    with authority.computation() as computation:
        judged = judge(authority, computation).of(STARTS)
        other = judge(authority, computation).of(STARTS, Manner(target=9.0, improvement="up"))

    assert judged.assurance == "Will hit or miss the target"
    assert other.assurance == "Will consistently fail the target"


def test_events_and_rebases_of_the_settings_are_on_the_chart(authority: Authority) -> None:
    plans(authority)
    authority.sets(
        '[[event]]\ndate = 2020-03-23\ntext = "First lockdown"\nowner = "Director"\n'
        '[[rebase]]\nindicator = "CPP-03"\nfrom = 2020-04-01\nreason = "New thresholds"\nauthor = "Director"\nrecorded = 2020-10-01\n'
        '[[rebase]]\nindicator = "CPP-01"\nfrom = 2020-04-01\nreason = "New thresholds"\nauthor = "Director"\nrecorded = 2020-10-01\n'
    )
    with authority.computation() as computation:
        flow, stock = judge(authority, computation).all_of([STARTS, PLANS])

    assert flow.chart is not None
    assert [group.first for group in flow.chart.groups] == [0, 12]
    assert [event.text for event in flow.events] == ["First lockdown"]
    assert stock.band is not None
    assert stock.band.points[0].period == "2020-04"
    assert "New thresholds (Director, 2020-10-01)" in stock.notes[0]


def test_few_events_are_judged_by_the_time_between_them(authority: Authority) -> None:
    plans(authority)
    with authority.computation() as computation:
        judged = judge(authority, computation).of(STARTS)

    assert judged.between is not None
    assert {gap.days for gap in judged.between.gaps} <= {28, 29, 30, 31}
    assert judged.chart is not None
    assert not any("time between events" in note for note in judged.chart.notes)


def test_a_share_is_judged_by_the_rarer_side(authority: Authority) -> None:
    """Of plans that last 30 months, most have reached 18; so those that have not are counted."""
    plans(authority, start=date(2012, 4, 1), months=120, stay=40)
    with authority.computation() as computation:
        judged = judge(authority, computation).of(LONG)
        figures = [result.value for result in computation.measure([LONG], asked_months("2019-04", "2022-03"))]

    assert judged.band is not None
    assert [point.value for point in judged.band.points] == pytest.approx(figures)
    assert judged.band.last.count * 2 < 80


def test_what_cannot_be_computed_is_not_judged_and_says_why(authority: Authority) -> None:
    plans(authority)
    with authority.computation() as computation:
        known = judge(authority, computation)
        assert "table legal_planning_meetings is missing" in known.of(BY_CODE["CPP-22"]).reason
        assert "visits is missing" in known.of(IN_TIME).reason
        assert "is a mix" in known.of(BY_CODE["CPP-14"]).reason
        assert "a middle or other rank of a stock" in known.of(BY_CODE["PLC-01b"]).reason


def test_a_series_begins_where_the_records_do(authority: Authority) -> None:
    plans(authority)
    authority.covers_from = {"child_protection_plans": date(2020, 1, 1)}
    with authority.computation() as computation:
        flow, stock = judge(authority, computation).all_of([STARTS, PLANS])

    assert flow.chart is not None
    assert flow.chart.points[0].period == "2020-01"
    assert "begins after 2019-12" in " ".join(flow.notes)
    assert stock.band is not None
    assert stock.band.points[0].period == "2020-01"


def test_monthly_results_at_hand_are_not_measured_again(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    plans(authority)
    with authority.computation() as computation:
        figures = computation.measure([STARTS], asked_months("2019-04", "2022-03"))
        monkeypatch.setattr(computation, "measure", None)
        (judged,) = judge(authority, computation).all_of([STARTS], figures)

    assert judged.chart is not None
    assert len(judged.chart.points) == 36


def test_a_stock_without_records_has_no_band(authority: Authority) -> None:
    plans(authority)
    with authority.computation() as computation, pytest.raises(SignalError, match="counts no records"):
        Bands(computation, MONTHS).of(BY_CODE["WRK-01"])


@pytest.fixture(scope="module")
def example() -> Authority:
    code = small_example()["children"]["authority"][0].as_py()
    assert code != CODE
    return Authority(records=small_example())


@pytest.mark.slow
def test_every_point_of_every_band_is_the_measured_figure(example: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """The band counts the very rows that the figure counts, whoever they are; here of however few."""
    monkeypatch.setattr(band, "FEWEST_STARTS", 1)
    code = small_example()["children"]["authority"][0].as_py()
    settings = parse_settings("")
    source = Source(example.records, END, (code,), settings_tables(settings, [code]))
    with Computation(source) as computation:
        judged = Judge(computation, MONTHS, settings).all_of(INDICATORS)
        stocks = [each for each in judged if each.band]
        figures = computation.measure([each.indicator for each in stocks], asked_months("2019-04", "2022-03"))

    assert len(stocks) > 8
    for each in stocks:
        series = [f.value for f in figures if f.code == each.indicator.code and f.breakdown == "all"]
        assert each.band is not None
        assert [point.value for point in each.band.points] == pytest.approx(series[-len(each.band.points) :])
    assert len(summary(judged).rows) == len(INDICATORS)


def test_only_counts_shares_and_rates_of_stocks_have_a_band() -> None:
    banded = {indicator.code for indicator in INDICATORS if has_band(indicator)}

    assert {"CPP-01", "CPP-02", "CPP-08"} <= banded
    assert not {"CPP-03", "WRK-01", "CPP-14", "PLC-01b"} & banded
    assert all(isinstance(BY_CODE[code], Count | Percentage) or BY_CODE[code].unit == "per 10,000" for code in banded)

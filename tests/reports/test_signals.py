"""What the report says of whether a month is more than chance: lines, marks, captions, tables, and what it must not say."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from quarterday.disclosure import DFE_CIN, MANAGEMENT, ROUND5, Profile
from quarterday.indicators import Result
from quarterday.records.periods import parse_period
from quarterday.reports.book import Book
from quarterday.reports.chart import BAR, LINE, Chart, Series
from quarterday.reports.marks import LIMIT, MARKS, MEAN
from quarterday.reports.native_chart import add_native_chart
from quarterday.reports.story.drawing import draw
from quarterday.reports.story.judged import ROUNDED, UNTOLD, Judged
from quarterday.reports.story.limits import with_signals
from quarterday.reports.story.plans import SECTIONS, Drawn
from quarterday.reports.story.signal_table import Signals
from quarterday.reports.svg import chart_svg
from quarterday.sections import BY_CODE
from quarterday.signals import Judgement, Stay, events_on, stock_band
from quarterday.signals.flows import judge_flow
from quarterday.submissions.settings import parse_settings

EVENT = parse_settings('[[event]]\ndate = 2020-03-23\ntext = "First lockdown"\nowner = "Director"\n')
STEADY = [100, 110, 90] * 12
JUMP = [*STEADY[:-1], 400]
FEW = [*STEADY[:10], 3, *STEADY[11:]]
REFERRALS = Drawn("REF-01", "Referrals a month")


def told_from(values: list[int], profile: Profile = MANAGEMENT, code: str = "REF-01") -> tuple[Book, Judged]:
    """A book that knows one flow's months and nothing else, and what is judged of them."""
    results: list[Result] = []
    book = Book(lambda *_: (results, {}), parse_period("2021-22-Q2"), profile)
    results += [
        Result(code, "X", "month", month.start, month.end, "all", "all", value, None, float(value), "ok", "count")
        for month, value in zip(book.months, values, strict=True)
    ]
    book.include(BY_CODE[code], None)  # type: ignore[arg-type]
    judgement = judge_flow(BY_CODE[code], results, EVENT, "X", _usual(), list)
    judgement = replace(judgement, events=events_on(EVENT, code, "X", book.months))
    return book, Judged({code: judgement}, EVENT, "X")


def _usual() -> Any:
    from quarterday.signals import Manner

    return Manner()


def drawn_from(values: list[int], profile: Profile = MANAGEMENT) -> Chart:
    book, judged = told_from(values, profile)
    chart = book.protected(lambda: draw(book, REFERRALS, "Example", None, judged=judged))
    assert chart is not None
    return chart


def roles(chart: Chart) -> set[str]:
    return {series.role for series in chart.series} - {"authority"}


def test_a_common_cause_is_not_told_as_a_change() -> None:
    chart = drawn_from(STEADY)

    assert chart.title == "Referrals a month: 90, within usual variation"
    assert "up from" not in chart.title
    assert roles(chart) == {MEAN, LIMIT, "common cause"}
    assert "Latest month: Common cause: no significant change. Mean and limits by XmR rules, version 1.0." in chart.caption
    assert "Common cause: no significant change" in chart.alt


def test_a_special_cause_is_marked_named_and_in_the_table() -> None:
    chart = drawn_from(JUMP)

    assert chart.title == "Referrals a month: 400, special cause: high"
    marked = next(series for series in chart.series if series.role == "high or low")
    assert marked.values[-1] == 400
    assert [value for value in marked.values[:-1] if value is not None] == []
    table = chart.table()
    assert [column.name for column in table.columns] == ["Period", "Number", "Mean", "Lower limit", "Upper limit", "Signal"]
    assert (table.rows[-1][1], table.rows[-1][-1]) == (400.0, "Special cause: high")
    assert table.rows[0][-1] == "Common cause: no significant change"


def test_limits_are_those_of_the_rules() -> None:
    """Mean of 90, 100, 110 in turn; ranges of 10, 20 and 10 in turn, none so large that it would be screened out."""
    chart = drawn_from(STEADY)
    lines = {series.name: series.values[0] for series in chart.series if series.role in {MEAN, LIMIT}}
    ranges = [abs(b - a) for a, b in pairwise(STEADY)]

    assert lines["Mean"] == 100.0
    assert lines["Upper limit"] == pytest.approx(100 + 2.66 * sum(ranges) / 35, abs=0.05)


def test_where_a_month_is_hidden_no_limits_are_drawn_and_the_caption_says_why() -> None:
    chart = drawn_from(FEW, DFE_CIN)

    assert chart.series[0].values[10] is None
    assert roles(chart) == set()
    assert f"No limits are drawn. {UNTOLD}" in chart.caption
    assert "special cause" not in chart.alt.lower()
    assert roles(drawn_from(FEW)) >= {MEAN, LIMIT}


def test_where_numbers_are_rounded_limits_of_the_exact_ones_are_not_drawn() -> None:
    chart = drawn_from(JUMP, ROUND5)

    assert roles(chart) == set()
    assert ROUNDED in chart.caption


def test_a_series_that_is_not_drawn_is_not_judged_where_one_of_its_months_would_be_hidden() -> None:
    """Not even by a word, and no figure is told to find out."""
    book, judged = told_from(FEW, DFE_CIN)

    assert judged.of(book, "REF-01").reason == UNTOLD
    assert book.told == []
    whole, all_known = told_from(STEADY, DFE_CIN)
    assert all_known.of(whole, "REF-01").chart is not None


def test_few_points_are_told_as_trial_limits() -> None:
    chart = Chart("k", "t", "Caption.", "a", LINE, ("a", "b", "c"), (Series("Number", (1.0, 2.0, 3.0)),))
    book, _ = told_from(STEADY)
    results = book.months_as_measured()[:12]
    judgement = judge_flow(BY_CODE["REF-01"], results, EVENT, "X", _usual(), list)

    assert "trial limits, resting on 12 points" in with_signals(chart, judgement, ["x", "y", "z"]).caption


def test_a_stock_has_its_expected_band_in_the_months_after_its_baseline() -> None:
    stays = [Stay(month, month + 6 if month + 6 < 36 else None, f"{month}x{n}") for month in range(-6, 36) for n in range(3)]
    months = [f"{2018 + (9 + n) // 12}-{(9 + n) % 12 + 1:02}" for n in range(36)]
    band = stock_band(stays, 36, periods=months)
    chart = Chart(
        "k", "t", "Caption.", "a", LINE, tuple(months), (Series("Number", tuple(float(p.count) for p in band.points)),)
    )

    judged = with_signals(chart, Judgement(BY_CODE["CPP-01"], band=band), months)

    least = next(series for series in judged.series if series.name == "Expected at least")
    assert [value is None for value in least.values] == [True] * 24 + [False] * 12
    assert judged.table().rows[0][2:] == ("none", "none", "none", "Not judged")
    assert "baseline of 24 month ends; band, version 1.0" in judged.caption


def test_registered_events_are_named_in_every_drawing() -> None:
    from pptx import Presentation
    from pptx.util import Inches

    chart = drawn_from(STEADY)
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    frame = add_native_chart(slide, chart, Inches(1), Inches(1), Inches(8), Inches(4))

    assert "First lockdown: Mar 2020." in chart.caption
    assert ">First lockdown</text>" in chart_svg(chart)
    assert "First lockdown" in frame.chart.plots[0].series[0].points[17].data_label.text_frame.text
    assert draw(*_without_events()).events == ()  # type: ignore[union-attr]


def _without_events() -> tuple[Any, ...]:
    book, judged = told_from(STEADY)
    return book, REFERRALS, "Example", None, (), replace(judged, settings=parse_settings(""))


def test_marks_differ_by_shape_or_fill_and_not_by_colour_alone() -> None:
    assert len({(mark.shape, bool(mark.fill)) for mark in MARKS.values()}) == len(MARKS)


def test_a_line_of_high_percentages_is_drawn_close_up_and_says_so_and_bars_and_counts_begin_at_nought() -> None:
    high = Chart("k", "t", "Caption.", "a", LINE, ("a", "b"), (Series("Per cent", (93.0, 97.0)),), unit="%")

    assert (high.close_up().least, high.close_up().caption) == (90, "Caption. The scale begins at 90 %.")
    assert replace(high, kind=BAR).close_up().least == 0
    assert replace(high, unit="count").close_up().least == 0
    assert replace(high, series=(Series("Per cent", (40.0, 97.0)),)).close_up().least == 0


def test_the_page_of_signals_puts_special_causes_first_with_a_caution() -> None:
    book, judged = told_from(JUMP)
    signals = Signals(book, judged)

    first = signals.whole().rows[0]
    assert first[:6] == (
        "REF-01",
        "Referrals",
        "400",
        "count",
        "Special cause: high (neither good nor bad)",
        "above the upper limit",
    )
    short = signals.short()
    assert short is not None
    assert short.rows == (("Referrals", "400", "Special cause: high (neither good nor bad)", "Above the upper limit"),)
    assert "1 of 1 indicators show a special cause" in short.description
    assert "by chance alone" in short.description
    calm = Signals(*told_from(STEADY))
    assert calm.short() is None
    assert calm.words("REF-01") == "Common cause: no significant change"
    assert calm.words("CPP-01") == "Not judged"


def test_the_public_page_has_no_row_of_a_hidden_figure() -> None:
    book, judged = told_from([*STEADY[:-1], 4], DFE_CIN)

    table = book.protected(lambda: Signals(book, judged).whole())

    row = next(row for row in table.rows if row[0] == "REF-01")
    assert (row[2], row[4], row[8]) == ("", "Not judged", UNTOLD)


def test_titles_of_judged_charts_have_at_most_ten_words() -> None:
    longest = {"%": "100.0 %", "count": "1,136"}
    for drawn in [each for plan in SECTIONS for each in plan.charts if each.kind == "months"]:
        indicator = BY_CODE[drawn.code]
        if indicator.unit in longest:
            for ending in (
                "within usual variation" if indicator.is_flow else "within the expected band",
                "special cause: concerning",
            ):
                title = f"{drawn.short}: {longest[indicator.unit].replace(' ', '')}, {ending}"
                assert len(title.split()) <= 10, title


def test_the_report_of_today_ends_its_months_with_the_quarter() -> None:
    book, _ = told_from(STEADY)

    assert (len(book.months), book.months[-1].end) == (36, date(2021, 9, 30))

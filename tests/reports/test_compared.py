"""Charts of an authority among all others: what is drawn, what is said of it, and for whom it can be read."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from quarterday.benchmarks import compare, funnel, ranked_bars
from quarterday.reports.chart import AUTHORITY, CONTEXT, ENGLAND, NEIGHBOURS, REGION, Chart
from quarterday.reports.compared import Bar, Shown, ranked_chart, write_comparison
from quarterday.reports.compared.bars import Measured, Told
from quarterday.reports.compared.everyone import all_ranked, read_ranked
from quarterday.reports.compared.funnel_chart import BEYOND, INSIDE, funnel_chart, read_funnel, where
from quarterday.reports.compared.wording import tally
from quarterday.reports.native_chart import add_native_chart
from quarterday.reports.svg import chart_svg
from quarterday.reports.svg_labels import Box, room_beside, spread
from support.small_statistics import ISLE_OF_WIGHT, re_referrals

LINES = (
    *("england | 200 | 1000", "south east | 50 | 200", "isle of wight | 80 | 200", "torbay | 20 | 100"),
    *("norfolk | 10 | 100", "cornwall | c | 100", "plymouth | 90 | 200", "suffolk | 36 | 100"),
    *("kent | 20 | 100", "devon | 21 | 100", "surrey | 3 %"),
)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture
def few() -> Chart:
    """Ranked bars as the report has them."""
    bars = [
        Bar("Torbay", 20, (13.3, 28.9), NEIGHBOURS),
        Bar("England", 22.7, None, ENGLAND),
        Bar("South East", 25, None, REGION),
        Bar("Example authority", 40, (33.5, 46.9), AUTHORITY),
    ]
    told = Told("Re-referrals: higher than 1 published neighbour", "What, when and whence.", "Ranked bar chart of them.")
    absent = [("Cornwall", NEIGHBOURS, "not published (1 to 5)")]
    return ranked_chart(Measured("REF-03 ranked", "%", 1), told, bars, absent)


@pytest.fixture
def shown() -> Shown:
    """The same indicator of all authorities, with its funnel."""
    statistics = re_referrals(*LINES)
    asked = (statistics, "REF-03", ISLE_OF_WIGHT, 2021)
    return Shown(compare(*asked), ranked_bars(*asked), funnel(*asked))


def words_of(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter() if each.tag.endswith("text")]  # noqa: S314


def test_higher_is_said_only_of_a_neighbour_whose_whole_interval_lies_below() -> None:
    own, below, touching, above, unknown = (20, 30), (5, 19), (10, 20), (31, 40), None

    told = tally(own, [below, touching, above, unknown], absent=2)

    assert (told.higher, told.lower, told.untold) == (1, 1, 2)
    assert told.finding == "surely higher than 1, lower than 1 of 4 published neighbours"
    assert told.clause == (
        "higher than 1, lower than 1, cannot be told from 2 of its 4 statistical neighbours with a figure; 2 have none"
    )


@pytest.mark.parametrize(
    ("own", "near", "absent", "finding"),
    [
        ((20, 30), [(5, 10), (6, 11)], 0, "higher than all 2 neighbours"),
        ((1, 2), [(5, 10), (6, 11)], 1, "lower than all 2 published neighbours"),
        ((1, 9), [(5, 10), (6, 11)], 0, "cannot be told from its 2 neighbours"),
        (None, [(5, 10)], 0, "cannot be told from its 1 neighbour"),
        ((1, 9), [], 10, "no neighbour has a published figure"),
    ],
)
def test_findings_in_words(own, near, absent: int, finding: str) -> None:
    assert tally(own, near, absent).finding == finding


intervals = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda pair: (min(pair), max(pair)))


@given(intervals, st.lists(intervals))
def test_what_is_told_and_not_told_adds_up_and_turns_round(own, near) -> None:
    told, turned = tally(own, near, 0), [tally(each, [own], 0) for each in near]

    assert told.higher + told.lower + told.untold == len(near)
    assert told.higher == sum(each.lower for each in turned)


def test_every_area_has_one_bar_in_the_series_of_what_it_is_and_a_row_of_the_table(few: Chart) -> None:
    for place, name in enumerate(few.categories):
        assert sum(series.values[place] is not None for series in few.series) == 1, name
    assert [series.role for series in few.series] == [AUTHORITY, NEIGHBOURS, ENGLAND, REGION]
    assert few.table().words() == [
        ["Torbay", "statistical neighbour", "20.0", "13.3 to 28.9"],
        ["England", "England", "22.7", ""],
        ["South East", "region", "25.0", ""],
        ["Example authority", "own authority", "40.0", "33.5 to 46.9"],
        ["Cornwall", "statistical neighbour", "not published (1 to 5)", ""],
    ]


def test_few_bars_are_all_named_with_their_values_and_an_area_without_one_says_why(few: Chart) -> None:
    svg = chart_svg(few)

    assert [word for word in words_of(svg) if not word.endswith("%")] == [
        *("Torbay", "England", "South East", "Example authority", "Cornwall", "not published (1 to 5)")
    ]
    assert {"20.0 %", "22.7 %", "25.0 %", "40.0 %"} <= set(words_of(svg))
    assert svg.count("<path") == 4  # two whiskers of two halves each


def test_neighbours_are_hatched_and_ones_own_is_bold_so_that_colour_is_not_needed(few: Chart) -> None:
    svg = chart_svg(few)

    assert svg.count("fill='url(#REF-03-ranked-hatch)'") == 1
    assert re.findall(r"font-weight='bold'>([^<]+)<", svg) == ["Example authority", "40.0 %"]


def test_a_drawing_has_a_title_and_a_description_under_ids_without_spaces(few: Chart) -> None:
    svg = chart_svg(few)

    title, described = re.search(r"aria-labelledby='([^']+)'", svg).group(1).split(" ")
    assert f"<title id='{title}'>{few.title}</title>" in svg
    assert f"<desc id='{described}'>{few.alt}</desc>" in svg


def test_of_many_bars_only_ones_own_the_neighbours_and_england_are_named() -> None:
    bars = [Bar(f"Area {n}", n, (n - 0.5, n + 200), CONTEXT) for n in range(1, 41)]
    bars.insert(20, Bar("Own", 20.5, (19, 22), AUTHORITY))
    bars.insert(21, Bar("Near", 20.6, (19, 22), NEIGHBOURS))
    bars.insert(22, Bar("Near too", 20.7, (19, 22), NEIGHBOURS))
    chart = ranked_chart(
        Measured("many", "", 1), Told("t", "c", "a"), bars, [("Gone", NEIGHBOURS, "not published (1 to 5)")]
    )
    svg = chart_svg(chart)

    assert [word for word in words_of(svg) if re.search("[a-z]", word)] == [
        *("Own 20.5", "Near 20.6", "Near too 20.7", "Not published (1 to 5): Gone.")
    ]
    assert chart.top == 60  # what chance leaves open for others does not squeeze the bars
    edges = [float(x) for x in re.findall(r"H([\d.]+)' stroke='#505A5F' stroke-width='0.8'", svg)]
    assert max(edges) <= 760


def test_names_are_moved_apart_and_keep_their_order() -> None:
    assert spread([10, 12, 14], 16, 0, 500) == [10, 26, 42]
    assert spread([490, 495, 499], 16, 0, 500) == [468, 484, 500]


@given(st.lists(st.floats(0, 400), max_size=12).map(sorted))
def test_no_two_names_overlap_and_all_stay_within_the_drawing(wanted: list[float]) -> None:
    placed = spread(wanted, 16, 0, 400)

    assert all(below - above >= 16 - 1e-6 for above, below in pairwise(placed))
    assert all(-1e-6 <= height <= 400 + 1e-6 for height in placed)


def test_a_name_keeps_clear_of_what_stands_beside_its_point() -> None:
    within, right = Box(0, 0, 400, 400), Box(205, 190, 300, 210)

    box = room_beside((200, 200), 60, 12, [[right]], within)

    assert not box.meets(right)
    assert box.lies(within)


def test_ranked_bars_of_all_say_where_one_stands_and_what_cannot_be_concluded(shown: Shown) -> None:
    chart, reading = all_ranked(shown.found, shown.ranked), read_ranked(shown.found, shown.ranked)

    assert chart.title == "Isle of Wight: surely higher than 2 of 4 published neighbours"
    assert "Isle of Wight: 40.0 %; 6 authorities have a lower figure, 1 a higher one" in reading.shows
    assert "(2021 model)" in reading.shows
    assert "cannot be told from 2" in reading.can
    assert "Lower is better here." in reading.cannot
    assert ("Cornwall", "not published (1 to 5)") in chart.absent
    assert "England: 20.0 %" in chart.alt


def test_without_intervals_nothing_is_told_of_differences() -> None:
    statistics = re_referrals("england | 20 %", "isle of wight | 40 %", "torbay | 10 %")
    asked = (statistics, "REF-03", ISLE_OF_WIGHT, 2021)
    found, ranked = compare(*asked), ranked_bars(*asked)

    assert "without intervals" in all_ranked(found, ranked).caption
    assert "nothing can be told of differences" in read_ranked(found, ranked).can
    assert "higher than" not in all_ranked(found, ranked).title


def test_ones_own_suppressed_figure_is_said_and_not_ranked() -> None:
    statistics = re_referrals("england | 200 | 1000", "isle of wight | c | 100", "torbay | 20 | 100")
    asked = (statistics, "REF-03", ISLE_OF_WIGHT, 2021)
    chart, reading = (each(compare(*asked), ranked_bars(*asked)) for each in (all_ranked, read_ranked))

    assert chart.title == "Isle of Wight: its own figure is not published"
    assert ("Isle of Wight", "not published (1 to 5)") in chart.absent
    assert "nothing is told of it" in reading.can
    drawn = funnel_chart(compare(*asked), funnel(*asked), ranked_bars(*asked))
    assert drawn.title == "Isle of Wight: not in the funnel, no figure with counts"


def test_the_funnel_says_who_lies_beyond_and_how_many_would_by_chance(shown: Shown) -> None:
    """England 20 %: of 200, three standard deviations are 8.5 points, so 40 % lies beyond; 20 % of 100 lies within."""
    chart, reading = funnel_chart(shown.found, shown.funnel, shown.ranked), read_funnel(shown.found, shown.funnel)
    lies = {point.name: where(shown.funnel, point) for point in shown.funnel.points}

    assert chart.title == "Isle of Wight: beyond the outer limit, higher than England"
    assert (lies["Isle of Wight"], lies["Plymouth"], lies["Torbay"]) == (BEYOND, BEYOND, INSIDE)
    assert "between 11.5 and 28.5 by chance alone" in reading.can
    assert "3 of 7 authorities lie beyond the outer limits." in reading.can  # Suffolk's 36 of 100 too
    assert "less than one" in reading.can
    assert "does not say why" in reading.cannot


def test_in_the_funnel_own_and_neighbours_are_named_and_differ_in_shape(shown: Shown) -> None:
    chart = funnel_chart(shown.found, shown.funnel, shown.ranked)
    svg = chart_svg(chart)
    said = words_of(svg)

    for name in ("Isle of Wight 40.0 %", "Torbay 20.0 %", "Norfolk 10.0 %", "Plymouth 45.0 %", "Suffolk 36.0 %"):
        assert name in said
    assert not [word for word in said if word.startswith(("Kent", "Devon"))]
    assert svg.count("<polygon") == 4  # the neighbours are diamonds
    assert svg.count("r='7'") == 1
    assert svg.count("<polyline") == 5  # England, and two limits on each side
    assert {"England", "2 SD above", "2 SD below", "3 SD above", "3 SD below"} <= set(said)
    assert len(chart.table().rows) == len(shown.funnel.points)
    assert "Cornwall: not published (1 to 5)." in said


def test_the_page_holds_charts_words_and_tables_and_needs_nothing_else(shown: Shown, tmp_path: Path) -> None:
    written = write_comparison([shown], tmp_path / "new" / "folder")
    page = written[0].read_text(encoding="utf-8")

    assert [path.name for path in written] == ["comparison.html", "REF-03-2021-ranked.svg", "REF-03-2021-funnel.svg"]
    assert page.count("<svg") == page.count("role='img'") == page.count("<desc ") == 2
    assert page.count("<table>") == page.count("<details>") == 2
    for words in ("What it shows", "What can be concluded", "What cannot"):
        assert page.count(f"<dt>{words}</dt>") == 2
    assert page.count("<h1>") == 1
    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=['\"]https?:", page)
    ids = re.findall(r" id='([^']+)'", page)
    assert len(ids) == len(set(ids))
    for path in written[1:]:
        ET.parse(path)  # noqa: S314


def test_where_there_is_no_chart_the_page_says_why(shown: Shown, tmp_path: Path) -> None:
    page = write_comparison([Shown(shown.found, None, None, "No bars here.", "No funnel here.")], tmp_path)[0]

    assert "<svg" not in page.read_text(encoding="utf-8")
    assert "<p>No bars here.</p>" in page.read_text(encoding="utf-8")
    assert "<p>No funnel here.</p>" in page.read_text(encoding="utf-8")


def test_a_native_chart_has_a_row_an_area_whiskers_hatching_and_alt_text(few: Chart) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = add_native_chart(slide, few, *(Inches(n) for n in (0, 0, 9, 5)))
    space = frame.chart._chartSpace

    assert list(frame.chart.plots[0].categories) == [
        *("Torbay  20.0 %", "England  22.7 %", "South East  25.0 %", "Example authority  40.0 %"),
        "Cornwall: not published (1 to 5)",
    ]
    assert len(list(space.iter(f"{CHART}errBars"))) == 2
    assert not list(space.iter(f"{CHART}errDir"))  # not for bars, says the schema
    assert len(space.xpath(".//a:pattFill")) == 1
    assert frame.chart.value_axis.maximum_scale >= 46.9
    assert frame._element.xpath(".//p:cNvPr")[0].get("descr") == few.alt

"""Comparisons with England, the region and neighbours, by published figures: chance and suppression reckoned in."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from claims.sayings import Saying
from quarterday.benchmarks import Benchmarks, read_published
from quarterday.benchmarks.areas import area_of
from quarterday.benchmarks.cells import ReadCells
from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.reports.claims import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED, ClaimsError

ISLE_OF_WIGHT, EXAMPLE = "E06000046", "X99000921"
HEAD = "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,"
COLUMNS = "CPP_start,CPP_subsequent,CPP_subsequent_percent"

Cells = tuple[object, object, object]


def rows_of(year: int, own: Cells, england: Cells, region: Cells, near: Cells) -> Iterable[str]:
    """One year of a release: the Isle of Wight, England, the South East, and its ten neighbours of 2021 all alike."""
    yield f"{year},Reporting year,National,E92000001,,,,,{','.join(map(str, england))}"
    yield f"{year},Reporting year,Regional,E92000001,E12000008,,,,{','.join(map(str, region))}"
    yield f"{year},Reporting year,Local authority,E92000001,E12000008,921,{ISLE_OF_WIGHT},Isle of Wight,{','.join(map(str, own))}"
    area = area_of(ISLE_OF_WIGHT)
    assert area is not None
    for code in area.neighbours_2021:
        gss = f"E0{code}000"
        yield f"{year},Reporting year,Local authority,E92000001,E12000009,{code},{gss},Place {code},{','.join(map(str, near))}"


@pytest.fixture
def saying(tmp_path: Path) -> Saying:
    """Repeat plans in three years: 40 of 100, 41 of 100, and one that is suppressed."""
    lines = [
        *rows_of(2019, ("100", "40", "40.0"), (60000, 12000, 20.0), (8000, 3200, 40.0), ("200", "30", "15.0")),
        *rows_of(2020, ("100", "41", "41.0"), (60000, 24000, 40.0), (8000, 6400, 80.0), ("200", "30", "15.0")),
        *rows_of(2021, ("100", "40", "40.0"), (60000, 13200, 22.0), (8000, 3040, 38.0), ("200", "80", "40.0")),
    ]
    path = tmp_path / "repeat.csv"
    path.write_text("\n".join([HEAD + COLUMNS, *lines]) + "\n", encoding="utf-8")
    benchmarks = Benchmarks(ReadCells([read_published(path)]))
    return Saying(tmp_path, code=ISLE_OF_WIGHT, benchmarks=benchmarks)


@pytest.mark.parametrize(
    ("claim", "verdict", "prints"),
    [
        ("{{CPP-12 higher than England}}", SUPPORTED, "higher than England"),  # the latest year by then: 2020-21
        ("{{CPP-12 lower than England}}", NOT_SUPPORTED, "lower than England"),
        ("{{CPP-12 similar to England}}", NOT_SUPPORTED, "similar to England"),
        ("{{CPP-12 higher than the region}}", CANNOT_TELL, "higher than South East"),  # 40 beside 38: chance
        ("{{CPP-12 lower than South East}}", CANNOT_TELL, "lower than South East"),
        ("{{CPP-12 similar to South East}}", SUPPORTED, "similar to South East"),
        ("{{CPP-12 similar to neighbours}}", SUPPORTED, "similar to statistical neighbours"),
        ("{{CPP-12 above statistical neighbours in 2019-20}}", SUPPORTED, "higher than statistical neighbours"),
        ("{{CPP-12 above statistical neighbours in 2020}}", SUPPORTED, "higher than statistical neighbours"),
        ('{{CPP-12 higher than England | "consistently higher"}}', CANNOT_TELL, "consistently higher"),  # one year only
        ("{{CPP-12 higher than England in each of the last 2 years}}", CANNOT_TELL, "higher than England"),  # 41 beside 40
        ("{{CPP-12 lower than the region in each of the last 2 years}}", CANNOT_TELL, "lower than South East"),
        ("{{CPP-12 lower than the region in 2019-20}}", SUPPORTED, "lower than South East"),
        ("{{CPP-12 higher than the region in each of the last 3 years}}", NOT_SUPPORTED, "higher than South East"),
        ("{{CPP-12 higher than England in each of the last 4 years}}", CANNOT_TELL, "higher than England"),  # only three are
        ("{{CPP-12 higher than England in each year from 2018-19 to 2020-21}}", CANNOT_TELL, "higher than England"),
        ("{{CPP-12 higher than England in 2021-22}}", CANNOT_TELL, "higher than England"),  # not published yet
        ("{{CPP-12 published 2020-21 = 40}}", SUPPORTED, "40 %"),
        ("{{CPP-12 published 2020-21 for England = 22.0}}", SUPPORTED, "22.0 %"),
        ("{{CPP-12 published 2020-21 for region = 39}}", NOT_SUPPORTED, "38 %"),
        ("{{CPP-12 rose from published 2018-19 to published 2019-20}}", SUPPORTED, "rose"),
        ("{{CPP-12 rose from published 2019-20 to published 2020-21}}", NOT_SUPPORTED, "rose"),
        ("{{CPP-12 published 2021-22}}", CANNOT_TELL, "[x]"),
    ],
)
def test_a_comparison(saying: Saying, claim: str, verdict: str, prints: str) -> None:
    assert saying.says(claim) == (verdict, prints)


def test_consistently_needs_every_year(saying: Saying) -> None:
    claim = '{{CPP-12 higher than statistical neighbours in each year from 2018-19 to 2019-20 | "consistently higher"}}'

    checked = saying.checked(claim)

    assert checked.judged[0].verdict.verdict == SUPPORTED
    assert [each.when for each in checked.judged[0].verdict.evidence if each.of == "statistical neighbours"] == [
        "published for 2019-03-31",
        "published for 2020-03-31",
    ]


def test_words_that_say_the_opposite_of_the_comparison_are_not_supported(saying: Saying) -> None:
    assert saying.says('{{CPP-12 higher than England | "fewer than in England"}}')[0] == NOT_SUPPORTED
    assert saying.says('{{CPP-12 higher than England | "40.0 % beside 22 %"}}')[0] == SUPPORTED
    assert saying.says('{{CPP-12 higher than England | "45 % beside 22 %"}}')[0] == NOT_SUPPORTED


def test_the_examples_figure_is_that_of_its_records_never_of_the_authority_it_is_modelled_on(saying: Saying) -> None:
    """Of its hundred plans started in the year none is a repeat: lower than England, where the model's 40 % is higher."""
    saying.code = EXAMPLE
    rows = [f"A{n} | 2020-0{4 + n % 6}-01 | 0" for n in range(100)]
    saying.holds.holds(child_protection_plans, "\n".join(["child | start_date | previous_plans", *rows]))

    assert saying.says("{{CPP-12 lower than England}}") == (SUPPORTED, "lower than England")


def test_a_refused_comparison_says_what_is_true(saying: Saying) -> None:
    refusal = saying.checked("Ours is {{CPP-12 lower than England}}.").refusal

    assert "higher: 40.0 % (95 % interval 30.9 to 49.8) beside 22.0 % (England, published for 2021-03-31)" in refusal
    assert "Write higher than, or leave the comparison out." in refusal


def test_another_authoritys_region_is_told(saying: Saying) -> None:
    with pytest.raises(ClaimsError, match="North West is not the authority's region, which is South East"):
        saying.says("{{CPP-12 higher than North West}}")

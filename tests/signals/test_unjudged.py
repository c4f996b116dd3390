"""Which figures no rule can judge honestly: each is listed once, with the reason in plain words and its latest figure."""

from datetime import date

import pytest

from quarterday.indicators import Asked, Computation, Source
from quarterday.records.periods import snapshot
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals import Judge, months_to, summary, unmeasured, why_never
from quarterday.signals.stock_band import has_band
from quarterday.submissions.settings import parse_settings, settings_tables
from support.small_example import small_example

END = date(2022, 3, 31)
MONTHS = months_to(END, 36)
ASKED = Asked((MONTHS[-1],), (snapshot(END),))

JUDGED = {
    "a count of what happened": "REF-01",
    "a rate of what happened": "REF-02",
    "a share of what happened": "ASM-03",
    "a median of what happened": "ASM-04",
    "a quartile of what happened": "S47-06q3",
    "a ratio of what happened": "S47-04",
    "a mean of days": "LAC-36",
    "what came less what went": "CPP-25",
    "to how many it happened, of those there in the month": "MIS-01",
    "a stock": "CPP-01",
    "a rate of a stock": "CPP-02",
    "a share of a stock": "CPP-08",
}
UNJUDGED = {
    "a mix of what happened": ("REF-08", "It is a mix"),
    "a mix of a stock": ("LAC-10", "It is a mix"),
    "an average caseload": ("WRK-01", "It divides one stock by another"),
    "a share of posts by their hours": ("WRK-05", "It divides one stock by another"),
    "a median of a stock": ("WRK-03m", "It is a middle or other rank of a stock"),
    "hours in post": ("WRK-08", "It adds up the working time"),
    "a change from the peak": ("WRK-10", "It is measured from the greatest value so far"),
    "children on a plan at any point": ("CPP-07", "It counts what lasts in every month that it lasts"),
    "children in need at any point": ("CIN-05", "It counts what lasts in every month that it lasts"),
    "days away sick": ("WRK-09", "It counts what lasts in every month that it lasts"),
    "what only the latest record tells": ("LAC-27", "there are no months to compare"),
    "what the load can support": ("DQ-02", "It tells of the load"),
}


@pytest.mark.parametrize("code", JUDGED.values(), ids=JUDGED)
def test_what_happened_in_a_month_and_stocks_that_are_counted_are_judged(code: str) -> None:
    assert why_never(BY_CODE[code]) == ""


@pytest.mark.parametrize(("code", "why"), UNJUDGED.values(), ids=UNJUDGED)
def test_what_cannot_be_judged_honestly_says_why_in_plain_words(code: str, why: str) -> None:
    assert why in why_never(BY_CODE[code])
    assert why_never(BY_CODE[code]).endswith(".")


def test_every_stock_has_a_band_or_a_reason() -> None:
    assert all(has_band(each) or why_never(each) for each in INDICATORS if not each.is_flow)


@pytest.fixture(scope="module")
def page() -> list:
    code = small_example()["children"]["authority"][0].as_py()
    settings = parse_settings("")
    source = Source(small_example(), END, (code,), settings_tables(settings, [code]))
    with Computation(source) as computation:
        judged = Judge(computation, MONTHS, settings).all_of(INDICATORS)
        caseload, away = (computation.measure([BY_CODE[code]], ASKED)[0].value for code in ("WRK-01", "WRK-09"))
    return [summary(judged, [unmeasured("LAC-37", "Moves", "%", "lower", "No record tells.")]), caseload, away]


def test_every_indicator_stands_on_the_page_once_and_what_is_not_judged_has_its_reason(page: list) -> None:
    rows = page[0].rows

    assert sorted(row.code for row in rows) == sorted([*(each.code for each in INDICATORS), "LAC-37"])
    for row in rows:
        assert bool(row.variation) != (row.method == "not judged"), row.code
        assert row.variation or row.note, row.code
    kinds = [row.method for row in rows]
    assert kinds.index("not judged") == len(kinds) - kinds.count("not judged")  # they stand last
    assert rows[-1].code == "LAC-37"
    assert rows[-1].direction == "Lower is better"


def test_what_is_not_judged_has_its_latest_figure_all_the_same(page: list) -> None:
    whole, caseload, away = page
    rows = {row.code: row for row in whole.rows}

    assert float(rows["WRK-01"].value) == pytest.approx(caseload, abs=0.05)
    assert float(rows["WRK-09"].value) == pytest.approx(away, abs=0.05)
    assert rows["WRK-01"].period == "2022-03"
    assert rows["CPP-14"].value is None  # a mix has no one figure

"""What changed and why, in the report: sentences, tables and slides that add up, and protect children."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.records.periods import parse_period
from quarterday.reports.change_groups import PARTS, WAYS, every_part, number, way_of, without_small
from quarterday.reports.document import Report
from quarterday.reports.editions import published_rows
from quarterday.reports.quarterly import Request, told
from quarterday.reports.table import DataTable
from quarterday.signals.change import BY_NAME, Explained, Moved, Part, Split, Tally
from quarterday.submissions import Store, build
from support.example_store import example_store

CHILDREN = 6_000
"""So small an authority has small parts of changes, and headlines that are not small."""
SECTIONS = ("2.3", "2.4", "2.5", "2.6")
PLANS = "child_protection_plans"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with two submissions: in the second, three protection plans are gone that the first had."""
    store, load, _ = example_store(tmp_path_factory.mktemp("changes") / "store", CHILDREN)
    records = load.records
    plans = records[PLANS]
    at_end = pc.and_(
        pc.less_equal(plans["start_date"], date(2021, 9, 30)),
        pc.fill_null(pc.greater(plans["end_date"], date(2022, 3, 31)), fill_value=True),
    )
    gone = [place for place, open_then in enumerate(at_end.to_pylist()) if open_then][:3]
    kept = [place for place in range(plans.num_rows) if place not in gone]
    build(store, replace(load, records={**records, PLANS: plans.take(kept)}), lambda *_: [])
    return store


@pytest.fixture(scope="module")
def report_for(store: Store) -> Callable[..., Report]:
    known: dict[tuple[str, int], Report] = {}

    def make(audience: str, submission: int = 1) -> Report:
        if (audience, submission) not in known:
            known[audience, submission] = told(request(store, audience, submission))[0]
        return known[audience, submission]

    return make


def request(store: Store, audience: str, submission: int) -> Request:
    return Request(
        store=store,
        submission=store.get(submission),
        settings=store.settings(),
        authority="X99000921",
        period=parse_period("2021-22-Q2"),
        audience=audience,
        written_at=datetime(2022, 4, 1, 9),  # noqa: DTZ001
    )


def blocks(report: Report, section: str) -> tuple:
    return next(each for each in report.sections if each.number == section).blocks


def changed(report: Report, section: str) -> DataTable:
    return next(each for each in blocks(report, section) if isinstance(each, DataTable) and "changed" in each.key)


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_of_a_stock_opens_with_what_changed_and_why(report_for, section: str) -> None:
    report = report_for("management")
    first, second = blocks(report, section)[:2]

    assert re.match(r"[\d,]+ (children|episodes|cases) .* at 30 September 2021, (up|down|the same)", first.text)
    assert "came in (" in first.text
    assert "At 1 March 2020, the beginning of the month of an event on record (First lockdown, 23 March 2020)" in first.text
    assert second is changed(report, section)
    assert [each.visual for each in report.slides if each.visual and each.visual.title == second.title]
    assert second in report.tables


@pytest.mark.parametrize("audience", ["management", "public"])
@pytest.mark.parametrize("section", SECTIONS)
def test_the_numbers_of_every_column_add_up(report_for, audience: str, section: str) -> None:
    table = changed(report_for(audience), section)
    columns = list(zip(*table.rows, strict=True))
    for column in columns[1:]:
        told_as = dict(zip(columns[0], column, strict=True))
        if any(isinstance(cell, str) for cell in column):
            continue
        came, went = told_as["Came in, altogether"], told_as["Went out, altogether"]
        assert column[0] + came - went == column[-1]
        for way, whole in (("Came in: ", came), ("Went out: ", went)):
            parts = [cell for label, cell in told_as.items() if label.startswith(way)]
            assert not parts or sum(parts) == whole


def test_families_are_for_the_management_alone(report_for) -> None:
    heads = {
        audience: [column.name for column in changed(report_for(audience), "2.3").columns]
        for audience in ("management", "public")
    }

    assert heads["management"][3:] == ["Families since 30 September 2020", "Families since 1 March 2020"]
    assert heads["public"] == heads["management"][:3]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_public_reads_no_number_from_one_to_five_and_loses_no_headline_to_a_part(report_for, section: str) -> None:
    """The management reads each small part; the public reads it together with another."""
    public, whole = (changed(report_for(audience), section) for audience in ("public", "management"))
    numbers = [cell for row in public.rows for cell in row[1:]]

    assert not [cell for cell in numbers if isinstance(cell, float) and 1 <= cell <= 5]
    assert [cell for cell in numbers if isinstance(cell, float) and cell > 5]
    small = [cell for row in whole.rows for cell in row[1:3] if 1 <= cell <= 5]
    merged = len(whole.rows) - len(public.rows)
    assert merged >= 1 if small else merged >= 0
    if all(row[1] > 5 for row in (whole.rows[0], whole.rows[-1])) and section != "2.6":
        assert public.rows[-1][1] == whole.rows[-1][1]


def test_the_question_why_the_number_on_a_plan_changed_is_answered_from_it(report_for) -> None:
    report = report_for("management")
    questions = next(each for each in blocks(report, "3") if getattr(each, "key", "") == "questions")
    answer = next(row[1] for row in questions.rows if row[0] == "Why did the number on a plan change?")

    assert answer.startswith(blocks(report, "2.3")[0].text.partition(" The target")[0][:120])
    assert "not known from these records" in answer


def test_what_was_restated_is_told_with_its_reason_to_the_management(report_for) -> None:
    table = next(each for each in blocks(report_for("management", 2), "3") if getattr(each, "key", "") == "restated")
    row = next(each for each in table.rows if "(CPP-01)" in each[0])

    assert [column.name for column in table.columns] == ["Stock", "Said then", "Is now", "Why it differs"]
    assert int(row[1]) - int(row[2]) == 3
    assert row[3] == "-3 withdrawn."
    assert table in report_for("management", 2).tables


def test_the_public_reads_totals_only_and_none_from_which_a_small_correction_follows(report_for) -> None:
    table = next(each for each in blocks(report_for("public", 2), "3") if getattr(each, "key", "") == "restated")
    row = next(each for each in table.rows if "(CPP-01)" in each[0])

    assert [column.name for column in table.columns] == ["Stock", "Said then", "Is now"]
    assert row[1] == "[c]"


def test_without_an_earlier_submission_nothing_is_said_of_one(report_for) -> None:
    report = report_for("management", 1)

    assert "submission" not in " ".join(getattr(each, "text", "") for each in blocks(report, "3"))
    assert not [each for each in report.tables if each.key == "restated"]


def test_an_edition_carries_the_figures_of_changes(store: Store, tmp_path: Path) -> None:
    _, book = told(request(store, "public", 1))
    rows = [row for row in published_rows(book.told) if row["code"] == "CPP-01" and row["period_kind"].startswith("since")]

    assert {row["period_kind"] for row in rows} == {"since 2020-09-30", "since 2020-03-01"}
    assert {row["breakdown"] for row in rows} == set(WAYS)
    assert all(row["period_end"] == "2021-09-30" for row in rows)


SMALL = 5


def is_small(count: int) -> bool:
    return 1 <= count <= SMALL


@given(st.sampled_from(sorted(PARTS)), st.lists(st.tuples(*[st.integers(0, 12)] * 9), min_size=1, max_size=3))
def test_parts_told_together_are_never_small_and_leave_none_out(code: str, pieces: list[tuple[int, ...]]) -> None:
    """Over each change, and between the first days of two: `pieces` are what happened in each stretch, the latest last."""
    longer = [tuple(map(sum, zip(*pieces[place:], strict=True))) for place in range(len(pieces))]
    changes = [change(code, place, dict(zip(PARTS[code], counts, strict=False))) for place, counts in enumerate(longer)]
    groups = without_small(changes, is_small)

    for way in WAYS:
        told_parts = [name for group in groups[way] for name in group]
        assert not told_parts or sorted(told_parts) == sorted(name for name in PARTS[code] if way_of(name) == way)
        for group in groups[way]:
            counts = [number(each, group) for each in changes]
            stretches = [a - b for a, b in pairwise(counts)]
            assert not [count for count in (*counts, *stretches) if is_small(count)]


def test_the_management_reads_every_part_alone() -> None:
    assert every_part([change("LAC-01", 0, {"returned": 1})])["came in"] == (("started",), ("returned",))


def change(code: str, place: int, counts: dict[str, int]) -> Explained:
    start, end = date(2020, 3 + place, 1), date(2021, 9, 30)
    parts = [Part(BY_NAME[name], _records(name, count)) for name, count in counts.items()]
    moved = sum(part.count for part in parts)
    opening, closing = Tally(500, 500, 500), Tally(500 + moved, 500 + moved, 500 + moved)
    return Explained(code, "", "X99000921", start, end, Split("all", opening, closing, tuple(parts)))


def _records(name: str, count: int) -> tuple[Moved, ...]:
    way = BY_NAME[name].direction
    return tuple(Moved(date(2021, 1, 1), "", "", "", None, None, Tally(way, way, way)) for _ in range(count))

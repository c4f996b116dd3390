"""`measure`: the results table of CONTRACTS §2, column by column."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from quarterday.sections import BY_CODE
from support.command_line import Said, quarterday
from support.plain_words import message_of

COLUMNS = [
    "code", "authority", "period_kind", "period_start", "period_end", "breakdown", "group",
    "numerator", "denominator", "value", "status", "unit",
]  # fmt: skip


def rows(said: Said) -> list[dict[str, str]]:
    """The rows of a CSV that a command printed."""
    assert said.code == 0, said.everything
    return list(csv.DictReader(io.StringIO(said.out)))


def ask(store: Path, *words: str) -> Said:
    return quarterday("measure", *words, "-o", "csv", "--store", store)


def test_the_columns_are_those_of_the_contract(kept: Path) -> None:
    said = ask(kept, "CPP-01", "--at", "2021-09-30")
    assert said.out.splitlines()[0] == ",".join(COLUMNS)


def test_the_total_has_all_as_breakdown_and_group(kept: Path) -> None:
    (row,) = rows(ask(kept, "CPP-01", "--at", "2021-09-30"))
    assert row == {
        "code": "CPP-01",
        "authority": "X99000921",
        "period_kind": "snapshot",
        "period_start": "2021-09-30",
        "period_end": "2021-09-30",
        "breakdown": "all",
        "group": "all",
        "numerator": row["value"],
        "denominator": "",
        "value": row["numerator"],
        "status": "ok",
        "unit": "count",
    }
    assert row["value"].isdigit()


def test_at_a_date_flows_are_over_the_twelve_months_that_end_on_it(kept: Path) -> None:
    (row,) = rows(ask(kept, "REF-01", "--at", "2021-09-30"))
    assert (row["period_kind"], row["period_start"], row["period_end"]) == ("twelve-months", "2020-10-01", "2021-09-30")


@pytest.mark.parametrize(
    ("period", "kind", "first", "last"),
    [
        ("2021-09", "month", "2021-09-01", "2021-09-30"),
        ("2021-22-Q2", "quarter", "2021-07-01", "2021-09-30"),
        ("2020-21", "year", "2020-04-01", "2021-03-31"),
        ("2021-22-Q2-ytd", "year-to-date", "2021-04-01", "2021-09-30"),
    ],
)
def test_in_a_period_flows_are_counted_in_it_and_stocks_at_its_end(
    kept: Path, period: str, kind: str, first: str, last: str
) -> None:
    flow, stock = rows(ask(kept, "REF-01", "CPP-01", "--period", period))
    assert (flow["period_kind"], flow["period_start"], flow["period_end"]) == (kind, first, last)
    assert (stock["period_kind"], stock["period_start"], stock["period_end"]) == ("snapshot", last, last)


def test_months_are_both_inclusive_and_stocks_stand_at_month_end(kept: Path) -> None:
    found = rows(ask(kept, "REF-01", "CPP-01", "--months", "2020-10", "2021-09"))
    flows = [row for row in found if row["code"] == "REF-01"]
    stocks = [row for row in found if row["code"] == "CPP-01"]
    assert [row["period_start"] for row in flows] == [
        date(2020 + (month > 12), (month - 1) % 12 + 1, 1).isoformat() for month in range(10, 22)
    ]
    assert {row["period_kind"] for row in flows} == {"month"}
    assert [row["period_end"] for row in stocks] == [row["period_end"] for row in flows]
    assert {row["period_kind"] for row in stocks} == {"snapshot"}


def test_breakdowns_are_one_way_and_add_up(kept: Path) -> None:
    found = rows(ask(kept, "REF-01", "--at", "2021-09-30", "--by", "team,age_band,team"))
    assert {row["breakdown"] for row in found} == {"all", "team", "age_band"}
    total = next(int(row["numerator"]) for row in found if row["breakdown"] == "all")
    for name in ("team", "age_band"):
        assert sum(int(row["numerator"]) for row in found if row["breakdown"] == name) == total
    assert len({(row["breakdown"], row["group"]) for row in found}) == len(found)


def test_a_percentage_stands_in_its_unit_and_is_not_rounded(kept: Path) -> None:
    (row,) = rows(ask(kept, "REF-03", "--at", "2021-09-30"))
    assert row["unit"] == "%"
    assert float(row["value"]) == pytest.approx(100 * int(row["numerator"]) / int(row["denominator"]), rel=1e-12)


def test_without_a_code_every_indicator_is_measured(kept: Path) -> None:
    said = ask(kept, "--period", "2021-22-Q2")
    assert {row["code"] for row in rows(said)} == set(BY_CODE)


def test_a_code_may_be_in_small_letters(kept: Path) -> None:
    assert rows(ask(kept, "cpp-01", "--at", "2021-09-30"))[0]["code"] == "CPP-01"


def test_json_and_parquet_hold_what_the_csv_holds(kept: Path, tmp_path: Path) -> None:
    words = ("measure", "REF-03", "CPP-01", "--at", "2021-09-30", "--by", "team", "--store", kept)
    plain = rows(quarterday(*words, "-o", "csv"))
    told = json.loads(quarterday(*words, "-o", "json").out)
    assert quarterday(*words, "-o", "parquet", "--to", tmp_path / "x.parquet").code == 0
    table = pq.read_table(tmp_path / "x.parquet")
    (tmp_path / "piped.parquet").write_bytes(quarterday(*words, "-o", "parquet").data)
    assert pq.read_table(tmp_path / "piped.parquet").equals(table)
    assert table.column_names == COLUMNS == list(told[0])
    for csv_row, json_row, row in zip(plain, told, table.to_pylist(), strict=True):
        assert {name: "" if value is None else str(value) for name, value in json_row.items()} == {
            name: "" if value is None else str(value) for name, value in row.items()
        }
        assert csv_row["group"] == row["group"]
        assert (float(csv_row["value"]) if csv_row["value"] else None) == row["value"]


def test_a_file_is_written_and_nothing_is_printed(kept: Path, tmp_path: Path) -> None:
    words = ("measure", "CPP-01", "--at", "2021-09-30", "--store", kept)
    said = quarterday(*words, "-o", "csv", "--to", tmp_path / "out.csv")
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / "out.csv").read_text() == quarterday(*words, "-o", "csv").out
    assert quarterday(*words, "--to", tmp_path / "out.json").out == ""
    assert json.loads((tmp_path / "out.json").read_text())[0]["code"] == "CPP-01"


def test_the_table_shows_the_title_and_the_rounded_value(kept: Path) -> None:
    said = quarterday("measure", "CPP-01", "--at", "2021-09-30", "--store", kept)
    assert said.code == 0
    assert BY_CODE["CPP-01"].title in said.out


def test_four_is_only_for_when_nothing_can_be_computed(store: Path, tmp_path: Path) -> None:
    only = tmp_path / "only"
    only.mkdir()
    (only / "ssd_cp_plans.csv").write_text(
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n1,a,2020-01-01,\n"
    )
    words = ("--only", "--as-at", "2021-12-31", "--covers-from", "2015-01-01")
    assert quarterday("load", only, "--store", store, *words).code in {0, 1}

    message = message_of(quarterday("measure", "REF-01", "--at", "2021-09-30", "--store", store), 4)
    assert message == "Nothing that was asked for can be computed. The reasons are above."

    said = ask(store, "REF-01", "CPP-01", "--at", "2021-09-30")
    assert [(row["code"], row["status"], row["value"]) for row in rows(said)] == [("REF-01", "x", ""), ("CPP-01", "ok", "1")]
    assert "REF-01: not computable: table referrals is missing" in said.err


def test_an_earlier_submission_can_be_asked(store: Path, tmp_path: Path) -> None:
    before = ask(store, "CPP-01", "--at", "2021-09-30").out
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "ssd_cp_plans.csv").write_text(
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
    )
    words = ("--as-at", "2022-03-31", "--covers-from", "2015-01-01")
    assert quarterday("load", tmp_path / "none", "--store", store, *words).code in {0, 1}
    assert rows(ask(store, "CPP-01", "--at", "2021-09-30"))[0]["value"] == "0"
    assert ask(store, "CPP-01", "--at", "2021-09-30", "--submission", "1").out == before


WRONG = {
    "no time": (("CPP-01",), "--at DATE"),
    "two times": (("CPP-01", "--at", "2021-09-30", "--period", "2021-22"), "one of --at"),
    "no date": (("CPP-01", "--at", "soon"), "'soon' is not a date"),
    "an empty date": (("CPP-01", "--at", ""), "not a date"),
    "a day that is not there": (("CPP-01", "--at", "2021-02-30"), "not a date"),
    "the year one": (("CPP-01", "--at", "0001-01-01"), "not within 1900"),
    "the last year of all": (("CPP-01", "--at", "9999-12-31"), "to 2100"),
    "no period": (("CPP-01", "--period", "2021-22-Q5"), "2021-22-Q2"),
    "an empty period": (("CPP-01", "--period", ""), "not a period"),
    "months the wrong way": (("CPP-01", "--months", "2021-09", "2020-10"), "the earlier one first"),
    "one month": (("CPP-01", "--months", "2020-10"), "not a run of months"),
    "no code": (("XYZ-1", "--at", "2021-09-30"), "'XYZ-1' is not an indicator"),
    "no breakdown": (("CPP-01", "--at", "2021-09-30", "--by", "shoe_size"), "Known are: age_band"),
    "no format": (("CPP-01", "--at", "2021-09-30", "-o", "xml"), "csv, json, parquet"),
    "an ending that says nothing": (("CPP-01", "--at", "2021-09-30", "--to", "out.docx"), ".csv, .json or .parquet"),
    "another authority": (("CPP-01", "--at", "2021-09-30", "--authority", "E06000001"), "It has: X99000921"),
    "no authority": (("CPP-01", "--at", "2021-09-30", "--authority", "Ambridge"), "GSS code"),
}


@pytest.mark.parametrize(("words", "names"), WRONG.values(), ids=WRONG)
def test_what_is_asked_wrongly_ends_with_two_and_says_what_was_allowed(
    kept: Path, words: tuple[str, ...], names: str
) -> None:
    message = message_of(quarterday("measure", *words, "--store", kept), 2)
    assert names in message


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_submission_that_is_not_there_is_refused(kept: Path, number: str) -> None:
    said = quarterday("measure", "CPP-01", "--at", "2021-09-30", "--submission", number, "--store", kept)
    assert "It has: 1." in message_of(said, 4)


@pytest.mark.parametrize("to", ["", "no/such/file.csv"])
@pytest.mark.parametrize("kind", ["csv", "json", "parquet"])
def test_a_file_that_cannot_be_written_is_named(kept: Path, tmp_path: Path, to: str, kind: str) -> None:
    said = quarterday("measure", "CPP-01", "--at", "2021-09-30", "-o", kind, "--to", tmp_path / to, "--store", kept)
    assert str(tmp_path / to) in message_of(said, 4)


def test_a_date_after_the_extract_cannot_be_computed(kept: Path) -> None:
    said = quarterday("measure", "CPP-01", "--at", "2022-04-01", "--store", kept)
    message_of(said, 4)
    assert "2022-03-31" in said.err

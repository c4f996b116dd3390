"""`quarterday change`: what it says, what it writes, and how it refuses."""

import csv
import json
from pathlib import Path

import pytest

from quarterday.submissions import Store
from support.command_line import quarterday
from support.loads import fingerprint, loaded

CHILDREN = (
    "child | sex | date_of_birth\nAna | F | 2012-05-01\nBen | M | 2011-02-03\nCal | M | 2010-01-01\nDee | F | 2013-01-01"
)
FIRST = """child | child_protection_plan_id | start_date | end_date
Ana | a1 | 2020-01-04 |
Ben | b1 | 2020-05-01 | 2021-02-01"""
SECOND = """child | child_protection_plan_id | start_date | end_date
Ana | a1 | 2020-01-04 | 2021-05-01
Ben | b1 | 2020-05-01 | 2021-02-01
Ben | b2 | 2021-06-01 |
Cal | c1 | 2021-03-01 |
Dee | d1 | 2021-05-01 |"""
DATES = ("--from", "2021-03-31", "--to", "2021-09-30")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two submissions: the second knows of a plan that the first did not."""
    folder = tmp_path / "store"
    for plans in (FIRST, SECOND):
        loaded(Store(folder), children=CHILDREN, child_protection_plans=plans)
    return folder


def test_it_says_in_plain_words_what_happened(store: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--store", store)

    assert said.code == 0
    assert (
        "3 at 30 September 2021, up 1 from 2 at 31 March 2021. 2 came in: 1 started, 1 returned. 1 went out: 1 ended."
        in said.out
    )
    assert "Ana" not in said.everything


def test_a_code_in_lower_case_is_known(store: Path) -> None:
    assert quarterday("change", "cpp-01", *DATES, "--store", store).code == 0


def test_families_can_be_told_instead(store: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--families", "--store", store)

    assert "3 families at 30 September 2021, up 1 from 2" in said.out


def test_between_submissions_it_says_what_was_restated(store: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--before", "1", "--submission", "2", "--store", store)

    assert "up 2 from 1 at 31 March 2021. Restated for the first date, more: 1 recorded late." in said.out


def test_json_carries_parts_that_add_up(store: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--before", "1", "--by", "team", "--json", "--store", store)
    told = json.loads(said.out)

    for split in (told, *told["groups"]):
        for unit in ("count", "children", "families"):
            assert split["opening"][unit] + sum(part[unit] for part in split["parts"]) == split["closing"][unit]
    assert (told["code"], told["from"], told["to"], told["by"]) == ("CPP-01", "2021-03-31", "2021-09-30", "team")
    assert told["corrections"]["children"] == 1
    assert [group["group"] for group in told["groups"]] == ["not known"]
    assert "list" not in told


def test_one_part_is_listed_by_pseudonym(store: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--part", "returned", "--json", "--store", store)
    (row,) = json.loads(said.out)["list"]
    children = quarterday("children", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", store).out

    assert (row["day"], row["from_date"], row["to_date"]) == ("2021-06-01", "2021-06-01", None)
    assert row["child_id"] in children, "the same pseudonym as in the figure's own list"
    assert "Ben" not in said.everything
    assert "b2" not in row.values()


def test_lists_are_written_a_file_a_part(store: Path, tmp_path: Path) -> None:
    said = quarterday("change", "CPP-01", *DATES, "--lists", tmp_path / "lists", "--store", store)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "lists").iterdir()}
    files = {name: list(csv.DictReader(text.splitlines())) for name, text in texts.items()}

    assert said.code == 0
    assert {name: len(rows) for name, rows in files.items()} == {
        "started": 1,
        "returned": 1,
        "transferred_in": 0,
        "ended": 1,
        "aged_out": 0,
        "transferred_out": 0,
    }
    assert sum(int(row["children"]) for rows in files.values() for row in rows) == 1


def test_a_list_under_pseudonyms_tells_no_18th_birthday(tmp_path: Path) -> None:
    loaded(
        Store(tmp_path / "store"),
        children="child | sex | date_of_birth\nEve | F | 2003-06-15",
        child_protection_plans="child | child_protection_plan_id | start_date | end_date\nEve | e1 | 2020-01-04 |",
    )
    asked = ("change", "CPP-01", *DATES, "--part", "aged_out", "--json", "--store", tmp_path / "store")
    said, opened = quarterday(*asked), quarterday(*asked, "--identify", "--reason", "case review")

    assert len(json.loads(said.out)["list"]) == 1
    assert "2021-06-15" not in said.everything
    assert json.loads(opened.out)["list"][0]["day"] == "2021-06-15"


def test_identifiable_records_need_a_reason_and_are_logged(store: Path) -> None:
    refused = quarterday("change", "CPP-01", *DATES, "--part", "ended", "--identify", "--store", store)
    said = quarterday(
        "change", "CPP-01", *DATES, "--part", "ended", "--identify", "--reason", "case review", "--store", store
    )
    log = (store / "access-log.jsonl").read_text(encoding="utf-8")

    assert refused.code == 2
    assert "--identify needs --reason" in refused.err
    assert "Ana" in said.out
    assert '"change CPP-01"' in log
    assert "case review" in log


def test_settings_of_the_time_can_be_named(store: Path, tmp_path: Path) -> None:
    then = tmp_path / "then.toml"
    then.write_text('[[setting]]\nname = "visit interval"\nsubject = "child protection"\nvalue = "5 working days"\n')
    said = quarterday("change", "CPP-01", *DATES, "--before", "1", "--settings-before", then, "--json", "--store", store)

    assert any("settings differ" in note for note in json.loads(said.out)["notes"])


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("XYZ-01", *DATES), 2, "'XYZ-01' is not an indicator"),
        (("CPP-03", *DATES), 2, "a flow has no opening and closing"),
        (("CPP-14", *DATES), 2, "not a number of children"),
        (("CPP-01", "--from", "2021-09-30", "--to", "2021-03-31"), 2, "Give the earlier date first"),
        (("CPP-01", "--from", "31/3/2021", "--to", "2021-09-30"), 2, "is not a date"),
        (("CPP-01", "--from", "2021-03-31", "--to", "2021-10-01"), 4, "the records end on 2021-09-30"),
        (("CPP-01", "--from", "2019-03-31", "--to", "2021-09-30"), 4, "the records begin on 2020-01-04"),
        (("LAC-01", *DATES), 4, "missing from the records"),
        (("CPP-01", *DATES, "--by", "colour"), 2, "Known are: age_band"),
        (("CPP-01", *DATES, "--part", "vanished"), 2, "The parts are: recorded_late"),
        (("CPP-01", *DATES, "--before", "2"), 2, "not earlier than submission 2"),
        (("CPP-01", *DATES, "--before", "1", "--submission", "9"), 4, "no submission 9"),
        (("CPP-01", *DATES, "--settings-before", "x.toml"), 2, "goes with --before"),
        (("CPP-01", *DATES, "--authority", "E06000001"), 2, "holds no records of E06000001"),
        (("CPP-01", "--from", "2021-03-31"), 2, "--to"),
    ],
)
def test_what_cannot_be_explained_is_refused_with_its_reason(
    store: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    before = fingerprint(store)
    said = quarterday("change", *arguments, "--store", store)

    assert said.code == code
    assert says in " ".join(said.everything.split())
    assert "Traceback" not in said.everything
    assert fingerprint(store) == before

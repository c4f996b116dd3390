"""`children`: the records behind a figure, pseudonymised unless asked for with a reason, which is logged."""

import csv
import io
import json
from pathlib import Path

import pytest

from quarterday.records.months import birthday
from quarterday.sections import INDICATORS
from quarterday.submissions import Store
from quarterday.submissions.pseudonyms import pseudonym, pseudonym_key
from support.command_line import Said, quarterday
from support.plain_words import message_of, says_no_child
from support.small_example import small_example

AT = ("--at", "2021-09-30")


def rows(said: Said) -> list[dict[str, str]]:
    assert said.code == 0, said.everything
    return list(csv.DictReader(io.StringIO(said.out)))


def listed(store: Path, *words: str) -> list[dict[str, str]]:
    return rows(quarterday("children", *words, "-o", "csv", "--store", store))


def figure(store: Path, code: str) -> int:
    (row,) = rows(quarterday("measure", code, *AT, "-o", "csv", "--store", store))
    return int(row["numerator"])


@pytest.mark.parametrize("code", ["CPP-01", "LAC-01", "REF-01", "CIN-01"])
def test_the_list_holds_as_many_as_the_figure_says(kept: Path, code: str) -> None:
    said = quarterday("children", code, *AT, "-o", "csv", "--store", kept)
    assert sum(int(row["amount"]) for row in rows(said)) == figure(kept, code)
    assert f"{figure(kept, code)} in the numerator of {code}" in said.err


def test_the_population_can_be_listed_instead(kept: Path) -> None:
    (row,) = rows(quarterday("measure", "REF-03", *AT, "-o", "csv", "--store", kept))
    assert sum(int(each["amount"]) for each in listed(kept, "REF-03", *AT, "--denominator")) == int(row["denominator"])


def test_pseudonyms_are_the_same_each_time_and_another_stores_differ(kept: Path, store: Path) -> None:
    first, again = listed(kept, "CPP-01", *AT), listed(kept, "CPP-01", *AT)
    assert first == again
    (store / "pseudonym.key").unlink(missing_ok=True)
    others = listed(store, "CPP-01", *AT)
    assert {row["child_id"] for row in others}.isdisjoint(row["child_id"] for row in first)
    assert len(others) == len(first)


def test_a_pseudonymised_list_tells_no_id_and_no_birthday(kept: Path) -> None:
    people = zip(*(small_example()["children"][name].to_pylist() for name in ("child_id", "date_of_birth")), strict=True)
    key = pseudonym_key(kept)
    eighteenth = {pseudonym(child, key): birthday(day, 18).isoformat() for child, day in people if day}
    seen = 0
    for indicator in (each for each in INDICATORS if each.of.about_child):
        said = quarterday("children", indicator.code, *AT, "--by", "", "-o", "csv", "--store", kept)
        if said.code == 4:
            continue
        assert says_no_child(said), indicator.code
        for row in rows(said):
            seen += row["child_id"] in eighteenth
            assert not [name for name in row if "date_of_birth" in name or name.startswith("birthday")], indicator.code
            assert eighteenth.get(row["child_id"], "none") not in row.values(), indicator.code
            assert (row.get("to_date") or "") <= AT[1], indicator.code
    assert seen > 100


def test_workers_are_pseudonymised_too(kept: Path) -> None:
    assert says_no_child(quarterday("children", "LAC-01", *AT, "--by", "worker", "-o", "csv", "--store", kept))
    assert says_no_child(quarterday("children", "WRK-01", *AT, "-o", "csv", "--store", kept))


def test_identified_records_need_a_reason_and_are_logged(store: Path) -> None:
    for words in ((), ("--reason", ""), ("--reason", "   ")):
        assert "--reason" in message_of(quarterday("children", "LAC-01", *AT, "--identify", *words, "--store", store), 2)
    assert not (store / "access-log.jsonl").exists()

    shown = listed(store, "LAC-01", *AT, "--identify", "--reason", "to check a plan")
    known = set(Store(store).get().records()["children"]["child_id"].to_pylist())
    assert {row["child_id"] for row in shown} <= known
    (entry,) = [json.loads(line) for line in (store / "access-log.jsonl").read_text().splitlines()]
    assert (entry["what"], entry["why"], entry["rows"]) == ("children LAC-01", "to check a plan", len(shown))
    assert not any(name in json.dumps(entry) for name in known)
    assert quarterday("doctor", "--store", store).code == 0


def test_nothing_identifiable_is_shown_once_the_log_was_changed(store: Path) -> None:
    listed(store, "LAC-01", *AT, "--identify", "--reason", "first")
    log = store / "access-log.jsonl"
    log.write_text(log.read_text().replace("first", "never"))
    said = quarterday("children", "LAC-01", *AT, "--identify", "--reason", "second", "--store", store)
    assert "line 1" in message_of(said, 4)
    assert said.out == ""
    assert "access log was changed" in quarterday("doctor", "--store", store).out


def test_an_empty_list_still_has_its_columns(kept: Path) -> None:
    said = quarterday("children", "CPP-08", *AT, "-o", "csv", "--store", kept)
    assert figure(kept, "CPP-08") == 0
    assert (said.code, len(said.out.splitlines())) == (0, 1)
    assert said.out.startswith("child_id,")


WRONG = {
    "no time": (("CPP-01",), "--at DATE or --period PERIOD"),
    "two times": (("CPP-01", *AT, "--period", "2021-09"), "--at DATE or --period PERIOD"),
    "no date": (("CPP-01", "--at", "soon"), "not a date"),
    "no code": (("XYZ-1", *AT), "not an indicator"),
    "no breakdown": (("CPP-01", *AT, "--by", "shoe_size"), "Known are: age_band"),
    "no format": (("CPP-01", *AT, "-o", "parquet"), "table, csv"),
}


@pytest.mark.parametrize(("words", "names"), WRONG.values(), ids=WRONG)
def test_what_is_asked_wrongly_ends_with_two(kept: Path, words: tuple[str, ...], names: str) -> None:
    assert names in message_of(quarterday("children", *words, "--store", kept), 2)


def test_a_figure_that_cannot_be_computed_has_no_list(kept: Path) -> None:
    said = quarterday("children", "CPP-01", "--at", "2022-04-30", "--store", kept)
    assert "CPP-01: " in message_of(said, 4)
    assert said.out == ""


def test_the_list_can_be_written_to_a_file(kept: Path, tmp_path: Path) -> None:
    said = quarterday("children", "LAC-01", *AT, "--to", tmp_path / "x.csv", "--store", kept)
    assert (said.code, said.out) == (0, "")
    with (tmp_path / "x.csv").open(newline="") as file:
        assert list(csv.DictReader(file)) == listed(kept, "LAC-01", *AT)
    assert str(tmp_path) in message_of(quarterday("children", "LAC-01", *AT, "--to", tmp_path, "--store", kept), 4)

"""Facts kept beside a submission: they give the very figures that facts built anew give, and only where nothing changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quarterday.indicators import Asked, Computation, Result, Source, asked_at, source_of
from quarterday.indicators.kept_facts import path_of_facts
from quarterday.sections import INDICATORS
from quarterday.sections.keeping import keep_all_facts
from quarterday.submissions import Store, Submission
from quarterday.submissions.settings import Settings
from support.example_store import AUTHORITY, example_store

BY = ("team", "age_band", "sex", "ethnicity", "unaccompanied")
DAY = date(2021, 9, 30)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Submission]:
    store, _, submission = example_store(tmp_path_factory.mktemp("kept") / "store", 600)
    assert keep_all_facts(submission, store.settings(), AUTHORITY)
    return store, submission


def kept(house: tuple[Store, Submission], settings: Settings | None = None) -> Source:
    store, submission = house
    return source_of(submission, settings or store.settings(), AUTHORITY)


def figures(source: Source) -> list[Result]:
    with Computation(source) as computation:
        return computation.measure(INDICATORS, asked_at(DAY), BY)


def test_figures_over_kept_facts_are_those_over_facts_built_anew(house: tuple[Store, Submission]) -> None:
    source = kept(house)

    assert source.kept_facts
    assert figures(source) == figures(replace(source, kept_facts=None))


def test_a_list_over_kept_facts_has_the_columns_and_rows_of_one_built_anew(house: tuple[Store, Submission]) -> None:
    source = kept(house)
    listed = []
    for each in (source, replace(source, kept_facts=None)):
        with Computation(each) as computation:
            plans = next(indicator for indicator in INDICATORS if indicator.code == "CPP-01")
            listed.append(computation.rows(plans, asked_at(DAY).stocks, BY).sort_by("record_id"))

    assert listed[0].num_rows > 0
    assert listed[0].equals(listed[1])


def test_asked_at_no_day_a_stock_has_no_figures(house: tuple[Store, Submission]) -> None:
    with Computation(kept(house)) as computation:
        assert computation.measure(INDICATORS, Asked((), ())) == []


def test_facts_kept_under_other_settings_are_not_used(house: tuple[Store, Submission]) -> None:
    store, _ = house
    settings = store.settings()
    others = replace(settings, settings=settings.settings[1:])

    assert kept(house).kept_facts
    assert kept(house, others).kept_facts is None


def test_registering_an_event_leaves_the_kept_facts_in_use(house: tuple[Store, Submission]) -> None:
    settings = house[0].settings()

    assert kept(house, replace(settings, targets=(), events=())).kept_facts


def test_facts_that_cannot_be_read_are_built_anew(house: tuple[Store, Submission], tmp_path: Path) -> None:
    damaged = tmp_path / "facts.duckdb"
    damaged.write_bytes(b"not a database" * 1000)
    source = kept(house)

    with Computation(replace(source, kept_facts=damaged)) as computation:
        plans = next(indicator for indicator in INDICATORS if indicator.code == "CPP-01")
        assert computation.measure([plans], asked_at(DAY))[0].numerator


def test_only_the_facts_in_use_are_kept_and_nothing_lies_beside_them(house: tuple[Store, Submission]) -> None:
    store, submission = house
    old = store.results_folder / "0" / f"facts-{AUTHORITY}-{'0' * 32}.duckdb"
    of_another = store.results_folder / "0" / f"facts-E06000001-{'0' * 32}.duckdb"
    old.parent.mkdir(exist_ok=True)
    for path in (old, of_another):
        path.write_bytes(b"")
    path = path_of_facts(submission, store.settings(), AUTHORITY)
    path.unlink()

    assert keep_all_facts(submission, store.settings(), AUTHORITY)

    assert not old.exists()
    assert of_another.exists()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_where_facts_cannot_be_kept_nothing_is_left_and_nothing_fails(
    house: tuple[Store, Submission], tmp_path: Path
) -> None:
    store, submission = house
    blocked = replace(submission, folder=tmp_path / "submissions")
    (tmp_path / "results").write_text("a file where the folder would be", encoding="utf-8")

    assert path_of_facts(blocked, store.settings(), AUTHORITY).parent.parent == tmp_path / "results"
    assert not keep_all_facts(blocked, store.settings(), AUTHORITY)
    assert [each.name for each in tmp_path.iterdir()] == ["results"]

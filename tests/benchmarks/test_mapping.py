"""Every indicator of the catalogue with a benchmark is mapped to real columns, or listed as not at hand."""

import csv

import pytest

from quarterday.benchmarks.catalogue import subjects
from quarterday.benchmarks.families import BY_KEY, layouts
from quarterday.benchmarks.measures import CODES, MEASURES, POPULATION
from quarterday.benchmarks.relations import RELATIONS
from support.reference import reference_file

FIGURES = [measure for measure in MEASURES if measure.code != POPULATION]


def catalogue() -> list[dict[str, str]]:
    text = reference_file("indicators/indicators.csv").read_text(encoding="utf-8-sig")
    return [row for row in csv.DictReader(text.splitlines()) if row["benchmark"] not in ("", "-")]


@pytest.mark.reference
def test_every_benchmark_of_the_catalogue_is_mapped_or_listed_with_the_reason() -> None:
    named = {row["code"] for row in catalogue()}
    listed = {code for code, subject in subjects().items() if subject.not_at_hand}

    assert named <= CODES | listed
    assert not CODES & listed
    assert CODES | listed <= named | {"CIN-11e"}  # the second half of CIN-11


@pytest.mark.reference
def test_the_direction_that_is_good_is_the_catalogues() -> None:
    ours = {"higher", "lower", "neither"}
    for row in catalogue():
        subject = subjects()[row["code"]]
        assert subject.better in ours
        assert row["polarity"].split()[0] == subject.better
        if row["lait_polarity"] in ("High", "Low"):
            assert subject.national_tool == row["lait_polarity"].lower()


def test_rank_follows_the_national_tool_and_words_follow_the_catalogue() -> None:
    starts, reviews, rate, moves = (subjects()[code] for code in ("CPP-04", "CPP-18", "REF-02", "LAC-16"))

    assert (starts.better, starts.rank_polarity) == ("neither", "low")  # ranked by the tool, called neither good nor bad
    assert (reviews.better, reviews.rank_polarity) == ("higher", "high")
    assert (rate.better, rate.rank_polarity) == ("neither", "")  # demand: no rank
    assert (moves.better, moves.rank_polarity) == ("lower", "low")  # the tool does not show it: ours


@pytest.mark.parametrize("measure", FIGURES, ids=lambda each: f"{each.code}-{each.group}-{each.family}")
def test_a_mapping_names_columns_of_its_familys_layout(measure) -> None:
    columns = {column.split(" [")[0] for column in measure.columns if column != measure.published}
    if not measure.numerator:
        columns.add(measure.published)

    assert columns <= layouts()[measure.family]


@pytest.mark.reference
@pytest.mark.parametrize("measure", FIGURES, ids=lambda each: f"{each.code}-{each.group}-{each.family}")
def test_a_mapping_resolves_to_cells_of_the_files(measure, benchmarks) -> None:
    """England's row of the latest year holds every column; what a release dropped can be made from the others."""
    sheet = benchmarks._of_family(measure.family)
    england = sheet[max(sheet)][-1].england
    assert england is not None
    wanted = [column for column in measure.columns if column != measure.published or not measure.numerator]

    assert [column for column in wanted if column not in england.cells] == []


@pytest.mark.reference
def test_every_code_has_a_year_and_a_figure_for_england(benchmarks) -> None:
    assert sorted(code for code in CODES if not benchmarks.years(code)) == []


@pytest.mark.reference
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda each: f"{each.family}-{each.total}-{len(each.parts)}")
def test_parts_add_up_to_their_total_in_every_row_where_all_are_known(relation, benchmarks) -> None:
    """Exactly, or at most where the relation says so: the linear program rests on it."""
    broken = []
    for year, sheets in benchmarks._of_family(relation.family).items():
        for row in sheets[-1].authorities:
            total = row.cell(relation.total)[0]
            parts = [row.cell(part)[0] for part in relation.parts]
            assert all(part in row.cells for part in relation.parts)
            if total is not None and None not in parts:
                added = sum(parts)
                if added > total or (relation.exact and added != total):
                    broken.append((year, row.areas, total, added))

    assert broken == []


def test_every_relation_is_of_a_known_family() -> None:
    assert {relation.family for relation in RELATIONS} <= set(BY_KEY)

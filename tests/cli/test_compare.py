"""`quarterday compare` and `quarterday benchmarks` as outside checks call them."""

import json
from pathlib import Path

import pytest

from quarterday.benchmarks import add_files
from quarterday.example import make_example
from quarterday.submissions import Load, Store, build
from support.command_line import quarterday
from support.reference import reference_file

ISLE_OF_WIGHT = "E06000046"
CONTRACT = {
    *("code", "year", "authority", "value", "value_source", "low", "high", "england", "region", "neighbours"),
    *("rank", "ranked_of", "band", "verdicts"),
}
IN_NEIGHBOURS = {"average", "method", "with_value", "of", "low", "high", "low_any", "high_any"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with four published files, and no records."""
    folder = tmp_path_factory.mktemp("benchmarks") / "store"
    published = reference_file("published")
    names = ("c1_*.csv", "csww_*.csv", "d5_*.csv", "d4_*.csv", "ons_*.csv")
    add_files(folder, [path for name in names for path in sorted(published.glob(name))])
    return folder


@pytest.mark.reference
def test_one_indicator_is_one_object_with_the_fields_of_the_contract(store: Path) -> None:
    said = quarterday(
        *("compare", "REF-03", "--authority", ISLE_OF_WIGHT, "--year", 2025, "--neighbours", "2025"),
        *("--average", "mean", "--json", "--store", store),
    )
    found = json.loads(said.out)

    assert said.code == 0
    assert set(found) >= CONTRACT
    assert set(found["neighbours"]) >= IN_NEIGHBOURS
    assert set(found["verdicts"]) == {"england", "region", "neighbours"}
    assert (found["value"], found["value_source"], found["neighbours"]["average"]) == (46.7, "published", 22.71)
    assert (found["rank"], found["ranked_of"], found["band"]) == (153, 153, "D")
    assert "own_value" not in found


@pytest.mark.reference
def test_several_indicators_are_a_list_in_the_order_asked(store: Path) -> None:
    said = quarterday("compare", "wrk-01", "CPP-10", "--authority", "921", "--year", 2025, "--json", "--store", store)

    assert [each["code"] for each in json.loads(said.out)] == ["WRK-01", "CPP-10"]


@pytest.mark.reference
def test_a_mix_is_a_list_of_its_groups_and_a_named_group_one_object(store: Path) -> None:
    asked = ("compare", "CPP-14", "--authority", ISLE_OF_WIGHT, "--year", 2024, "--json", "--store", store)

    assert len(json.loads(quarterday(*asked).out)) == 5
    assert json.loads(quarterday(*asked, "--group", "neglect").out)["group"] == "neglect"


@pytest.mark.reference
def test_the_text_says_polarity_suppression_and_counting_practice(store: Path) -> None:
    said = quarterday("compare", "REF-02", "CPP-10", "--authority", ISLE_OF_WIGHT, "--year", 2025, "--store", store).out

    assert "lower is better" in said
    assert "if each is 1 to 5" in said
    assert "Cannot tell from England" in said
    assert "Counting practice" in said
    assert "Referrals with no further action: 20.8 %" in said


@pytest.mark.reference
@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("REF-03", "--year", 2025, "--authority", "E06009999"), 2, "No authority of England has the code E06009999"),
        (("REF-03", "--year", 2025, "--authority", "Wight"), 2, "'Wight' is not an authority's code"),
        (("NOP-1", "--year", 2025, "--authority", ISLE_OF_WIGHT), 2, "No published figure is known for 'NOP-1'"),
        (("REF-03", "--year", 2025, "--authority", ISLE_OF_WIGHT, "--neighbours", "2014"), 2, "Known are: 2021, 2025"),
        (("REF-03", "--year", 2025, "--authority", ISLE_OF_WIGHT, "--average", "mode"), 2, "mean, median, pooled"),
        (("REF-03", "--year", 2025), 2, "--authority CODE"),
        (("REF-03", "--year", "soon", "--authority", ISLE_OF_WIGHT), 2, "year"),
        (("REF-03", "--year", 1999, "--authority", ISLE_OF_WIGHT), 4, "Those loaded have 2013 to 2025"),
        (("LAC-14", "--year", 2025, "--authority", ISLE_OF_WIGHT), 4, "No published statistics of LAC-14"),
        (("OUT-03", "--year", 2025, "--authority", ISLE_OF_WIGHT), 4, "no file at hand"),
    ],
)
def test_bad_input_gets_its_exit_code_and_words(store: Path, arguments: tuple[object, ...], code: int, says: str) -> None:
    said = quarterday("compare", *arguments, "--store", store)

    assert (said.code, says in said.everything.replace("\n", " ")) == (code, True), said.everything


def test_without_statistics_it_says_what_to_run(tmp_path: Path) -> None:
    said = quarterday("compare", "REF-03", "--year", 2025, "--authority", ISLE_OF_WIGHT, "--store", tmp_path / "none")

    assert said.code == 4
    assert "No published statistics are loaded. Run quarterday benchmarks add FILE." in said.err


@pytest.mark.reference
def test_every_published_file_is_taken_and_look_ups_are_left_aside(tmp_path: Path) -> None:
    files = sorted(reference_file("published").glob("*"))
    said = quarterday("benchmarks", "add", *files, "--store", tmp_path)

    assert said.code == 0
    assert said.out.count("Taken in: ") == 24
    assert said.out.count("Left aside") == 5  # four look-ups and the README
    assert len(quarterday("benchmarks", "list", "--store", tmp_path).out.splitlines()) == 24


def test_an_unknown_file_is_refused_by_name_and_nothing_is_kept(tmp_path: Path) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("a,b\n1,2\n", encoding="utf-8")
    said = quarterday("benchmarks", "add", strange, "--store", tmp_path / "store")

    assert (said.code, "strange.csv" in said.err) == (3, True)
    assert "No published statistics are loaded" in quarterday("benchmarks", "list", "--store", tmp_path / "store").out


def test_the_indicators_with_published_figures_are_listed_with_the_reason_for_the_others() -> None:
    said = quarterday("benchmarks", "codes").out

    assert "REF-03  Re-referrals within 12 months (%)" in said
    assert "WRK-13" in said
    assert "not compared: a local definition" in said


@pytest.mark.reference
def test_own_figures_come_from_the_records_at_the_day_of_the_published_ones(store: Path, tmp_path: Path) -> None:
    from datetime import date

    house = Store(tmp_path / "own")
    folder = reference_file("published")
    add_files(house.folder, [path for name in ("c1_*.csv", "b4_*.csv") for path in folder.glob(name)])
    records = make_example(
        children=1_500, start=date(2019, 4, 1), end=date(2021, 3, 31), seed=3, errors=0.0, authority="X99000921"
    )
    load = Load("X99000921", records, date(2021, 3, 31), "2021-04-01T09:00:00+01:00", "test", made_up=True)
    build(house, load, lambda *_: [])

    said = quarterday("compare", "REF-03", "--year", 2021, "--own", "--json", "--store", house.folder)
    found = json.loads(said.out)
    measured = quarterday("measure", "REF-03", "--at", "2021-03-31", "-o", "json", "--store", house.folder)

    assert said.code == 0, said.everything
    assert found["value"] == 35.6
    assert found["own_value"] == pytest.approx(json.loads(measured.out)[0]["value"], abs=1e-5)
    assert found["own_low"] < found["own_value"] < found["own_high"]
    assert set(found["own_verdicts"]) == {"england", "region", "neighbours"}
    text = quarterday("compare", "REF-03", "CIN-06", "--year", 2021, "--own", "--store", house.folder)
    assert "From the authority's records" in text.out


@pytest.mark.reference
def test_charts_are_a_page_and_files_that_are_named(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    said = quarterday(
        *("compare", "REF-03", "CPP-01", "WRK-09", "--authority", ISLE_OF_WIGHT, "--year", 2024),
        *("--charts", folder, "--store", store),
    )
    page = (folder / "comparison.html").read_text(encoding="utf-8")

    assert said.code == 0, said.everything
    names = ["REF-03-2024-funnel.svg", "REF-03-2024-ranked.svg", "WRK-09-2024-ranked.svg", "comparison.html"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert all(name in said.out.replace("\n", "") for name in names)
    assert page.count("No ranked bars: a number grows with the authority") == 1  # CPP-01
    assert page.count("No funnel: it needs a share or a rate whose counts are published") == 2  # CPP-01, WRK-09
    assert "Isle of Wight: higher than all 10 neighbours" in page


@pytest.mark.reference
def test_suppressed_neighbours_stand_on_the_charts_of_long_plans(store: Path, tmp_path: Path) -> None:
    asked = ("compare", "CPP-10", "--authority", ISLE_OF_WIGHT, "--year", 2025, "--charts", tmp_path, "--store", store)

    assert quarterday(*asked).code == 0
    drawn = (tmp_path / "CPP-10-2025-ranked.svg").read_text(encoding="utf-8")
    assert "Not published (1 to 5): " in drawn
    assert all(name in drawn for name in ("Bolton", "Rotherham", "Plymouth", "Torbay"))


@pytest.mark.reference
def test_json_stays_json_beside_charts(store: Path, tmp_path: Path) -> None:
    asked = ("compare", "REF-03", "--authority", ISLE_OF_WIGHT, "--year", 2025, "--json", "--store", store)
    said = quarterday(*asked, "--charts", tmp_path)

    assert json.loads(said.out) == json.loads(quarterday(*asked).out)
    assert (tmp_path / "comparison.html").exists()


@pytest.mark.reference
@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("NOP-1", "--year", 2025), 2, "No published figure is known for 'NOP-1'"),
        (("REF-03", "--year", 1999), 4, "Those loaded have 2013 to 2025"),
        (("REF-03", "NOP-1", "--year", 2025), 2, "No published figure is known for 'NOP-1'"),
    ],
)
def test_what_cannot_be_compared_draws_nothing(
    store: Path, tmp_path: Path, arguments: tuple[object, ...], code: int, says: str
) -> None:
    folder = tmp_path / "charts"
    said = quarterday("compare", *arguments, "--authority", ISLE_OF_WIGHT, "--charts", folder, "--store", store)

    assert (said.code, says in said.everything.replace("\n", " ")) == (code, True), said.everything
    assert not folder.exists()


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_charts_into_a_file_are_refused_and_it_stays(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "taken"
    file.write_text("kept", encoding="utf-8")
    said = quarterday("compare", "REF-03", "--authority", ISLE_OF_WIGHT, "--year", 2025, "--charts", file / inside)

    assert (said.code, "is a file, and charts go into a folder" in said.err.replace("\n", " ")) == (2, True), said.everything
    assert file.read_text(encoding="utf-8") == "kept"

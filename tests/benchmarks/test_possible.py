"""What suppressed cells can be: never narrower than the truth allows, and as narrow as the published totals make it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quarterday.benchmarks.possible import PossibleValues
from quarterday.benchmarks.relations import relations_of
from quarterday.benchmarks.sheets import AreaRow, Sheet

FAMILY = "plan durations"
TOTAL = "cpp_at31"
BANDS = relations_of(FAMILY, (TOTAL,))[0].parts
LONG = "2_years_or_more"
REGION = "E12000008"


def row(name: str, *bands: int | str, total: int | str | None = None, kind: str = "authority") -> AreaRow:
    """A row of the open-duration table, shortest band first; its total is that of the bands unless given."""
    cells = {band: cell(value) for band, value in zip(BANDS, bands, strict=True)}
    numbers = [value for value in bands if isinstance(value, int)]
    cells[TOTAL] = cell(sum(numbers) if total is None else total)
    return AreaRow(kind, (name,), (name,), REGION if kind == "authority" else "", cells)


def cell(value: int | str) -> tuple[float | None, str]:
    return (None, value) if isinstance(value, str) else (float(value), "")


def possible(rows: list[AreaRow], name: str, *, primary: bool) -> tuple[float, float] | None:
    sheet = Sheet(FAMILY, 2025, "made.csv", tuple(rows))
    asked = next(each for each in rows if each.areas == (name,))
    counts = PossibleValues(sheet, (LONG,), [asked], primary=primary)
    return counts.range({(asked.areas, LONG): 1.0}) if counts.holds else None


def test_a_suppressed_cell_is_one_to_five_or_as_much_as_the_row_leaves() -> None:
    rows = [row("Ana", 10, 10, 10, "c", "c", total=50)]  # two cells share 20

    assert possible(rows, "Ana", primary=True) == pytest.approx((1, 5))
    assert possible(rows, "Ana", primary=False) == pytest.approx((1, 19))  # 20 less the least of its partner


def test_the_row_narrows_the_primary_reading_too() -> None:
    rows = [row("Ana", 10, 10, 10, "c", "c", total=32)]  # two cells share 2

    assert possible(rows, "Ana", primary=True) == pytest.approx((1, 2))


def test_a_small_rest_may_hide_a_nought() -> None:
    """Files hold rows whose two suppressed cells add up to 1: one of them is nought."""
    rows = [row("Ana", 10, 10, 10, "c", "c", total=31)]

    assert possible(rows, "Ana", primary=False) == pytest.approx((0, 1))


def test_the_region_narrows_what_the_row_leaves_open() -> None:
    rows = [
        row("Ana", 10, 10, 10, "c", "c", total=50),
        row("Ben", 10, 10, 10, 10, 4),
        row(REGION, 20, 20, 20, "c", 10, total=90, kind="region"),  # long plans of the region: 5 to 15, of which Ben has 4
    ]

    assert possible(rows, "Ana", primary=False) == pytest.approx((1, 11))
    assert possible(rows, "Ana", primary=True) == pytest.approx((1, 5))


def test_a_region_that_contradicts_one_to_five_leaves_only_the_wider_reading() -> None:
    rows = [
        row("Ana", 10, 10, 10, "c", "c", total=50),
        row(REGION, 10, 10, 10, "c", 20, total=50, kind="region"),  # at least 15 long plans, all Ana's
    ]

    assert possible(rows, "Ana", primary=True) is None
    assert possible(rows, "Ana", primary=False) == pytest.approx((15, 19))


def test_a_region_with_an_authority_missing_from_the_file_says_nothing() -> None:
    """The region's shorter bands show that an authority is not in the file: its long plans are not Ana's."""
    rows = [
        row("Ana", 10, 10, 10, "c", "c", total=50),
        row(REGION, 100, 10, 10, "c", 20, total=140, kind="region"),
    ]

    assert possible(rows, "Ana", primary=True) == pytest.approx((1, 5))


def test_an_authority_with_no_figures_may_hold_any_part_of_its_region() -> None:
    rows = [
        row("Ana", 10, 10, 10, "c", "c", total=50),
        row("Ben", "x", "x", "x", "x", "x", total="x"),
        row(REGION, 10, 10, 10, "c", 20, total=80, kind="region"),  # without Ben, at least 15 would be Ana's
    ]

    assert possible(rows, "Ana", primary=True) == pytest.approx((1, 5))
    assert possible(rows, "Ana", primary=False) == pytest.approx((1, 19))


TABLES = st.lists(st.lists(st.integers(0, 40), min_size=5, max_size=5), min_size=2, max_size=6)


@settings(max_examples=60, deadline=None)
@given(TABLES, st.randoms(use_true_random=False))
def test_the_truth_is_always_possible(table: list[list[int]], dice: random.Random) -> None:
    """Suppress as the department does (1 to 5, and one more of the row): the wider reading holds every true number, and
    where all hidden long plans are 1 to 5 the narrower one does."""
    rows, hidden = [], []
    for number, bands in enumerate(table):
        shown: list[int | str] = list(bands)
        few = [place for place, value in enumerate(bands) if 1 <= value <= 5]
        if len(few) == 1 and sum(bands) > bands[few[0]]:
            others = [place for place, value in enumerate(bands) if place not in few and value > 0]
            few.append(dice.choice(others))
        for place in few:
            shown[place] = "c"
        rows.append(row(f"Area {number}", *shown, total=sum(bands)))
        if shown[4] == "c":
            hidden.append((rows[-1], bands[4]))
    region = [round(sum(column) / 10) * 10 for column in zip(*table, strict=True)]
    total = round(sum(map(sum, table)) / 10) * 10
    rows.append(row(REGION, *region, total=total, kind="region"))
    if not hidden:
        return
    sheet = Sheet(FAMILY, 2025, "made.csv", tuple(rows))
    weights = {(each.areas, LONG): 1.0 for each, _ in hidden}
    truth = sum(value for _, value in hidden)

    wide = PossibleValues(sheet, (LONG,), [each for each, _ in hidden], primary=False).range(weights)
    assert wide is not None
    assert wide[0] - 1e-6 <= truth <= wide[1] + 1e-6
    if all(1 <= value <= 5 for _, value in hidden):
        narrow = PossibleValues(sheet, (LONG,), [each for each, _ in hidden], primary=True).range(weights)
        assert narrow is not None
        assert wide[0] - 1e-6 <= narrow[0] <= truth + 1e-6
        assert truth - 1e-6 <= narrow[1] <= wide[1] + 1e-6

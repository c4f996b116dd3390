"""Re-bases: proposed, never made by themselves, and only with reason, author and date."""

import pytest

from quarterday.signals import Rebase, SignalError, xmr

RECORD = ("A second assessment team", "Head of service", "2021-05-10")
STEP = [1, 2] * 7 + [11, 12] * 7


def test_a_lasting_shift_is_proposed_as_a_rebase_and_leaves_the_limits_alone() -> None:
    chart = xmr(STEP, periods=[str(n) for n in range(28)])

    assert len(chart.groups) == 1
    assert any("a re-base from 14 may be considered" in note for note in chart.notes)


def test_a_recorded_rebase_begins_a_group_with_its_own_limits_and_rules() -> None:
    chart = xmr(STEP, rebases=[Rebase(14, *RECORD)])

    assert [(group.first, group.last, group.mean) for group in chart.groups] == [(0, 13, 1.5), (14, 27, 11.5)]
    assert (chart.mean, chart.signals) == (11.5, ())
    assert chart.groups[1].rebase == Rebase(14, *RECORD)
    assert not any("may be considered" in note for note in chart.notes)


def test_a_run_does_not_reach_across_a_rebase() -> None:
    rising = [5, 1, 2, 3, 4, 5, 6, 7, 1, 9, 1, 9, 1, 9]
    assert "trend" in [point.rule for point in xmr(rising).points]
    assert "trend" not in [point.rule for point in xmr(rising, rebases=[Rebase(4, *RECORD)]).points]


def test_each_group_has_its_own_baseline_of_its_first_points() -> None:
    chart = xmr([*STEP, 40], rebases=[Rebase(14, *RECORD)], baseline=13)

    assert [group.points for group in chart.groups] == [13, 13]
    assert chart.last.rule == "outside"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_rebase_without_its_reason_author_or_date_is_refused(place: int) -> None:
    record = list(RECORD)
    record[place] = " "

    with pytest.raises(SignalError, match="its reason, its author and the date"):
        xmr(STEP, rebases=[Rebase(14, *record)])


def test_a_rebase_waits_for_its_second_point() -> None:
    chart = xmr(STEP, rebases=[Rebase(27, *RECORD)])

    assert len(chart.groups) == 1
    assert any("takes effect with its second point" in note for note in chart.notes)


@pytest.mark.parametrize("at", [0, -1, 28])
def test_a_rebase_off_the_chart_is_refused(at: int) -> None:
    with pytest.raises(SignalError, match="one of the points 2 to 28"):
        xmr(STEP, rebases=[Rebase(at, *RECORD)])

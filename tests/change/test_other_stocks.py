"""Why other stocks differ: children looked after, in need, helped early, held by social workers; and those past a threshold."""

import pytest

from change.telling import change_of
from quarterday.records.tables import BY_NAME
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals.change import ChangeError, DatesError, NotAStockError, NotComputableError, UnknownBreakdownError
from quarterday.signals.change.stock import stock_of
from support.authority import Authority

child_protection_plans = BY_NAME["child_protection_plans"]
children = BY_NAME["children"]
early_help_episodes = BY_NAME["early_help_episodes"]
involvements = BY_NAME["involvements"]
professionals = BY_NAME["professionals"]
teams = BY_NAME["teams"]
looked_after_episodes = BY_NAME["looked_after_episodes"]
placements = BY_NAME["placements"]
legal_statuses = BY_NAME["legal_statuses"]
referrals = BY_NAME["referrals"]
FROM, TO = "2021-03-31", "2021-09-30"


def test_looked_after_children_who_another_authority_takes_over_are_transferred_out(authority: Authority) -> None:
    authority.holds(
        children, "child | date_of_birth\nAna | 2010-01-01\nBen | 2003-06-01\nCal | 2010-01-01\nDee | 2010-01-01"
    )
    authority.holds(
        looked_after_episodes,
        """
        child | start_date | start_reason | end_date   | end_reason
        Ana   | 2020-01-01 | S            | 2021-06-01 | E3    # taken over by another authority
        Ben   | 2020-01-01 | S            |            |       # turned 18
        Cal   | 2020-01-01 | S            | 2021-05-01 | X1    # a new episode, the same care
        Cal   | 2021-05-01 | P            |            |
        Dee   | 2019-01-01 | S            | 2020-01-01 | E4A   # came back after a year at home
        Dee   | 2021-07-01 | S            |            |
        """,
    )
    authority.holds(placements)

    told = change_of(authority, BY_CODE["LAC-01"], FROM, TO)

    assert told.ends == (3, 2)
    assert told.children == {"returned": 1, "aged_out": -1, "transferred_out": -1}


def test_a_change_of_placement_is_no_change_of_the_number_looked_after(authority: Authority) -> None:
    authority.holds(looked_after_episodes, "child | start_date\nAna | 2020-01-01")
    authority.holds(
        placements,
        """
        child | start_date | end_date   | placement_type
        Ana   | 2020-01-01 | 2021-05-01 | U1
        Ana   | 2021-05-01 |            | K2
        """,
    )

    told = change_of(authority, BY_CODE["LAC-01"], FROM, TO, by="placement")

    assert told.children == {}
    assert told.of("children's home") == {"moved_in": 1}
    assert told.of("foster: relative or friend") == {"moved_out": -1}


def test_a_second_open_episode_of_a_child_in_need_is_a_further_record_and_no_further_child(authority: Authority) -> None:
    authority.holds(
        referrals,
        """
        child | referral_date | close_date | close_reason
        Ana   | 2021-01-01    | 2021-08-01 |
        Ana   | 2021-05-01    |            |        # opened while the first is open
        Ben   | 2021-01-01    | 2021-06-01 | RC5    # closed as transferred
        Cal   | 2021-05-01    | 2021-05-20 |
        """,
    )

    told = change_of(authority, BY_CODE["CIN-01"], FROM, TO)

    assert told.ends == (2, 1)
    assert told.children == {"started": 1, "ended": -1, "transferred_out": -1}
    assert told.count == {
        "started": 1,
        "further_opened": 1,
        "ended": -1,
        "transferred_out": -1,
        "further_closed": -1,
    }


def test_a_record_that_names_no_child_is_counted_as_one_of_its_own(authority: Authority) -> None:
    authority.holds(early_help_episodes, "child | start_date\n | 2021-05-01\n | 2021-05-01\nAna | 2021-05-01")

    told = change_of(authority, BY_CODE["EH-01o"], FROM, TO)

    assert told.ends == (0, 3)
    assert told.children == {"started": 3}


def test_reaching_the_threshold_is_its_own_part(authority: Authority) -> None:
    authority.holds(
        child_protection_plans,
        """
        child | start_date | end_date
        Ana   | 2020-01-01 |             # 18 months on 1 July 2021: reached while it went on
        Ben   | 2019-09-30 |             # on the first date itself: in the opening figure
        Cal   | 2019-01-01 | 2021-06-01  # past it, and ended
        Dee   | 2019-12-01 | 2021-07-01  # reached on 1 June, and ended a month later: in both
        Eve   | 2020-01-15 | 2021-07-15  # ended on the very day: not open at its end
        Fay   | 2020-03-30 |             # reached on the second date (30 September)
        Gus   | 2021-05-01 |             # far from it
        """,
    )

    told = change_of(authority, BY_CODE["CPP-08"], FROM, TO)

    assert told.ends == (2, 3)
    assert told.children == {"reached": 3, "ended": -2}
    assert told.who("reached") == ["Dee", "Ana", "Fay"]


def test_leaving_the_condition_while_continuing_is_its_own_part(authority: Authority) -> None:
    """A visit in time lasts twenty working days: then the child leaves those visited in time, and stays on the plan."""
    authority.holds(child_protection_plans, "child | start_date\nAna | 2021-03-30")
    authority.holds(
        BY_NAME["child_protection_visits"],
        """
        child | visit_date | child_seen
        Ana   | 2021-04-10 | Y
        Ana   | 2021-07-01 | Y
        """,
    )

    told = change_of(authority, BY_CODE["CPP-15"], FROM, "2021-07-10")

    assert told.children == {"reached": 1, "left": -1}
    assert told.ends == (1, 1)


def test_moves_between_teams_balance_and_each_team_s_own_figures_hold(authority: Authority) -> None:
    authority.holds(
        child_protection_plans, "child | start_date | end_date\nAna | 2020-01-01 |\nBen | 2021-05-01 | 2021-08-01"
    )
    authority.holds(teams, "team_id | name\nn | North\ns | South")
    authority.holds(
        involvements,
        """
        child | role | team_id | start_date | end_date
        Ana   | CW   | n       | 2020-01-01 | 2021-06-01
        Ana   | CW   | s       | 2021-06-01 |
        Ben   | CW   | s       | 2021-01-01 | 2021-07-01   # then with nobody
        """,
    )

    told = change_of(authority, BY_CODE["CPP-01"], FROM, TO, by="team")

    assert told.children == {"started": 1, "ended": -1}
    assert told.of("North") == {"moved_out": -1}
    assert told.of("South") == {"started": 1, "moved_in": 1, "moved_out": -1}
    assert told.of("not known") == {"moved_in": 1, "ended": -1}


def test_cases_are_explained_behind_the_average_caseload(authority: Authority) -> None:
    authority.holds(
        professionals,
        """
        professional_id | registration_number | full_time_hundredths
        w1              | SW1                 | 100
        w2              | SW2                 | 100
        w3              |                     | 100      # no social worker (R24)
        """,
    )
    authority.holds(
        involvements,
        """
        child | role | professional_id | start_date | end_date
        Ana   | CW   | w1              | 2021-01-01 | 2021-06-01
        Ana   | CW   | w2              | 2021-06-01 |             # passed on the same day: still held
        Ben   | CW   | w1              | 2021-05-01 |
        Ben   | CW   | w2              | 2021-07-01 |             # a second worker: a further case
        Cal   | CW   | w1              | 2021-01-01 | 2021-05-01
        Dee   | CW   | w3              | 2021-05-01 |
        """,
    )

    told = change_of(authority, BY_CODE["WRK-01"], FROM, TO, by="worker")

    assert told.ends == (2, 3)
    assert told.children == {"started": 1, "ended": -1}
    assert told.count == {"started": 1, "further_opened": 1, "ended": -1}
    assert told.of("w2") == {"moved_in": 2}


@pytest.mark.parametrize("code", ["CPP-03", "LAC-05", "CPP-25", "LAC-10", "WRK-03m", "WRK-08", "QA-05", "WRK-04"])
def test_what_is_no_stock_of_children_is_refused(code: str) -> None:
    with pytest.raises(NotAStockError, match=code):
        stock_of(BY_CODE[code])


def test_every_count_of_children_at_a_date_is_a_stock() -> None:
    from quarterday.indicators import Count

    counts = [each for each in INDICATORS if isinstance(each, Count) and not each.is_flow and each.of.about_child]
    assert {"CPP-01", "CPP-09", "LAC-01", "LAC-07", "CIN-01", "CIN-09", "CIN-20", "EH-01o", "LGL-01"} <= {
        each.code for each in counts
    }
    assert all(stock_of(each).counted == each for each in counts)


def test_dates_that_make_no_change_are_refused(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01")
    for start, end in (("2021-09-30", "2021-03-31"), ("2021-09-30", "2021-09-30")):
        with pytest.raises(DatesError, match="earlier date first"):
            change_of(authority, BY_CODE["CPP-01"], start, end)


@pytest.mark.parametrize(
    ("code", "start", "end", "says"),
    [
        ("CPP-01", "2021-03-31", "2022-04-01", "the records end on 2022-03-31"),
        ("LAC-01", "2021-03-31", "2021-09-30", "looked_after_episodes"),
        ("CPP-01", "2019-03-31", "2021-09-30", "the records begin on 2020-01-01"),
    ],
)
def test_what_the_records_do_not_hold_is_said(authority: Authority, code: str, start: str, end: str, says: str) -> None:
    from datetime import date

    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01")
    authority.covers_from = {"child_protection_plans": date(2020, 1, 1)}
    with pytest.raises(NotComputableError, match=says):
        change_of(authority, BY_CODE[code], start, end)


def test_an_unknown_breakdown_is_refused_with_those_known(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01")
    with pytest.raises(UnknownBreakdownError, match="category") as caught:
        change_of(authority, BY_CODE["CPP-01"], FROM, TO, by="colour")
    assert isinstance(caught.value, ChangeError)


def test_a_reader_is_told_what_the_records_cannot_tell(authority: Authority) -> None:
    authority.holds(child_protection_plans, "child | start_date\nAna | 2020-01-01")
    authority.holds(early_help_episodes, "child | start_date\nAna | 2020-01-01")
    plans = change_of(authority, BY_CODE["CPP-01"], FROM, TO).explained.notes
    help_ = change_of(authority, BY_CODE["EH-01o"], FROM, TO).explained.notes

    assert any("referrals missing from the records" in note for note in plans)
    assert any("No record tells transfers" in note for note in help_)

"""Between frozen submissions: what the later one says otherwise about the first date, and why."""

import pytest

from change.telling import Told, change_of
from quarterday.records.tables import BY_NAME
from quarterday.sections import BY_CODE
from quarterday.signals.change import sentences
from support.authority import Authority

child_protection_plans = BY_NAME["child_protection_plans"]
children = BY_NAME["children"]
family_members = BY_NAME["family_members"]
involvements = BY_NAME["involvements"]
referrals = BY_NAME["referrals"]
teams = BY_NAME["teams"]
FROM, TO = "2021-03-31", "2021-06-30"
HEAD = "child | child_protection_plan_id | start_date | end_date"


def restated(earlier: str, later: str, code: str = "CPP-01", start: str = FROM, end: str = TO) -> Told:
    """The change where one submission held some plans and a later one holds others."""
    before, after = Authority(), Authority()
    before.holds(child_protection_plans, f"{HEAD}\n{earlier}" if earlier else "")
    after.holds(child_protection_plans, f"{HEAD}\n{later}" if later else "")
    return change_of(after, BY_CODE[code], start, end, before=before)


@pytest.mark.parametrize(
    ("earlier", "later", "part", "ends"),
    [
        ("", "Ana | p | 2021-03-01 |", "recorded_late", (0, 1)),
        ("Ana | p | 2021-03-01 |", "", "withdrawn", (1, 0)),
        ("Ana | p | 2021-04-02 |", "Ana | p | 2021-03-31 |", "start_moved_earlier", (0, 1)),
        ("Ana | p | 2021-03-01 |", "Ana | p | 2021-07-01 |", "start_moved_later", (1, 0)),
        ("Ana | p | 2020-03-01 |", "Ana | p | 2020-03-01 | 2021-03-31", "end_recorded_late", (1, 0)),
        ("Ana | p | 2020-03-01 | 2021-03-31", "Ana | p | 2020-03-01 |", "end_moved_later", (0, 1)),
        ("Ana | p | 2020-03-01 | 2021-03-31", "Ana | p | 2020-03-01 |2021-07-01", "end_moved_later", (0, 1)),
        # Another record id, the same days: known by the days.
        ("Ana | p | 2020-03-01 | 2021-03-01", "Ana | q | 2020-03-05 |", "end_moved_later", (0, 1)),
        # An earlier plan that ended long ago is another one: this one was recorded late.
        (
            "Ana | p | 2015-03-01 | 2016-03-01",
            "Ana | p | 2015-03-01 | 2016-03-01\nAna | q | 2021-03-05 |",
            "recorded_late",
            (0, 1),
        ),
    ],
)
def test_each_reason_of_a_restatement_has_its_part(earlier: str, later: str, part: str, ends: tuple[int, int]) -> None:
    told = restated(earlier, later)

    assert told.ends == ends
    step = ends[1] - ends[0]
    assert told.children == {part: step}
    assert told.families == {part: step}
    assert told.who(part) == ["Ana"]
    assert told.split.corrections.children == step


def test_corrections_and_what_happened_are_told_apart() -> None:
    told = restated(
        "Ana | a | 2020-03-01 |\nBen | b | 2020-03-01 |",
        "Ana | a | 2020-03-01 | 2021-05-01\nBen | b | 2020-03-01 | 2021-02-01\nBen | c | 2021-05-05 |\nCal | d | 2021-03-30 |",
    )

    assert told.ends == (2, 2)
    assert told.children == {"recorded_late": 1, "end_recorded_late": -1, "returned": 1, "ended": -1}
    assert sentences(told.explained) == (
        "2 at 30 June 2021, as many as the 2 at 31 March 2021. Restated for the first date, more: 1 recorded late. "
        "Restated for the first date, fewer: 1 with an end recorded late. 1 came in: 1 returned. 1 went out: 1 ended."
    )


def test_a_restatement_alone_can_be_asked_for_on_one_date() -> None:
    told = restated("Ana | a | 2020-03-01 |", "Ben | b | 2020-03-01 |", start=FROM, end=FROM)

    assert told.children == {"recorded_late": 1, "withdrawn": -1}


def test_a_condition_that_a_corrected_start_meets_is_a_change_of_details() -> None:
    """On the plan in both submissions; by the corrected start it had passed 18 months."""
    told = restated("Ana | a | 2020-03-01 |", "Ana | a | 2019-03-01 |", code="CPP-08")

    assert told.children == {"details_changed_in": 1}


def test_a_second_open_episode_recorded_late_is_a_further_record() -> None:
    before, after = Authority(), Authority()
    before.holds(referrals, "child | referral_date\nAna | 2021-01-01")
    after.holds(referrals, "child | referral_date\nAna | 2021-01-01\nAna | 2021-02-01")

    told = change_of(after, BY_CODE["CIN-01"], FROM, TO, before=before)

    assert told.children == {}
    assert told.count == {"further_recorded": 1}


def test_a_child_recorded_in_another_family_changes_families_only() -> None:
    before, after = Authority(), Authority()
    for each, family in ((before, "one"), (after, "two")):
        each.holds(children, "child | sex\nAna | F")
        each.holds(family_members, f"child | family_id\nAna | {family}")
        each.holds(child_protection_plans, f"{HEAD}\nAna | a | 2020-03-01 |")

    told = change_of(after, BY_CODE["CPP-01"], FROM, TO, before=before)

    assert told.children == {}
    assert told.families == {"family_changed_in": 1, "family_changed_out": -1}


def test_a_child_recorded_in_another_team_changes_teams_only() -> None:
    before, after = Authority(), Authority()
    for each, team in ((before, "n"), (after, "s")):
        each.holds(teams, "team_id | name\nn | North\ns | South")
        each.holds(involvements, f"child | role | team_id | start_date\nAna | CW | {team} | 2020-03-01")
        each.holds(child_protection_plans, f"{HEAD}\nAna | a | 2020-03-01 |")

    told = change_of(after, BY_CODE["CPP-01"], FROM, TO, before=before, by="team")

    assert told.children == {}
    assert told.of("North") == {"group_changed_out": -1}
    assert told.of("South") == {"group_changed_in": 1}


def test_what_changed_settings_alone_count_otherwise_is_a_part_of_its_own() -> None:
    """A visit interval of 10 instead of 20 working days: who was visited in time by the old one no longer is."""
    before, after = Authority(), Authority()
    for each in (before, after):
        each.holds(child_protection_plans, f"{HEAD}\nAna | a | 2021-03-10 |\nBen | b | 2021-03-29 |")
        each.holds(BY_NAME["child_protection_visits"])
    after.sets('[[setting]]\nname = "visit interval"\nsubject = "child protection"\nvalue = "10 working days"\n')

    told = change_of(after, BY_CODE["CPP-15"], FROM, FROM, before=before)

    assert told.ends == (2, 1)
    assert told.children == {"definition_out": -1}
    assert any("settings differ" in note for note in told.explained.notes)

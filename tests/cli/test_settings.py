"""`settings`: what is in force, and what an extract uses that they do not map."""

from datetime import date
from pathlib import Path

import pytest

from quarterday.submissions import Store
from quarterday.submissions.settings import parse_settings
from support.command_line import quarterday
from support.loads import fingerprint
from support.plain_words import message_of, says_no_child

OURS = """
[[setting]]
name = "team type"
subject = "{team}"
value = "looked after"

[[target]]
indicator = "CPP-08"
target = 10
priority = "Timely plans"
"""


def team_of(store: Path) -> str:
    return str(Store(store).get().records()["teams"]["name"][0])


def test_what_is_in_force_is_shown_with_its_source_and_where_to_change_it(kept: Path) -> None:
    said = quarterday("settings", "--store", kept)
    assert said.code == 0
    assert "visit interval" in said.out
    assert "settings.toml" in said.out


def test_what_is_not_mapped_is_named_until_it_is(store: Path) -> None:
    team = team_of(store)
    said = quarterday("settings", "check", "--store", store)
    assert said.code == 0
    assert team in said.out
    assert says_no_child(said)
    (store / "settings.toml").write_text(OURS.format(team=team))
    now = quarterday("settings", "--store", store, "check")
    assert now.code == 0
    assert f"│ {team} " not in now.out
    shown = quarterday("settings", "--store", store).out
    assert team in shown
    assert "Timely plans" in shown


def test_what_is_set_and_used_by_nothing_is_named(store: Path) -> None:
    """A team's name with a letter wrong, and a target of no indicator, are otherwise never missed."""
    own = OURS.format(team=team_of(store))
    mistyped = '[[setting]]\nname = "team type"\nsubject = "Assesment Team"\nvalue = "assessment and safeguarding"\n'
    (store / "settings.toml").write_text(
        f'{own}\n{mistyped}\n[[target]]\nindicator = "CPP-99"\ntarget = 3\n', encoding="utf-8"
    )
    said = " ".join(quarterday("settings", "check", "--store", store).out.split())
    assert "Assesment Team" in said
    assert "no such team" in said
    assert "CPP-99" in said
    assert "no such indicator" in said
    assert f"team type of │ {team_of(store)} " not in said
    assert "CPP-08" not in said


def test_what_the_page_shows_as_settings_can_be_read() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    shown = parse_settings(page.partition("```toml\n")[2].partition("```")[0])
    assert {"visit interval", "team type"} <= {each.name for each in shown.settings if each.from_date or each.source}
    assert [target.indicator for target in shown.targets] == ["ASM-03"]
    assert shown.number("visit interval", "child protection", date(2021, 4, 1)) == 15


def test_a_store_without_records_has_settings_but_nothing_to_check(tmp_path: Path) -> None:
    assert quarterday("settings", "--store", tmp_path / "none").code == 0
    message_of(quarterday("settings", "check", "--store", tmp_path / "none"), 4)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("text", ["[[setting]\n", "[[setting]]\nname = 3\n", "\0", "[[targets]]\n"])
def test_a_file_that_cannot_be_understood_stops_whatever_needs_it(store: Path, text: str, tmp_path: Path) -> None:
    (store / "settings.toml").write_text(text)
    before = fingerprint(store)
    for words in (
        ("settings",),
        ("settings", "check"),
        ("measure", "CPP-01", "--at", "2021-09-30"),
        ("children", "CPP-01", "--at", "2021-09-30"),
        ("worklists", "--at", "2021-09-30", "--to", tmp_path / "lists"),
        ("report", "2021-22-Q2", "--to", tmp_path / "report"),
    ):
        assert "settings.toml" in message_of(quarterday(*words, "--store", store), 2)
    said = quarterday("doctor", "--store", store)
    assert said.code == 4
    assert "settings.toml" in said.out
    assert fingerprint(store) == before


OCCASIONS = """
[[event]]
date = 2020-03-23
text = "First lockdown"
owner = "Director"

[[event]]
date = 2021-06-01
text = "Second assessment team"
owner = "Head of assessment"
indicators = ["ASM-03", "REF-01"]
authority = "X99000921"

[[rebase]]
indicator = "ASM-03"
from = 2021-07-01
reason = "Twice as many assessors"
author = "Head of service"
recorded = 2021-10-12
"""


def row_with(shown: str, words: str) -> list[str]:
    """The cells of the row of a printed table that has these words."""
    return next([cell.strip() for cell in line.strip("│").split("│")] for line in shown.splitlines() if words in line)


def test_events_and_rebases_are_listed_with_all_that_was_registered(store: Path) -> None:
    (store / "settings.toml").write_text(OCCASIONS)
    shown = quarterday("settings", "--store", store).out

    assert row_with(shown, "First lockdown") == ["2020-03-23", "First lockdown", "Director", "every chart", "all"]
    assert row_with(shown, "Second assessment team") == [
        *("2021-06-01", "Second assessment team", "Head of assessment", "ASM-03, REF-01", "X99000921"),
    ]
    assert row_with(shown, "Twice as many assessors") == [
        *("ASM-03", "2021-07-01", "Twice as many assessors", "Head of service", "2021-10-12", "all"),
    ]

"""Events and re-bases are registered once, in settings.toml, with who answers for them."""

from datetime import date

import pytest

from quarterday.records.periods import months_between
from quarterday.signals import Rebase, events_on, rebases_on
from quarterday.submissions.settings import Event, RecordedRebase, SettingsError, parse_settings

LOCKDOWN = '[[event]]\ndate = 2020-03-23\ntext = "First lockdown"\nowner = "Director"\n'
TEAM = '[[event]]\ndate = 2019-06-01\ntext = "A new team"\nowner = "Head of service"\nindicators = ["ASM-03"]\n'
ELSEWHERE = '[[event]]\ndate = 2020-05-01\ntext = "A move"\nowner = "Director"\nauthority = "E06000001"\n'
REBASE = (
    '[[rebase]]\nindicator = "ASM-03"\nfrom = 2019-06-15\nreason = "A new team"\nauthor = "Head of service"\n'
    "recorded = 2019-12-01\n"
)
MONTHS = months_between("2019-04", "2020-12")


def test_events_are_read_in_the_order_of_time() -> None:
    events = parse_settings(LOCKDOWN + TEAM).events

    assert [event.day.isoformat() for event in events] == ["2019-06-01", "2020-03-23"]
    assert events[0] == Event(date(2019, 6, 1), "A new team", "Head of service", ("ASM-03",))


def test_an_event_touches_the_charts_it_names_or_all_where_it_names_none() -> None:
    settings = parse_settings(LOCKDOWN + TEAM + ELSEWHERE)

    assert [event.text for event in events_on(settings, "ASM-03", "E06000046")] == ["A new team", "First lockdown"]
    assert [event.text for event in events_on(settings, "CPP-01", "E06000046")] == ["First lockdown"]
    assert [event.text for event in events_on(settings, "CPP-01", "E06000001")] == ["First lockdown", "A move"]


def test_with_months_only_events_within_them_are_given() -> None:
    settings = parse_settings(LOCKDOWN + TEAM)

    assert [event.text for event in events_on(settings, "ASM-03", months=months_between("2020-03", "2020-03"))] == [
        "First lockdown"
    ]
    assert events_on(settings, "ASM-03", months=months_between("2020-04", "2020-05")) == ()


@pytest.mark.parametrize("missing", ["date", "text", "owner"])
def test_an_event_without_its_date_text_or_owner_is_refused_by_its_line(missing: str) -> None:
    text = "\n".join(line for line in LOCKDOWN.splitlines() if not line.startswith(missing))

    with pytest.raises(SettingsError, match=rf"event 1 \(line 1\): it has no '{missing}'"):
        parse_settings(text)


@pytest.mark.parametrize("missing", ["indicator", "from", "reason", "author", "recorded"])
def test_a_rebase_without_its_record_is_refused(missing: str) -> None:
    text = "\n".join(line for line in REBASE.splitlines() if not line.startswith(missing))

    with pytest.raises(SettingsError, match=rf"rebase 1 \(line 1\): it has no '{missing}'"):
        parse_settings(text)


def test_a_rebase_is_read_with_reason_author_and_date() -> None:
    assert parse_settings(REBASE).rebases == (
        RecordedRebase("ASM-03", date(2019, 6, 15), "A new team", "Head of service", date(2019, 12, 1)),
    )


def test_two_rebases_of_an_indicator_from_one_date_are_refused() -> None:
    with pytest.raises(SettingsError, match="a re-base from that date already"):
        parse_settings(REBASE + REBASE)


def test_a_rebase_begins_with_the_first_month_that_begins_on_its_date_or_after() -> None:
    settings = parse_settings(REBASE)

    assert rebases_on(settings, "ASM-03", "", MONTHS) == (Rebase(3, "A new team", "Head of service", "2019-12-01"),)
    assert rebases_on(settings, "CPP-03", "", MONTHS) == ()
    assert rebases_on(settings, "ASM-03", "", months_between("2019-07", "2020-01")) == ()  # before the chart's second month


def test_a_rebase_of_one_authority_leaves_the_others_alone() -> None:
    settings = parse_settings(REBASE + 'authority = "E06000046"\n')

    assert rebases_on(settings, "ASM-03", "E06000001", MONTHS) == ()
    assert len(rebases_on(settings, "ASM-03", "E06000046", MONTHS)) == 1


@pytest.mark.parametrize("wrong", ['indicators = "ASM-03"', "indicators = [3]", 'when = "now"', "date = 3"])
def test_an_event_written_wrongly_is_refused(wrong: str) -> None:
    text = LOCKDOWN.replace("date = 2020-03-23\n", "") if wrong.startswith("date") else LOCKDOWN

    with pytest.raises(SettingsError, match="event 1"):
        parse_settings(f"{text}{wrong}\n")


def test_an_unknown_kind_of_entry_names_those_allowed() -> None:
    with pytest.raises(SettingsError, match=r"\[\[setting\]\], \[\[target\]\], \[\[event\]\], \[\[rebase\]\]"):
        parse_settings("[[happening]]\n")

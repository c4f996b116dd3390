"""Settings and targets: an authority's own over the shipped ones, by date, and kind errors that name the line."""

import re
from datetime import date
from pathlib import Path

import pytest

from quarterday.indicators import journey
from quarterday.indicators.fact import sql_beside
from quarterday.submissions.settings import (
    Settings,
    SettingsError,
    default_settings,
    parse_settings,
    read_settings,
    settings_tables,
)
from quarterday.submissions.settings.model import NAMES

ANY_DAY = date(2021, 9, 30)


def one(name: str, value: str, more: str = "") -> str:
    return f'[[setting]]\nname = "{name}"\nvalue = {value}\n{more}\n'


def in_table(settings: Settings, authority: str, name: str) -> list[tuple[str, int | None, str]]:
    rows = settings_tables(settings, [authority])["settings"].to_pylist()
    return [(row["subject"], row["number"], row["text"]) for row in rows if row["name"] == name]


def test_every_shipped_setting_has_a_meaning_and_words_for_its_source_or_itself() -> None:
    for setting in default_settings().settings:
        assert setting.name in NAMES
        assert setting.text or setting.number


def test_a_time_is_a_number_and_a_unit() -> None:
    settings = parse_settings(one("visit interval", '"10 working days"', 'subject = "child protection"'))
    assert settings.number("visit interval", "child protection", ANY_DAY) == 10
    assert in_table(settings, "E06000046", "visit interval") == [
        ("child protection", 10, "working days"),
        ("child in need", 20, "working days"),
    ]


def test_own_settings_replace_the_shipped_ones_of_the_same_name_and_subject_for_all_dates() -> None:
    own = one("caseload threshold", "18", 'subject = "social worker"\nfrom = 2021-04-01')
    settings = parse_settings(own)
    assert settings.number("caseload threshold", "social worker", date(2021, 4, 1)) == 18
    assert settings.number("caseload threshold", "social worker", date(2021, 3, 31)) is None
    assert settings.number("caseload threshold", "newly qualified", ANY_DAY) == 16


def test_a_setting_holds_from_its_first_day_until_the_day_before_its_last() -> None:
    settings = parse_settings(
        one("caseload threshold", "18", 'subject = "social worker"\nto = 2021-04-01')
        + one("caseload threshold", '"20 cases"', 'subject = "social worker"\nfrom = 2021-04-01')
    )
    assert settings.number("caseload threshold", "social worker", date(2021, 3, 31)) == 18
    assert settings.number("caseload threshold", "social worker", date(2021, 4, 1)) == 20


def test_a_setting_of_one_authority_leaves_the_others_as_they_were() -> None:
    own = one("supervision interval", '"2 weeks"', 'authority = "E06000046"')
    settings = parse_settings(own)
    assert in_table(settings, "E06000046", "supervision interval") == [("", 2, "weeks")]
    assert in_table(settings, "E06000001", "supervision interval") == [("", 4, "weeks")]


def test_a_setting_of_one_authority_comes_before_the_same_of_all() -> None:
    own = one("supervision interval", '"3 weeks"') + one("supervision interval", '"2 weeks"', 'authority = "E06000046"')
    settings = parse_settings(own)
    assert in_table(settings, "E06000046", "supervision interval") == [("", 2, "weeks")]
    assert in_table(settings, "E06000001", "supervision interval") == [("", 3, "weeks")]
    assert settings.number("supervision interval", "", ANY_DAY, "E06000046") == 2


def test_words_may_begin_with_a_number() -> None:
    settings = parse_settings(one("team type", '"16 plus"', 'subject = "Leaving care"'))
    assert settings.subjects("team type") == {"Leaving care": "16 plus"}


def test_targets_hold_by_date_and_an_authoritys_own_comes_first() -> None:
    settings = parse_settings(
        """
        [[target]]
        indicator = "ASM-03"
        target = 95
        tolerance = 2.5
        priority = "Assessments are timely"
        to = 2021-04-01

        [[target]]
        indicator = "ASM-03"
        target = 97
        from = 2021-04-01

        [[target]]
        indicator = "ASM-03"
        target = 90
        authority = "E06000046"
        """
    )
    before = settings.target("ASM-03", date(2021, 3, 31))
    assert before is not None
    assert (before.target, before.tolerance, before.priority) == (95.0, 2.5, "Assessments are timely")
    assert settings.target("ASM-03", date(2021, 4, 1), "E06000001").target == 97.0
    assert settings.target("ASM-03", date(2021, 4, 1), "E06000046").target == 90.0
    assert settings.target("CPP-08", date(2021, 4, 1)) is None


WRONG = {
    "no TOML": ("[[setting]]\nname = \nvalue = 3\n", "line 2"),
    "an unknown heading": ("[[thing]]\na = 1\n", "[[thing]]"),
    "one pair of brackets": ('[setting]\nname = "framework"\n', "[[setting]]"),
    "a plain value": ("setting = 3\n", "[[setting]]"),
    "an unknown name": ("\n\n" + one("visits", "3"), "line 3"),
    "no name": ("[[setting]]\nvalue = 3\n", "line 1"),
    "an unknown key": (one("framework", '"x"', "since = 2020-01-01"), "'since'"),
    "no value": ('[[setting]]\nname = "framework"\n', "line 1"),
    "an empty value": (one("framework", '"  "'), "line 1"),
    "a yes or no": (one("visit interval", "true"), "line 1"),
    "a fraction": (one("caseload threshold", "1.5"), "line 1"),
    "an unknown unit": (one("visit interval", '"20 fortnights"'), "working days"),
    "a number without unit": (one("visit interval", "20"), "working days"),
    "a unit of another setting": (one("visit interval", '"20 cases"'), "working days"),
    "words for a time": (one("visit interval", '"soon"'), "line 1"),
    "a raised digit": (one("visit interval", '"² days"'), "line 1"),
    "a time that is nothing": (one("visit interval", '"0 days"'), "more than 0"),
    "a number without end": (one("caseload threshold", "9" * 40), "less than"),
    "a limit in months that the calendar lacks": (one("review interval", '"4 months"'), "weeks or days"),
    "a number for words": (one("team type", "3"), "words"),
    "another word": (one("visit counts when", '"sometimes"'), "seen, any"),
    "a date in quotation marks": (one("framework", '"x"', 'from = "2021-04-01"'), "'from'"),
    "a date with a time": (one("framework", '"x"', "to = 2021-04-01T00:00:00"), "'to'"),
    "dates in the wrong order": (one("framework", '"x"', "from = 2021-04-01\nto = 2021-04-01"), "after 'from'"),
    "a subject that is a number": (one("framework", '"x"', "subject = 3"), "quotation marks"),
    "an overlap": (
        one("supervision interval", '"2 weeks"') + one("supervision interval", '"3 weeks"', "from = 2021-04-01"),
        "setting 2 (line 5) overlaps",
    ),
    "a target without an indicator": ("[[target]]\ntarget = 95\n", "line 1"),
    "a target without a number": ('[[target]]\nindicator = "ASM-03"\n', "line 1"),
    "a target in words": ('[[target]]\nindicator = "ASM-03"\ntarget = "high"\n', "'target'"),
    "a target that is no number": ('[[target]]\nindicator = "ASM-03"\ntarget = nan\n', "'target'"),
    "a tolerance in words": ('[[target]]\nindicator = "ASM-03"\ntarget = 95\ntolerance = "two"\n', "'tolerance'"),
    "two targets for one day": ('[[target]]\nindicator = "A"\ntarget = 1\n' * 2, "target 2 (line 4) overlaps"),
}


@pytest.mark.parametrize(("text", "names"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_named_with_its_line(text: str, names: str) -> None:
    with pytest.raises(SettingsError) as error:
        parse_settings(text, "settings.toml")
    assert names in str(error.value)
    assert str(error.value).startswith("settings.toml")
    assert str(error.value).endswith(".")


def test_a_setting_that_cannot_be_placed_is_still_numbered() -> None:
    with pytest.raises(SettingsError, match=r"settings.toml, setting 1: "):
        parse_settings('setting = [{name = "visits", value = 3}]')


@pytest.mark.parametrize("months", range(1, 25))
def test_a_limit_may_have_the_months_that_the_table_of_deadlines_looks_up(months: int) -> None:
    looked_up = {int(number) for number in re.findall(r"when (\d+) then", sql_beside(journey.__name__, "deadlines.sql"))}
    text = one("review interval", f'"{months} months"', 'subject = "child in need"')
    if months in looked_up:
        assert parse_settings(text).number("review interval", "child in need", ANY_DAY) == months
    else:
        with pytest.raises(SettingsError):
            parse_settings(text)


def test_without_a_file_the_shipped_settings_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == default_settings()


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(one("supervision interval", '"2 weeks"'), encoding="utf-8-sig")
    assert read_settings(path).number("supervision interval", "", ANY_DAY) == 2


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "é".encode("cp1252"), None])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "settings.toml"
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        read_settings(path)

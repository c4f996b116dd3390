"""Promise 7: from everything published together, no suppressed number can be bounded more closely than the profile allows.

The attacker opens the four files as anybody can and shares no code with what protects them.
"""

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import pytest

from disclosure.attacker.evidence import About, Evidence, When, gather
from disclosure.attacker.program import Attack, Bounded
from disclosure.attacker.reading import read_report
from quarterday.benchmarks import shipped
from quarterday.disclosure import DFE_CIN, OPENSAFELY, ROUND5, Profile
from quarterday.records.periods import parse_period
from quarterday.reports.quarterly import Request, write_quarterly_report
from quarterday.submissions import Store
from support.command_line import quarterday

ENDS = {"2021-22-Q1": date(2021, 6, 30), "2021-22-Q2": date(2021, 9, 30)}
WIDTH = 5


@pytest.fixture(scope="module")
def demo(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, as a newcomer makes it."""
    return copytree(made_demo, tmp_path_factory.mktemp("demo") / "demo")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority of 200 children: nearly every number is small."""
    folder = tmp_path_factory.mktemp("tiny") / "tiny"
    assert quarterday("demo", "--children", 200, "--to", folder).code == 0
    return folder


def report(of: Path, period: str, name: str, profile: Profile = DFE_CIN, earlier: tuple[Path, ...] = ()) -> Path:
    """A public report of a demo's store."""
    store = Store(of / "store")
    request = Request(
        store=store,
        submission=store.get(),
        settings=store.settings(),
        authority="X99000921",
        period=parse_period(period),
        audience="public",
        written_at=datetime(2022, 4, 1, 9),  # noqa: DTZ001
        benchmarks=shipped(),
        profile=profile,
        earlier=earlier,
    )
    write_quarterly_report(request, of / name)
    return of / name


def printed(*reports: tuple[Path, str]) -> Evidence:
    """Everything printed in one report, or in several together."""
    evidence = Evidence()
    for folder, period in reports:
        gather(read_report(folder), ENDS[period], evidence)
    return evidence


def attack(of: Path, evidence: Evidence, *, half: float = 0.0) -> list[Bounded]:
    """The attack, by a reader who also knows that a count is not hidden where it is nought."""
    with (of / "extract" / "populations.csv").open(encoding="utf-8") as lines:
        population = {int(row["mid_year"]): int(row["children"]) for row in csv.DictReader(lines)}
    return Attack(evidence, population, half=half, least=1).bounds()


def narrow(found: list[Bounded]) -> list[Bounded]:
    return [each for each in found if each.width < WIDTH]


@pytest.mark.slow
def test_no_suppressed_number_of_the_demo_can_be_bounded_closely(demo: Path) -> None:
    found = attack(demo, printed((demo / "report", "2021-22-Q2")))

    assert len(found) >= 15
    assert narrow(found) == []


@pytest.mark.slow
def test_the_attacker_reads_what_changed_and_why_in_every_medium(demo: Path) -> None:
    """Sentences, tables and slides say the same of a change, and the reader knows which kinds were told together."""
    printed_words = printed((demo / "report", "2021-22-Q2")).printed
    since = When(date(2020, 3, 2), ENDS["2021-22-Q2"])
    together = "plans started: came back on a plan + moved in from another authority"

    said = quarterday("change", "CPP-01", "--from", "2020-03-01", "--to", "2021-09-30", "--json", "--store", demo / "store")
    parts = {part["name"]: part["count"] for part in json.loads(said.out)["parts"]}
    again = parts["returned"] + parts["transferred_in"]

    assert printed_words[About("CPP-03", since, "all", "value")] == {str(parts["started"] + again)}
    assert printed_words[About("CPP-01", When(date(2020, 3, 1), date(2020, 3, 1)), "all", "value")] == {"120"}
    assert printed_words[About(together, since, "all", "value")] == {str(again)}
    assert {about.code for about in printed_words} >= {"CASES", "care began", "care ended", "episodes over: were closed"}


@pytest.mark.slow
def test_no_suppressed_number_of_a_tiny_authority_can_be_bounded_closely(tiny: Path) -> None:
    found = attack(tiny, printed((tiny / "report", "2021-22-Q2")))

    assert len(found) > 300
    assert narrow(found) == []


@pytest.mark.slow
@pytest.mark.parametrize("authority", ["demo", "tiny"])
def test_nor_from_two_successive_quarters_together(authority: str, request: pytest.FixtureRequest) -> None:
    """The first knew nothing of the second, but left open what it saw that the second would have to hide."""
    of = request.getfixturevalue(authority)
    first = report(of, "2021-22-Q1", "first")
    second = report(of, "2021-22-Q2", "second", earlier=(first,))

    evidence = printed((first, "2021-22-Q1"), (second, "2021-22-Q2"))

    log = json.loads((second / "manifest.json").read_text(encoding="utf-8"))["disclosure"]
    assert contradictions(evidence) == []
    assert narrow(attack(of, evidence)) == []
    assert [each for each in log["log"] if not each["safe"]] == []
    assert log["earlier_editions"] == ["first"]


@pytest.mark.slow
def test_an_edition_that_foresees_nothing_gives_late_assessments_away(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Months shown in the first quarter make up the year of which the second must hide how many were late."""
    monkeypatch.setattr("quarterday.reports.foresight.EDITIONS", 0)
    first = report(tiny, "2021-22-Q1", "short-sighted")
    second = report(tiny, "2021-22-Q2", "given away", earlier=(first,))

    log = json.loads((second / "manifest.json").read_text(encoding="utf-8"))["disclosure"]["log"]
    assert {each["counts"] for each in log if not each["safe"]} == {"assessments_authorised"}


@pytest.mark.slow
def test_without_secondary_suppression_the_attacker_succeeds(tiny: Path) -> None:
    """So the attack is one: some numbers are found exactly."""
    unguarded = report(tiny, "2021-22-Q2", "unguarded", replace(DFE_CIN, secondary=False))

    found = narrow(attack(tiny, printed((unguarded, "2021-22-Q2"))))

    assert len([each for each in found if each.width == 0]) >= 3
    assert all(1 <= each.low <= 5 for each in found if each.width == 0 and each.unknown.name == "contacts")


@pytest.mark.slow
@pytest.mark.parametrize("profile", [ROUND5, OPENSAFELY])
def test_rounded_reports_hold_as_well(demo: Path, profile: Profile) -> None:
    rounded = report(demo, "2021-22-Q2", profile.name, profile)
    evidence = printed((rounded, "2021-22-Q2"))

    counts = [float(w) for about, words in evidence.printed.items() for w in words if about.code == "CPP-01" and w[0] != "["]
    assert counts
    assert all(count % 5 == 0 for count in counts)
    assert narrow(attack(demo, evidence, half=profile.nearest // 2)) == []


@pytest.mark.slow
@pytest.mark.parametrize("authority", ["demo", "tiny"])
def test_every_medium_prints_the_same_and_no_count_from_one_to_five(authority: str, request: pytest.FixtureRequest) -> None:
    """Tables, sentences, charts, their workbooks, alt text, notes and the page: what is hidden in one is hidden in all."""
    evidence = printed((request.getfixturevalue(authority) / "report", "2021-22-Q2"))

    assert contradictions(evidence) == []
    small = [
        about
        for about, words in evidence.printed.items()
        if about.code in OF_CHILDREN and any(word[0] != "[" and 1 <= float(word) <= 5 for word in words)
    ]
    assert small == []


OF_CHILDREN = ("CPP-01", "CPP-03", "CPP-05", "CPP-09", "CIN-01", "CIN-09", "CIN-11", "CIN-13r", "LAC-01", "LAC-03", "LAC-05",
               "LAC-07", "CIN-20", "REF-01", "S47-01", "ICP-01", "FD-01", "EH-01", "ASM-01", "LGL-01")  # fmt: skip


def contradictions(evidence: Evidence) -> list[object]:
    """What is printed with two different numbers, or here with a number and there as hidden."""
    as_numbers = {about: {w if w[0] == "[" else str(float(w)) for w in words} for about, words in evidence.printed.items()}
    return [(about, words) for about, words in as_numbers.items() if len(words) > 1]

"""Every verdict on every kind of claim about an authority's records, and what is printed for it."""

from datetime import date
from pathlib import Path

import pytest

from claims.sayings import QUARTER, Saying
from quarterday.disclosure import DFE_CIN
from quarterday.records.tables.assessments import assessments
from quarterday.records.tables.child_protection import child_protection_plans
from quarterday.records.tables.front_door import referrals
from quarterday.records.tables.looked_after import looked_after_episodes, placements
from quarterday.records.tables.people import children
from quarterday.reports.book import Book
from quarterday.reports.claims import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED, ClaimsError
from quarterday.reports.claims.records import include_again
from quarterday.reports.editions import Edition
from quarterday.reports.measuring import measuring
from quarterday.reports.story.peak import EarlierValue


def plans(count: int, more: int = 0) -> str:
    """Plans open from 1 January 2020, and more that start in 2021."""
    rows = [f"Ana{n} | 2020-01-01 |" for n in range(count)] + [f"Ben{n} | 2021-01-01 |" for n in range(more)]
    return "\n".join(["child | start_date | end_date", *rows])


@pytest.fixture
def saying(tmp_path: Path) -> Saying:
    """An authority with 120 plans at 1 March 2020, and 180 at 30 September 2021."""
    said = Saying(tmp_path)
    said.holds.holds(child_protection_plans, plans(120, 60))
    return said


@pytest.mark.parametrize(
    ("claim", "verdict", "prints"),
    [
        ("{{CPP-01 at 2021-09-30}}", SUPPORTED, "180"),
        ("{{CPP-01 at 2020-03-01 = 120}}", SUPPORTED, "120"),
        ("{{CPP-01 at 2021-09-30 = 190}}", NOT_SUPPORTED, "180"),  # the truth is printed, not the claim
        ('{{CPP-01 at 2021-09-30 = 180 | "some 180 children"}}', SUPPORTED, "some 180 children"),
        ('{{CPP-01 at 2021-09-30 = 180 | "some 190 children"}}', NOT_SUPPORTED, "some 190 children"),
        ("{{CPP-03 in 2021-01 = 60}}", SUPPORTED, "60"),
        ("{{CPP-03 in 2020-21-Q4 = 60}}", SUPPORTED, "60"),
        ("{{CPP-03 at 2021-09-30 = 60}}", SUPPORTED, "60"),  # a flow: over the twelve months that end then
        ("{{CPP-03 in twelve months to 2020-12-31 = 120}}", SUPPORTED, "120"),  # from 1 January 2020
        ("{{CPP-01 in 2021-22-Q2 = 180}}", SUPPORTED, "180"),  # a stock: at the period's end
        ("{{CPP-01 at 2021-09-30 above 179}}", SUPPORTED, "180"),
        ("{{CPP-01 at 2021-09-30 above 180}}", NOT_SUPPORTED, "180"),
        ("{{CPP-01 at 2021-09-30 below 181}}", SUPPORTED, "180"),
        ("{{CPP-01 at 2021-09-30 below 180}}", NOT_SUPPORTED, "180"),
        ("{{CPP-01 rose from 2020-03-01 to 2021-09-30}}", SUPPORTED, "rose"),
        ('{{CPP-01 rose from 2020-03-01 to 2021-09-30 | "slowly increased"}}', SUPPORTED, "slowly increased"),
        ('{{CPP-01 rose from 2020-03-01 to 2021-09-30 | "rose from 120 to 180"}}', SUPPORTED, "rose from 120 to 180"),
        ('{{CPP-01 rose from 2020-03-01 to 2021-09-30 | "rose from 110 to 180"}}', NOT_SUPPORTED, "rose from 110 to 180"),
        ('{{CPP-01 rose from 2020-03-01 to 2021-09-30 | "slowly reduced"}}', NOT_SUPPORTED, "slowly reduced"),
        ("{{CPP-01 fell from 2020-03-01 to 2021-09-30}}", NOT_SUPPORTED, "fell"),
        ("{{CPP-01 unchanged from 2020-03-01 to 2021-09-30}}", NOT_SUPPORTED, "unchanged"),
        ("{{CPP-01 unchanged from 2020-03-01 to 2020-12-31}}", SUPPORTED, "unchanged"),
        ("{{CPP-01 at 2022-09-30}}", CANNOT_TELL, "[x]"),  # after the extract
        ("{{CPP-01 rose from 2021-09-30 to 2022-09-30}}", CANNOT_TELL, "rose"),
        ("{{LAC-01 at 2021-09-30}}", CANNOT_TELL, "[x]"),  # its table is missing
        ("{{CPP-01 meets target}}", CANNOT_TELL, "meets target"),  # no target is in force
        ("{{REF-02 higher than England}}", CANNOT_TELL, "higher than England"),  # nothing published is loaded
        ("{{CPP-01 published 2020-21}}", CANNOT_TELL, "[x]"),
    ],
)
def test_a_claim_about_the_records(saying: Saying, claim: str, verdict: str, prints: str) -> None:
    assert saying.says(claim) == (verdict, prints)


def test_a_number_may_be_stated_with_fewer_decimals_and_rounds_half_away_from_zero(saying: Saying) -> None:
    saying.holds.holds(
        assessments,
        "child | start_date | authorised_date\n"
        + "\n".join(f"A{n} | 2021-01-04 | 2021-0{2 if n < 175 else 9}-01" for n in range(200)),
    )

    assert saying.says("{{ASM-03 at 2021-09-30 = 87.5}}") == (SUPPORTED, "87.5 %")
    assert saying.says("{{ASM-03 at 2021-09-30 = 88 %}}") == (SUPPORTED, "88 %")
    assert saying.says("{{ASM-03 at 2021-09-30 = 87}}") == (NOT_SUPPORTED, "88 %")
    with pytest.raises(ClaimsError, match=r"ASM-03 is shown to 1 decimals, and 87\.50 has 2\. Write no more\."):
        saying.says("{{ASM-03 at 2021-09-30 = 87.50}}")


def test_a_target_is_judged_by_what_is_good(saying: Saying) -> None:
    saying.holds.holds(
        assessments,
        "child | start_date | authorised_date\n"
        + "\n".join(f"A{n} | 2021-01-04 | 2021-0{2 if n < 175 else 9}-01" for n in range(200)),
    )
    saying.settings = '[[target]]\nindicator = "ASM-03"\ntarget = 87.5\n[[target]]\nindicator = "REF-04"\ntarget = 10\n'

    assert saying.says("{{ASM-03 meets target}}")[0] == SUPPORTED  # at the target is met
    assert saying.says("{{ASM-03 misses target}}")[0] == NOT_SUPPORTED
    assert saying.says("{{ASM-03 above target}}")[0] == NOT_SUPPORTED  # at it is not above it
    assert saying.says("{{ASM-03 below target at 2020-09-30}}")[0] == CANNOT_TELL  # nothing was completed then


def test_where_neither_direction_is_good_a_target_can_only_be_above_or_below(saying: Saying) -> None:
    saying.holds.holds(referrals, "child | referral_date\n" + "\n".join(f"R{n} | 2021-01-04" for n in range(30)))
    saying.settings = '[[target]]\nindicator = "REF-01"\ntarget = 20\n'

    assert saying.says("{{REF-01 above target}}")[0] == SUPPORTED
    with pytest.raises(ClaimsError, match="neither high nor low is good in itself"):
        saying.says("{{REF-01 meets target}}")


def test_an_earlier_reports_value_stands_in_where_the_records_do_not_reach(saying: Saying) -> None:
    saying.holds.covers_from = {child_protection_plans.name: date(2020, 1, 1)}
    saying.earlier = (EarlierValue("CPP-01", date(2014, 1, 31), 34.0, "Committee report of 2014"),)
    checked = saying.checked("{{CPP-01 rose from 2014-01-31 to 2021-09-30}}")

    assert checked.judged[0].verdict.verdict == SUPPORTED
    assert [each.source for each in checked.judged[0].verdict.evidence] == [
        "Committee report of 2014",
        "own records, submission 7",
    ]


def test_a_small_number_of_children_never_gets_out_of_a_public_claim(saying: Saying) -> None:
    """Four children are looked after: no print, no binding, no sentence and no reason says so."""
    saying.holds.holds(
        looked_after_episodes, "child | start_date\n" + "\n".join(f"L{n} | 2021-05-0{n + 1}" for n in range(4))
    )
    saying.holds.holds(placements)
    for claim in (
        "{{LAC-01 at 2021-09-30}}",
        "{{LAC-01 at 2021-09-30 = 4}}",
        "{{LAC-01 at 2021-09-30 = 3}}",
        "{{LAC-01 at 2021-09-30 above 3}}",
        '{{LAC-01 at 2021-09-30 | "4 children"}}',
        '{{LAC-01 at 2021-09-30 | "four children"}}',
        '{{LAC-01 rose from 2021-04-01 to 2021-09-30 | "rose to 4"}}',
        '{{LAC-01 rose from 2021-04-01 to 2021-09-30 | "rose to four"}}',
    ):
        checked = saying.checked(f"There were {claim} children.")
        entry = checked.judged[0].as_entry()

        assert entry["verdict"] == CANNOT_TELL, claim
        assert "[c]" in checked.texts["2.3"], claim
        told = f"{checked.texts['2.3']} {entry['sentence']} {entry['binding']} {entry['because']} {entry['evidence']}"
        told += " ".join(map(str, [*checked.notices(), checked.as_manifest()]))
        bare = told.replace("2021-04-01", "").replace("2021-04-02", "")
        assert not any(word in bare.split("LAC-01")[0] for word in ("four", " 4", "4 ")), claim
        assert "four" not in told, claim
        assert " 4" not in bare.replace("[c]", ""), claim


def test_the_managements_copy_says_it(saying: Saying) -> None:
    saying.audience = "management"
    saying.holds.holds(
        looked_after_episodes, "child | start_date\n" + "\n".join(f"L{n} | 2021-05-0{n + 1}" for n in range(4))
    )
    saying.holds.holds(placements)

    assert saying.says("{{LAC-01 at 2021-09-30 = 4}}") == (SUPPORTED, "4")
    assert saying.says("{{LAC-01 at 2021-09-30 = 3}}") == (NOT_SUPPORTED, "4")


def test_what_would_give_a_hidden_number_away_is_hidden_with_it(saying: Saying) -> None:
    """Of fifteen plans three are of boys: were the girls shown beside the total, whoever subtracts would know."""
    saying.holds.records.clear()
    rows = [f"G{n} | 2010-01-01 | F" for n in range(12)] + [f"B{n} | 2010-01-01 | M" for n in range(3)]
    saying.holds.holds(children, "\n".join(["child | date_of_birth | sex", *rows]))
    saying.holds.holds(child_protection_plans, "child | start_date\n" + "\n".join(f"{row[:3]} | 2021-01-01" for row in rows))
    total, girls, boys = (
        "{{CPP-01 at 2021-09-30}}",
        "{{CPP-01 by sex = female at 2021-09-30}}",
        "{{CPP-01 by sex = male at 2021-09-30}}",
    )

    assert saying.checked(f"{total} plans, {girls} of girls.").texts["2.3"] == "15 plans, [c] of girls."
    assert saying.checked(f"{girls} of girls, {boys} of boys.").texts["2.3"] == "[c] of girls, [c] of boys."
    assert saying.checked(f"{total}, {girls}, {boys}").texts["2.3"] == "15, [c], [c]"


def test_what_an_earlier_editions_commentary_showed_is_measured_again(saying: Saying) -> None:
    """Whatever kind of period it was for: a figure that is out binds what may be shown now."""
    keys = [
        (code, kind, end, breakdown, group)
        for code, kind, end, breakdown, group in (
            ("CPP-01", "snapshot", date(2020, 3, 1), "all", "all"),
            ("CPP-01", "snapshot", date(2020, 3, 2), "sex", "not known"),
            ("CPP-03", "month", date(2020, 1, 31), "all", "all"),
            ("CPP-03", "quarter", date(2020, 3, 31), "all", "all"),
            ("CPP-03", "year", date(2021, 3, 31), "all", "all"),
            ("CPP-03", "year-to-date", date(2021, 3, 31), "all", "all"),
            ("CPP-03", "twelve-months", date(2020, 12, 31), "all", "all"),
        )
    ]
    with saying.holds.computation() as computation:
        book = Book(measuring(computation), QUARTER, DFE_CIN)
        assert not any(book.knows(key) for key in keys)
        include_again(book, [*keys, ("GONE-01", "snapshot", date(2020, 3, 1), "all", "all")])

    assert all(book.knows(key) for key in keys)
    shown = dict(zip(keys, ("120", "120", "120", "120", "60", "60", "120"), strict=True))
    assert book.beside([Edition("2020-21-Q4", date(2021, 3, 31), "E99999999", "DFE_CIN", shown)]) == []


def test_groups_of_a_mix_and_of_a_breakdown(saying: Saying) -> None:
    saying.holds.records.clear()
    rows = [f"N{n} | 2021-01-01 | NEG" for n in range(30)] + [f"E{n} | 2021-01-01 | EMO" for n in range(10)]
    saying.holds.holds(child_protection_plans, "\n".join(["child | start_date | latest_category", *rows]))

    assert saying.says("{{CPP-14 neglect at 2021-09-30 = 75}}") == (SUPPORTED, "75 %")
    assert saying.says("{{CPP-14 by category = neglect at 2021-09-30 = 70}}") == (NOT_SUPPORTED, "75 %")
    assert saying.says("{{CPP-14 sexual abuse at 2021-09-30 = 0}}") == (SUPPORTED, "0 %")  # known, and nobody is in it


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("{{CPP-99 at 2021-09-30}}", "there is no indicator CPP-99. Is it CPP-"),
        (
            "{{CPP-01 neglect at 2021-09-30}}",
            "'neglect' after CPP-01 is neither a group of a mix nor the beginning of a moment",
        ),
        ("{{CPP-01 by worker = W1 at 2021-09-30}}", "CPP-01 is not broken down by worker here"),
        ("{{CPP-01 by shoe = 3 at 2021-09-30}}", "CPP-01 is not broken down by shoe here. Allowed are: age_band"),
        ("{{CPP-01 by sex = boys at 2021-09-30}}", "CPP-01 has nobody in a group 'boys' by sex at 2021-09-30. It has: "),
        ("{{CPP-14 by team = North at 2021-09-30}}", "CPP-14 is a mix by category, and is not divided further"),
        ("{{CPP-01 higher than England}}", "CPP-01 counts, and areas differ in size. Compare a rate"),
        ("{{CPP-02 higher than North West}}", "North West is not the authority's region"),
    ],
)
def test_what_does_not_exist_is_told_by_line_with_what_there_is(saying: Saying, claim: str, said: str) -> None:
    with pytest.raises(ClaimsError) as error:
        saying.checked(f"First.\n{claim}")

    assert str(error.value).startswith("Line 3 of commentary.md: {{")
    assert said in str(error.value)


def test_all_that_is_wrong_is_told_at_once(saying: Saying) -> None:
    with pytest.raises(ClaimsError) as error:
        saying.checked("{{CPP-99 at 2021-09-30}}\n{{CPP-98 at 2021-09-30}}")

    assert "Line 2" in str(error.value)
    assert "Line 3" in str(error.value)


EVIDENCE = '[ofsted]\ntext = "Plans are good. Visits are made."\nsource = "Ofsted visit"\ndate = 2020-09-29\npage = 2\n'


def test_quotations(saying: Saying) -> None:
    saying.evidence = EVIDENCE

    assert saying.says('{{quote ofsted | "Plans are good"}}') == (SUPPORTED, "“Plans are good”")
    assert saying.says('{{quote ofsted | "plans are very good"}}')[0] == NOT_SUPPORTED
    checked = saying.checked('{{quote ofsed | "Plans are good"}}')
    assert checked.judged[0].verdict.verdict == NOT_SUPPORTED
    assert "the evidence register has no 'ofsed'; it has: ofsted" in checked.refusal


def test_old_evidence_warns_and_still_holds(saying: Saying) -> None:
    saying.evidence = EVIDENCE
    checked = saying.checked('{{quote ofsted | "Plans are good"}}')

    assert checked.judged[0].verdict.verdict == SUPPORTED
    assert checked.warnings() == ["Line 2: Ofsted visit, 2020-09-29, page 2 is more than twelve months old at 2021-09-30."]
    assert not checked.refusal


def test_a_refusal_names_the_sentence_the_figure_and_the_truth(saying: Saying) -> None:
    refusal = saying.checked("At the end {{CPP-01 at 2021-09-30 = 190}} children were on a plan. Good.").refusal

    assert refusal.split("\n") == [
        "A claim of commentary.md is not supported by the figures.",
        "Line 2, section 2.3: At the end 180 children were on a plan.",
        "  {{CPP-01 at 2021-09-30 = 190}}: not supported; it is 180, not 190.",
        "  Children on a child protection plan (CPP-01), E99999999, 2021-09-30: 180 (own records, submission 7)",
        "  Write = 180 instead of = 190, or leave the number out and the figure is printed.",
    ]


def test_text_without_claims_is_printed_as_it_is(saying: Saying) -> None:
    checked = saying.checked("Children are visited.\n\nStaff {care}.")

    assert checked.texts == {"2.3": "Children are visited.\n\nStaff {care}."}
    assert not checked.judged
    assert not checked.notices()

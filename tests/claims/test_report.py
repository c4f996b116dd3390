"""Claims end to end, on the demo: a public report with a false sentence is not written; a true one prints its figures."""

import json
from pathlib import Path
from shutil import copytree

import docx
import pytest

from claims.pages import block
from support.command_line import Said, quarterday
from support.loads import fingerprint

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
PERIOD = "2021-22-Q2"

TRUE = """# 2.1
The rate of referrals is {{REF-02 higher than England}}. There were {{REF-01 in 2021-22-Q2}} in the quarter, 5 more than we hoped.

# 2.3
At the end of the quarter {{CPP-01 at 2021-09-30 = 180}} children were on a plan; {{CPP-09 at 2021-09-30 = 1}} of them for
two years or more. It {{CPP-01 rose from 2020-03-01 to 2021-09-30 | "has slowly increased"}} from {{CPP-01 at 2020-03-01}}.
"""
FALSE = TRUE.replace("= 180", "= 190")


@pytest.fixture(scope="module")
def demo(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo: an authority of 24,000 children, loaded, and its report."""
    return copytree(made_demo, tmp_path_factory.mktemp("demo") / "demo")


def report(demo: Path, tmp_path: Path, text: str, to: Path, *more: object) -> Said:
    path = tmp_path / "commentary.md"
    path.write_text(text, encoding="utf-8")
    return quarterday("report", PERIOD, "--commentary", path, "--to", to, "--store", demo / "store", *more)


def claims(demo: Path, path: Path, *more: object) -> Said:
    return quarterday("claims", path, "--period", PERIOD, "--store", demo / "store", *more)


def test_a_false_claim_stops_the_public_report_and_leaves_the_folder_untouched(demo: Path, tmp_path: Path) -> None:
    before = fingerprint(demo)
    said = report(demo, tmp_path, FALSE, demo / "report")

    assert said.code == 4
    assert fingerprint(demo) == before
    assert "The public report is not written. A claim of commentary.md is not supported by the figures." in said.err
    assert "Line 5, section 2.3: At the end of the quarter 180 children were on a plan" in said.err
    assert "{{CPP-01 at 2021-09-30 = 190}}: not supported; it is 180, not 190." in said.err


def test_the_managements_report_is_written_with_a_warning(demo: Path, tmp_path: Path) -> None:
    said = report(demo, tmp_path, FALSE, tmp_path / "report", "--audience", "management")
    manifest = json.loads((tmp_path / "report" / "manifest.json").read_text(encoding="utf-8"))

    assert said.code == 0
    assert "{{CPP-01 at 2021-09-30 = 190}}: not supported; it is 180, not 190." in said.err
    assert [each["verdict"] for each in manifest["claims"]].count("not supported") == 1


def test_a_true_commentary_is_printed_and_its_claims_are_in_the_manifest(demo: Path, tmp_path: Path) -> None:
    said = report(demo, tmp_path, TRUE, tmp_path / "report")
    manifest = json.loads((tmp_path / "report" / "manifest.json").read_text(encoding="utf-8"))
    paper = "\n".join(each.text for each in docx.Document(str(tmp_path / "report" / "paper.docx")).paragraphs)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")

    assert said.code == 0, said.err
    for text in (paper, page):
        flat = " ".join(text.split())
        assert "At the end of the quarter 180 children were on a plan; [c] of them for two years or more." in flat
        assert "It has slowly increased from 120." in flat
        assert "{{" not in text
    by_binding = {each["binding"]: each for each in manifest["claims"]}
    stated = by_binding["{{CPP-01 at 2021-09-30 = 180}}"]
    assert stated["verdict"] == "supported"
    assert stated["section"] == "2.3"
    assert stated["evidence"] == [
        {
            "code": "CPP-01",
            "title": "Children on a child protection plan",
            "of": "X99000921",
            "when": "2021-09-30",
            "value": "180",
            "source": "own records, submission 1",
            "submission": 1,
        }
    ]
    assert by_binding["{{CPP-09 at 2021-09-30 = [c]}}"]["verdict"] == "cannot tell"
    assert "= 1}}" not in json.dumps(manifest["claims"])
    assert [(each["line"], each["said"]) for each in manifest["unbound"]][:2] == [(2, "5"), (2, "more")]
    assert "Line 2: no claim binds '5', 'more' in: There were" in said.err
    assert "cannot tell; 2021-09-30, it is not shown, to protect children" in said.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# 2.3\nOf {{CPP-01 at 2021-09-30", "Line 2 of commentary.md: {{CPP-01 at 2021-09-30 is not closed"),
        ("# 2.3\n{{CPP-01 on Monday}}", "Line 2 of commentary.md: {{CPP-01 on Monday}} cannot be understood"),
        ("# 2.3\n{{CPP-99 at 2021-09-30}}", "there is no indicator CPP-99"),
        ("# 2.3\nOf \x00", "holds a control character"),
        ("# 2.3\n" + "{{" * 200_000, "braces that do not match"),
        ("# 2.3\n" + "a" * 1_000_001, "is larger than 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_writes_nothing(demo: Path, tmp_path: Path, text: str, words: str) -> None:
    said = report(demo, tmp_path, text, tmp_path / "none")

    assert said.code == 3, said.everything
    assert words in said.err
    assert not (tmp_path / "none").exists()
    assert claims(demo, tmp_path / "commentary.md").code == 3


def test_the_evidence_register_is_the_one_named_else_beside_else_the_stores(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "commentary.md"
    path.write_text('# 2.3\nOfsted said {{quote visit | "plans are good"}}.\n', encoding="utf-8")
    register = 'text = "{0} plans are good"\nsource = "{0}"\ndate = 2021-07-01\n'
    where = {
        "the store": demo / "store" / "evidence.toml",
        "beside": tmp_path / "evidence.toml",
        "named": tmp_path / "named.toml",
    }
    assert claims(demo, path).code == 4  # nothing to quote from
    try:
        for source, file in where.items():
            file.write_text("[visit]\n" + register.format(source), encoding="utf-8")
            said = claims(demo, path, *(["--evidence", file] if source == "named" else []))
            assert said.code == 0
            assert f"it stands in {source}" in " ".join(said.out.split())
    finally:
        where["the store"].unlink()
    assert claims(demo, path, "--evidence", tmp_path / "absent.toml").code == 3


def test_claims_are_tried_without_a_report(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.md"
    path.write_text(TRUE, encoding="utf-8")
    before = fingerprint(demo)
    listed = claims(demo, path)
    as_json = claims(demo, path, "--json")
    path.write_text(FALSE, encoding="utf-8")
    false = claims(demo, path, "--json")

    assert listed.code == 0
    assert "{{REF-02 higher than England}}" in listed.out
    assert [each["verdict"] for each in json.loads(as_json.out)["claims"]].count("supported") == 5
    assert false.code == 4
    assert json.loads(false.out)["claims"]
    assert "it is 180, not 190" in false.err
    assert fingerprint(demo) == before


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (["--audience", "everyone"], 2, "'everyone' is not an audience"),
        (["--authority", "E06000001"], 2, "holds no records of E06000001"),
        (["--published"], 2, "Add --authority CODE"),
        (["--submission", "9"], 4, "9"),
    ],
)
def test_wrong_options_are_told(demo: Path, tmp_path: Path, more: list[str], code: int, words: str) -> None:
    path = tmp_path / "c.md"
    path.write_text(TRUE, encoding="utf-8")
    said = claims(demo, path, *more)

    assert (said.code, words in said.err) == (code, True), said.err


def test_the_page_shows_the_verdicts_on_the_demos_records(demo: Path) -> None:
    stands, made = block("records", claims(demo, EXAMPLES / "brief-records.md", "--markdown").out)

    assert stands == made, "Run this test with QUARTERDAY_WRITE_PAGES=1 to write docs/claims.md anew."


def test_the_briefs_own_record_figures_hold_in_the_demo_and_what_does_not_is_named(demo: Path) -> None:
    said = claims(demo, EXAMPLES / "brief-records.md", "--json")
    verdicts = {each["binding"]: each["verdict"] for each in json.loads(said.out)["claims"]}

    assert said.code == 4
    for binding in (
        "{{CPP-01 at 2020-03-01 = 120}}",
        "{{CPP-01 at 2021-09-30 = 180}}",
        "{{LAC-11a at 2021-09-30 = 49}}",
        "{{LAC-11b at 2021-09-30 = 12}}",
        "{{LAC-11c at 2021-09-30 = 8}}",
        "{{LAC-08 at 2021-09-30 = 5}}",
        "{{WRK-13 at 2014-01-31 = 34}}",
        "{{WRK-13 at 2021-09-30 = 21}}",
    ):
        assert verdicts[binding] == "supported"
    assert [binding for binding, verdict in verdicts.items() if verdict == "not supported"] == [
        '{{ASM-06 at 2021-09-30 above 50 | "usually one or two days over the timescale"}}',
        '{{CPP-10 lower than South East | "lower than South East averages"}}',
        '{{CPP-15 meets target | "routinely visited within timescales"}}',
    ]
    assert "cannot tell" not in verdicts.values()

"""The quarter's report, whole: four files that open cleanly, say the same, and give away no small number."""

import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from quarterday.benchmarks import shipped
from quarterday.records.periods import parse_period
from quarterday.reports.document import Report
from quarterday.reports.quarterly import ReportError, Request, UnreadableInputError, told, write_quarterly_report
from quarterday.sections import BY_CODE
from quarterday.sections.elsewhere import BY_CODE as ELSEWHERE_BY_CODE
from support.example_store import example_store

AUDIENCES = ("public", "management")
TINY = 1_500
"""So small an authority has many numbers from 1 to 5."""


@pytest.fixture(scope="module")
def request_for(tmp_path_factory: pytest.TempPathFactory):
    store, _, submission = example_store(tmp_path_factory.mktemp("tiny") / "store", TINY)

    def make(audience: str = "public", period: str = "2021-22-Q2", **more: object) -> Request:
        return Request(
            store=store,
            submission=submission,
            settings=store.settings(),
            authority="X99000921",
            period=parse_period(period),
            audience=audience,
            written_at=datetime(2022, 4, 1, 9),  # noqa: DTZ001
            benchmarks=shipped(),
            **more,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture(scope="module")
def written(request_for, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    write_quarterly_report(request_for(), folder)
    return folder


def charts(report: Report) -> list:
    return [slide.visual for slide in report.slides if hasattr(slide.visual, "series")]


def test_every_file_is_written_and_the_manifest_names_them(written: Path) -> None:
    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))

    assert sorted(manifest["files"]) == ["appendix.xlsx", "paper.docx", "presentation.pptx", "report.html"]
    assert manifest["made_up"] is True
    assert {path.name for path in written.iterdir()} == {*manifest["files"], "manifest.json"}


@pytest.mark.parametrize("name", ["paper.docx", "presentation.pptx", "appendix.xlsx"])
def test_office_files_open_cleanly(written: Path, name: str) -> None:
    found = OpenXmlValidator().validate(str(written / name))

    assert found.is_valid, [error.description for error in found.errors][:5]


def test_a_public_report_shows_no_number_of_children_from_one_to_five(request_for) -> None:
    """Every value of a chart that rests on one to five children is a gap; the management's copy shows that there are some."""
    public, _ = told(request_for("public"))
    management, _ = told(request_for("management"))
    hidden = 0
    for shown, whole in zip(charts(public), charts(management), strict=True):
        own = list(zip(_own_values(shown), _own_values(whole), strict=True))
        hidden += sum(a is None and b is not None for a, b in own)
        if whole.unit == "count":
            assert not [a for a, b in own if a is not None and 1 <= a <= 5]
            assert all(a is None for a, b in own if b is not None and 1 <= b <= 5)
            assert all(a in {None, b} for a, b in own)
    assert hidden > 20


def test_headlines_are_ranked_among_single_neighbours_and_a_hidden_figure_has_no_place(request_for) -> None:
    """Six headlines, with England and the region; of a figure that the public may not see not even its place is told."""
    public, management = ([each for each in charts(told(request_for(who))[0]) if each.kind == "ranked"] for who in AUDIENCES)
    hidden = [(a, b) for a, b in zip(public, management, strict=True) if _own_values(a) == [None] != _own_values(b)]

    assert [each.key for each in public] == [
        *(f"{code} ranked" for code in ("REF-03", "ASM-03", "CPP-10", "CPP-12", "LAC-14", "WRK-01"))
    ]
    assert all({"England", "South East"} <= set(each.categories) for each in public)
    assert all(len(each.categories) + len(each.absent) == 13 for each in public)
    assert all(value is not None for each in public if each not in [a for a, _ in hidden] for value in _own_values(each))
    assert hidden
    for shown, whole in hidden:
        assert ("Example authority", "not shown, to protect children") in shown.absent
        assert "Example authority" not in shown.categories
        assert "Example authority" in whole.categories
        assert not re.search(r"(higher|lower) than|cannot be told from", f"{shown.title} {shown.says}")


def test_embedded_workbooks_hold_exactly_what_is_drawn(request_for, written: Path) -> None:
    report, _ = told(request_for())
    drawn = sorted(_numbers(chart) for chart in charts(report))

    assert sorted(_workbooks(written / "presentation.pptx")) == drawn
    paper = _workbooks(written / "paper.docx")
    assert paper
    assert all(numbers in drawn for numbers in paper)


def test_sentences_tables_and_alt_text_hide_the_same(request_for) -> None:
    """A count of one to five that the management reads stands nowhere in the public words about it."""
    public, public_book = told(request_for("public"))
    _, book = told(request_for("management"))
    text = " ".join(
        [public.summary, *[block.text for section in public.sections for block in section.blocks if hasattr(block, "text")]]
    )
    for code in ("LAC-08", "CPP-08", "CIN-12", "ICP-03"):
        now = book.at(code).result
        if now.numerator is not None and 1 <= now.numerator <= 5:
            assert public_book.at(code).words == "[c]"
            assert f"({now.numerator} of {now.denominator})" not in text


@pytest.mark.parametrize("audience", ["public", "management"])
def test_every_indicator_of_the_catalogue_stands_once_by_signal_and_what_is_not_judged_says_why(
    request_for, audience: str
) -> None:
    report, _ = told(request_for(audience))
    table = report.signals
    rows = [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]

    assert sorted(row["Code"] for row in rows) == sorted([*BY_CODE, *ELSEWHERE_BY_CODE])
    judged = [row["Signal"] != "Not judged" for row in rows]
    assert judged == sorted(judged, reverse=True)
    assert all(row["To bear in mind"] for row in rows if row["Signal"] == "Not judged")
    caseload = next(row for row in rows if row["Code"] == "WRK-01")
    assert caseload["Latest month"]
    assert "divides one stock by another" in caseload["To bear in mind"]


def test_the_page_needs_no_script_and_reaches_for_nothing_outside(written: Path) -> None:
    page = (written / "report.html").read_text(encoding="utf-8")

    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=['\"]https?:", page)
    assert "Made-up records; comparators are real." in page
    assert page.count("<svg") == page.count("role='img'") == page.count("<desc ")


def test_the_appendix_is_marked_up_tables(written: Path) -> None:
    book = openpyxl.load_workbook(written / "appendix.xlsx")
    for sheet in book.worksheets:
        assert sheet["A1"].value
        assert len(sheet.tables) == 1
        assert not sheet.merged_cells.ranges
    assert len({sheet.title for sheet in book.worksheets}) == len(book.worksheets)


def test_a_period_that_is_no_quarter_or_not_yet_over_is_refused(request_for, tmp_path: Path) -> None:
    for period, words in (
        ("2021-22", "is not a quarter"),
        ("2022-23-Q1", "after the extract"),
        ("1999-00-Q1", "before the records begin"),
    ):
        with pytest.raises(ReportError, match=words):
            write_quarterly_report(request_for(period=period), tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_commentary_stands_where_it_belongs(request_for, tmp_path: Path) -> None:
    words = tmp_path / "words.md"
    words.write_text("# 2.3 Child protection\nThe rise follows the second lockdown.\n", encoding="utf-8")

    report, _ = told(request_for(commentary=words))

    section = next(each for each in report.sections if each.number == "2.3")
    assert "The rise follows the second lockdown." in [getattr(block, "text", "") for block in section.blocks]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Words before any heading.\n", "belongs to no section"),
        (b"# 2.9 Unknown\nWords.\n", "has a section 2.9"),
        (b"# 2.3\n\xff\xfe", "not text in UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_commentary_that_cannot_be_used_is_refused_before_anything_is_written(
    request_for, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "words.md"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(ReportError, match=words):
        write_quarterly_report(request_for(commentary=path), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_no_word_file_is_refused_before_anything_is_computed(
    request_for, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.docx").write_bytes(b"not a document")
    monkeypatch.setattr("quarterday.reports.quarterly.Computation", None)

    with pytest.raises(UnreadableInputError, match=r"ours\.docx"):
        write_quarterly_report(request_for(template=tmp_path / "ours.docx"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_template_that_knows_few_styles_is_given_those_it_lacks(request_for, tmp_path: Path) -> None:
    """Word keeps only the styles that somebody has used; the council's own stay as they are."""
    ours = Document()
    for style in list(ours.styles):
        if style.name not in {"Normal", "Heading 1", "Default Paragraph Font"}:
            style.element.getparent().remove(style.element)
    ours.styles["Normal"].font.name = "Gill Sans"
    for words in ("Our council", "{{ title }} ({{ marking }})", "[[2]]", "[[2.3]]"):
        ours.add_paragraph(words)
    ours.save(str(tmp_path / "ours.docx"))
    notices: list[str] = []
    request = request_for(template=tmp_path / "ours.docx", on_notice=notices.append)

    paper, *_ = write_quarterly_report(request, tmp_path / "out")

    assert any("leaves out [[summary]], [[1]], [[2.1]]" in notice for notice in notices)
    made = Document(str(paper))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[:2] == ["Our council", "Children and families performance, quarter 2 of 2021-22 (Public)"]
    assert any(text.startswith("2.3.1 ") for text in texts)
    assert not any(text.startswith("2.1.1 ") for text in texts)
    assert made.styles["Normal"].font.name == "Gill Sans"
    assert {made.styles[name].font.name for name in ("Caption", "Quote")} == {"Arial"}
    used = {paragraph.style.name for paragraph in made.paragraphs} | {table.style.name for table in made.tables}
    assert used <= {"Normal", "Caption", "Quote", "List Bullet", "Table Grid"}
    flaws = [len(OpenXmlValidator().validate(str(path)).errors) for path in (paper, tmp_path / "ours.docx")]
    assert flaws[0] == flaws[1]  # those of the template itself


def _own_values(chart) -> list:
    """The authority's own values; of ranked bars the one that there is, or None."""
    values = [value for series in chart.series if series.role == "authority" for value in series.values]
    return values if chart.kind != "ranked" else [next((value for value in values if value is not None), None)]


def _numbers(chart) -> tuple[float, ...]:
    """Column by column; areas that have no bar are rows of gaps."""
    columns = [(*series.values, *(None for _ in chart.absent)) for series in chart.series]
    return tuple(-1.0 if value is None else float(value) for column in columns for value in column)


def _workbooks(path: Path) -> list[tuple[float, ...]]:
    """The numbers of every embedded workbook, column by column; -1 for a gap."""
    found = []
    with zipfile.ZipFile(path) as whole:
        for name in whole.namelist():
            if name.endswith(".xlsx"):
                sheet = openpyxl.load_workbook(io.BytesIO(whole.read(name))).worksheets[0]
                columns = list(sheet.iter_cols(min_col=2, min_row=2, values_only=True))
                found.append(tuple(-1.0 if cell is None else float(cell) for column in columns for cell in column))
    return found

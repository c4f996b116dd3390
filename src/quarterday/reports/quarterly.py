"""The quarter's report from a submission: measured, told, and written in four media with a manifest."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from quarterday.benchmarks import Benchmarks
from quarterday.benchmarks.areas import EXAMPLE, area_of
from quarterday.indicators import Asked, Computation, Indicator, Result, source_of
from quarterday.records.periods import QUARTER, Period
from quarterday.reports.book import Book
from quarterday.reports.claims import Asking, Checked, ClaimsError, Records, check_commentary
from quarterday.reports.comparators import Comparators
from quarterday.reports.document import Meta, Report
from quarterday.reports.files import whole_file
from quarterday.reports.protection import PUBLIC
from quarterday.reports.published import Published, comparison_days
from quarterday.reports.story.peak import EarlierValue, earlier_values
from quarterday.reports.story.telling import Telling, tell
from quarterday.reports.words import day_in_words
from quarterday.sections import INDICATORS
from quarterday.submissions import Store, Submission
from quarterday.submissions.settings import Settings


class ReportError(Exception):
    """The report cannot be written; the message says why. Nothing was written."""


class UnreadableCommentaryError(ReportError):
    """The commentary, one of its claims or the evidence register cannot be understood. Nothing was written."""


@dataclass(frozen=True)
class Request:
    """Which report is wanted."""

    store: Store
    submission: Submission
    settings: Settings
    authority: str
    period: Period
    audience: str
    written_at: datetime
    commentary: Path | None = None
    template: Path | None = None
    benchmarks: Benchmarks | None = None
    evidence: Path | None = None
    on_notice: Callable[[str], None] = lambda _: None
    """Told what the author of the commentary should look at."""


def write_quarterly_report(request: Request, to: Path, on_progress: Callable[[str], None] = lambda _: None) -> list[Path]:
    """Write paper.docx, presentation.pptx, appendix.xlsx, report.html and manifest.json; returns the files.

    Raises ReportError where the period is no quarter, the records do not reach it, or a claim of the commentary is not
    supported and the report is for the public.
    """
    _check(request)
    claims = _claims(request)
    report, book = told(request, on_progress, claims)
    written = _write(report, request, to, on_progress)
    manifest = _manifest(request, book, written) | claims.as_manifest()
    with whole_file(to / "manifest.json") as aside:
        aside.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return [*written, to / "manifest.json"]


def _check(request: Request) -> None:
    if request.period.kind != QUARTER:
        raise ReportError(f"{request.period.name} is not a quarter. Write one such as 2021-22-Q2.")
    extract = request.submission.extract_date(request.authority)
    if request.period.end > extract:
        raise ReportError(
            f"{request.period.name} ends on {request.period.end.isoformat()}, after the extract of {extract.isoformat()}. "
            "Load a later extract, or ask for an earlier quarter."
        )


def told(
    request: Request, on_progress: Callable[[str], None] = lambda _: None, claims: Checked | None = None
) -> tuple[Report, Book]:
    """The report before it is in any medium, and the book of figures that it was told from."""
    with Computation(source_of(request.submission, request.settings, request.authority)) as computation:

        def measure(indicators: Iterable[Indicator], asked: Asked) -> tuple[list[Result], dict[str, str]]:
            return computation.measure(list(indicators), asked), computation.reasons

        book = Book(measure, request.period, request.audience)
        comparators: Comparators | None = None
        compared: list[Indicator] = []
        if request.benchmarks:
            comparators = Published(request.benchmarks, request.authority)
            compared = [each for each in INDICATORS if request.benchmarks.available(each.code)]
        since = {each.code for each in _earlier(request)}
        compared += [each for each in INDICATORS if each.code in since and each not in compared]
        book.fill(on_progress, compared=compared, days=[*comparison_days(request.period.end), *book.same_day_of_years])
    on_progress("Telling the quarter")
    commentary = (claims or _claims(request)).texts
    return tell(
        Telling(
            _meta(request),
            book,
            request.settings,
            commentary,
            comparators,
            _earlier(request),
        )
    ), book


def _claims(request: Request) -> Checked:
    """The commentary with its claims checked; a public report is refused where one is not supported."""
    if request.commentary is None:
        return Checked("", {})
    records = Records.of(request.submission, request.settings, request.authority, request.audience)
    beside = (request.benchmarks, request.evidence, request.store.folder)
    try:
        checked = check_commentary(Asking(request.commentary, request.authority, request.period.end, records, *beside))
    except ClaimsError as error:
        raise UnreadableCommentaryError(str(error)) from None
    if checked.refusal and request.audience == PUBLIC:
        raise ReportError(f"The public report is not written. {checked.refusal}")
    for notice in checked.notices():
        request.on_notice(notice)
    return checked


def _earlier(request: Request) -> tuple[EarlierValue, ...]:
    return earlier_values(request.submission.records([request.authority]).get("earlier_values"))


def _meta(request: Request) -> Meta:
    quarter = request.period.name[-1]
    year = request.period.name[:7]
    public = request.audience == "public"
    return Meta(
        committee="Policy and Scrutiny Committee for Children's Services",
        date="[date of the meeting]",
        title=f"Children and families performance, quarter {quarter} of {year}",
        report_of="Director of Children's Services",
        authority=_name(request.authority),
        period=f"Quarter {quarter} of {year}, to {day_in_words(request.period.end)}",
        audience=request.audience,
        marking="Public" if public else "Official-sensitive: do not forward",
        made_up=request.submission.manifest.made_up,
    )


def _name(authority: str) -> str:
    area = area_of(authority)
    if authority == EXAMPLE:
        return "Example authority"
    return area.name if area else authority


def _write(report: Report, request: Request, to: Path, on_progress: Callable[[str], None]) -> list[Path]:
    from quarterday.reports.appendix import write_appendix
    from quarterday.reports.page import write_page
    from quarterday.reports.paper import TemplateError, write_paper
    from quarterday.reports.presentation import write_presentation

    on_progress("Writing the paper")
    try:
        paper = write_paper(report, to / "paper.docx", request.template)
    except TemplateError as error:
        raise ReportError(str(error)) from None
    on_progress("Writing the presentation")
    presentation = write_presentation(report, to / "presentation.pptx")
    on_progress("Writing the appendix")
    appendix = write_appendix(report, to / "appendix.xlsx")
    on_progress("Writing the page")
    return [paper, presentation, appendix, write_page(report, to / "report.html")]


def _manifest(request: Request, book: Book, written: list[Path]) -> dict[str, object]:
    return {
        "report": request.period.name,
        "audience": request.audience,
        "authority": request.authority,
        "submission": request.submission.number,
        "made_up": request.submission.manifest.made_up,
        "written_at": request.written_at.isoformat(timespec="seconds"),
        "code_version": version("quarterday"),
        "suppression": "primary only: counts of children from 1 to 5" if request.audience == "public" else "none",
        "not_computable": book.reasons,
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written},
    }

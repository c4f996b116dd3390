"""The quarter's report from a submission: measured, told, and written in four media with a manifest."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

from quarterday.benchmarks import Benchmarks
from quarterday.benchmarks.areas import EXAMPLE, area_of
from quarterday.disclosure import DFE_CIN, MANAGEMENT, ContradictionError, Profile, StatementKey
from quarterday.disclosure.profiles import PUBLIC
from quarterday.indicators import Computation, Indicator, source_of
from quarterday.records.periods import QUARTER, Period, not_a_quarter
from quarterday.reports.book import Book
from quarterday.reports.change_figures import is_of_change
from quarterday.reports.change_measuring import Earlier, earlier_word, explain_changes
from quarterday.reports.claims import Asking, Checked, ClaimsError, CommentaryClaims, Own
from quarterday.reports.claims.records import include_again
from quarterday.reports.comparators import Comparators
from quarterday.reports.document import Meta, Report
from quarterday.reports.editions import Edition, published_rows, read_edition, refusal
from quarterday.reports.files import whole_file
from quarterday.reports.log import disclosure_log
from quarterday.reports.measuring import measuring
from quarterday.reports.published import Published, comparison_days
from quarterday.reports.story.changes import Changes
from quarterday.reports.story.judged import judge_all
from quarterday.reports.story.peak import EarlierValue, earlier_values
from quarterday.reports.story.telling import Telling, tell
from quarterday.reports.words import day_in_words
from quarterday.sections import INDICATORS
from quarterday.submissions import Store, Submission
from quarterday.submissions.settings import Settings

EARLIER_VALUES = "earlier_values"
"""The record table of values from before the records."""


class ReportError(Exception):
    """The report cannot be written; the message says why. Nothing was written."""


class UnreadableInputError(ReportError):
    """The template, the commentary, a claim or the evidence register cannot be understood. Nothing was written."""


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
    profile: Profile | None = None
    earlier: tuple[Path, ...] = ()
    evidence: Path | None = None
    on_notice: Callable[[str], None] = lambda _: None
    """Told what the author of the commentary should look at."""

    @property
    def protected_by(self) -> Profile:
        """The profile asked for, else the audience's usual one."""
        return self.profile or (DFE_CIN if self.audience == PUBLIC else MANAGEMENT)


def write_quarterly_report(request: Request, to: Path, on_progress: Callable[[str], None] = lambda _: None) -> list[Path]:
    """Write paper.docx, presentation.pptx, appendix.xlsx, report.html and manifest.json; returns the files.

    Raises ReportError where the period is no quarter, the records do not reach it, or a claim of the commentary is not
    supported and the report is for the public.
    """
    _check(request)
    claims = _claims(request)
    report, book = told(request, on_progress, claims)
    _refuse_false(request, claims.checked)
    _say_what_is_out(request, book)
    written = _write(report, request, to, on_progress)
    manifest = _manifest(request, book, written) | claims.checked.as_manifest()
    with whole_file(to / "manifest.json") as aside:
        aside.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return [*written, to / "manifest.json"]


def _say_what_is_out(request: Request, book: Book) -> None:
    """Say how many numbers hidden here an earlier edition has given away: that cannot be taken back."""
    out = book.protection.given_away if book.protection else 0
    if out:
        request.on_notice(
            f"{out} of the numbers hidden in this report can be worked out from an earlier edition, which cannot be taken "
            "back. manifest.json names them under disclosure."
        )


def _check(request: Request) -> None:
    if request.period.kind != QUARTER:
        raise ReportError(not_a_quarter(request.period.name))
    extract, first = request.submission.extract_date(request.authority), _first_day(request)
    if first and request.period.end < first:
        raise ReportError(
            f"{request.period.name} ends on {request.period.end.isoformat()}, before the records begin on "
            f"{first.isoformat()}: nothing of it can be computed. Ask for a later quarter."
        )
    if request.period.end > extract:
        raise ReportError(
            f"{request.period.name} ends on {request.period.end.isoformat()}, after the extract of {extract.isoformat()}. "
            "Load a later extract, or ask for an earlier quarter."
        )
    if request.template:
        _check_template(request, request.template)


def _check_template(request: Request, template: Path) -> None:
    from quarterday.reports.paper import TemplateError, check_template

    try:
        notices = check_template(_meta(request), template)
    except TemplateError as error:
        raise UnreadableInputError(str(error)) from None
    for notice in notices:
        request.on_notice(notice)


def _first_day(request: Request) -> date | None:
    """The earliest day that any records are of; values from before the records are none."""
    covers = request.submission.covers_from(request.authority)
    return min((day for table, day in covers.items() if table != EARLIER_VALUES), default=None)


def told(
    request: Request, on_progress: Callable[[str], None] = lambda _: None, claims: CommentaryClaims | None = None
) -> tuple[Report, Book]:
    """The report before it is in any medium, and the book of figures that it was told from."""
    claims = claims or _claims(request)
    with Computation(source_of(request.submission, request.settings, request.authority)) as computation:
        book = Book(measuring(computation), request.period, request.protected_by)
        editions = _editions(request)
        comparators: Comparators | None = None
        compared: list[Indicator] = []
        if request.benchmarks:
            comparators = Published(request.benchmarks, request.authority, request.period.end)
            compared = [each for each in INDICATORS if request.benchmarks.available(each.code)]
        since = {each.code for each in _earlier(request)}
        compared += [each for each in INDICATORS if each.code in since and each not in compared]
        days = [*comparison_days(request.period.end), *book.same_day_of_years]
        book.fill(on_progress, compared=compared, days=days, editions=[edition.end for edition in editions])
        claims.measure_into(book)
        published = [key for edition in editions for key in edition.figures]
        include_again(book, [key for key in published if not is_of_change(key)])
        restated = _explain(request, book, computation, published, on_progress)
        on_progress("Judging what has really changed")
        signals = judge_all(computation, book, request.settings, request.authority)
    on_progress("Telling the quarter")
    book.beside(editions)
    changes, earlier = Changes(book, request.settings, request.authority), _earlier(request)
    telling = Telling(_meta(request), book, request.settings, {}, comparators, earlier, signals, changes, restated)
    try:
        return book.protected(lambda: tell(replace(telling, commentary=claims.judged(book).texts))), book
    except ContradictionError as error:
        raise ReportError(f"The figures cannot be protected, so nothing was written: {error}") from None
    except ClaimsError as error:
        raise UnreadableInputError(str(error)) from None


def _explain(
    request: Request,
    book: Book,
    computation: Computation,
    published: list[StatementKey],
    on_progress: Callable[[str], None],
) -> Earlier | None:
    """Explain why the stocks changed, and what an earlier submission says otherwise."""
    on_progress("Explaining what changed")
    explain_changes(book, computation, request.settings, request.authority, published)
    of = (request.store, request.submission, request.settings, request.authority)
    earlier = earlier_word(*of, computation, request.period.end)
    for each in earlier.restated if earlier else ():
        book.hold(each)
    return earlier


def _editions(request: Request) -> list[Edition]:
    editions = [read_edition(folder) for folder in request.earlier]
    for edition in editions:
        reason = refusal(edition, request.authority, request.protected_by)
        if reason:
            raise ReportError(reason)
    return editions


def _claims(request: Request) -> CommentaryClaims:
    beside = (request.benchmarks, request.evidence, request.store.folder)
    own = Own(request.settings, request.submission.number, _earlier(request))
    try:
        return CommentaryClaims(request.commentary, Asking(request.authority, request.period.end, own, *beside))
    except ClaimsError as error:
        raise UnreadableInputError(str(error)) from None


def _refuse_false(request: Request, checked: Checked) -> None:
    """Stop a public report over a claim that is not supported; tell the author of everything else."""
    if checked.refusal and request.audience == PUBLIC:
        raise ReportError(f"The public report is not written. {checked.refusal}")
    for notice in checked.notices():
        request.on_notice(notice)


def _earlier(request: Request) -> tuple[EarlierValue, ...]:
    return earlier_values(request.submission.records([request.authority], [EARLIER_VALUES]).get(EARLIER_VALUES))


def _meta(request: Request) -> Meta:
    quarter = request.period.name[-1]
    year = request.period.name[:7]
    return Meta(
        committee="Policy and Scrutiny Committee for Children's Services",
        date="[date of the meeting]",
        title=f"Children and families performance, quarter {quarter} of {year}",
        report_of="Director of Children's Services",
        authority=_name(request.authority),
        period=f"Quarter {quarter} of {year}, to {day_in_words(request.period.end)}",
        audience=request.audience,
        marking=request.protected_by.marking,
        note=request.protected_by.note,
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
    from quarterday.reports.paper import write_paper
    from quarterday.reports.presentation import write_presentation

    on_progress("Writing the paper")
    paper = write_paper(report, to / "paper.docx", request.template)
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
        "disclosure": disclosure_log(book, [path.name for path in request.earlier]),
        "published": published_rows(book.told),
        "not_computable": book.reasons,
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written},
    }

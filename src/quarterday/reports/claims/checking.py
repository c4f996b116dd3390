"""Checking a commentary: its bindings read, judged and printed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quarterday.benchmarks import Benchmarks
from quarterday.reports.claims.checked import Checked, Judged, Pointed, printed_between
from quarterday.reports.claims.comparing import WithChance
from quarterday.reports.claims.evidence import FILE, Register, read_evidence
from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.judging import judged
from quarterday.reports.claims.places import Bound, bound_in, shown
from quarterday.reports.claims.pointers import pointers_in
from quarterday.reports.claims.problems import BindingError, ClaimsError
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures, Records
from quarterday.reports.claims.wording import printed
from quarterday.reports.commentary import CommentaryError, Words, read_words
from quarterday.submissions.settings import default_settings

_MOST_TOLD = 10


@dataclass(frozen=True)
class Asking:
    """Which commentary is checked, against what, for whom, at which day (the end of the report's period).

    Without records, claims may name published figures alone.
    """

    commentary: Path
    authority: str
    day: date
    records: Records | None = None
    benchmarks: Benchmarks | None = None
    evidence: Path | None = None
    store: Path | None = None


def check_commentary(asking: Asking) -> Checked:
    """Every claim of a commentary with its verdict, and its text as the report prints it.

    Raises ClaimsError where the commentary, a binding or the evidence register cannot be understood: all the bindings
    that are wrong are told at once.
    """
    try:
        words = read_words(asking.commentary)
    except CommentaryError as error:
        raise ClaimsError(str(error)) from None
    with _judge(asking) as judge:
        return check_words(words, judge, asking.commentary.name)


def check_words(words: Mapping[str, Words], judge: Judge, source: str) -> Checked:
    """As `check_commentary`, for words already read."""
    problems: list[str] = []
    bound = {section: _collected(problems, each, source) for section, each in words.items()}
    if not problems:
        parts = [_section(words[name], found, judge, source, problems) for name, found in bound.items()]
    if problems:
        more = [f"And {len(problems) - _MOST_TOLD} more."] if len(problems) > _MOST_TOLD else []
        raise ClaimsError("\n".join([*problems[:_MOST_TOLD], *more]))
    return Checked(
        source,
        {name: text for part in parts for name, text in part.texts.items()},
        tuple(each for part in parts for each in part.judged),
        tuple(each for part in parts for each in part.pointed),
    )


def _collected(problems: list[str], words: Words, source: str) -> list[Bound]:
    try:
        return bound_in(words, source)
    except ClaimsError as error:
        problems.append(str(error))
        return []


def _section(words: Words, found: list[Bound], judge: Judge, source: str, problems: list[str]) -> Checked:
    verdicts = []
    for bound in found:
        try:
            verdicts.append((bound, judged(judge, bound.binding)))
        except BindingError as error:
            problems.append(f"Line {bound.line} of {source}: {shown(str(bound.binding))}: {error}")
    prints = [(bound.start, bound.end, printed(bound.binding, verdict)) for bound, verdict in verdicts]

    def sentence(span: tuple[int, int]) -> str:
        return " ".join(printed_between(words, prints, *span).split())

    claims = [Judged(bound, sentence(bound.sentence), verdict) for bound, verdict in verdicts]
    pointers = pointers_in(words, [(bound.start, bound.end) for bound in found])
    pointed = [Pointed(pointer, sentence(pointer.sentence)) for pointer in pointers]
    whole = printed_between(words, prints, 0, len(words.text)).strip()
    return Checked(source, {words.section: whole}, tuple(claims), tuple(pointed))


@contextmanager
def _judge(asking: Asking) -> Iterator[Judge]:
    published = PublishedFigures(asking.benchmarks, asking.authority)
    register = _register(asking)
    settings = asking.records.settings if asking.records else default_settings()
    with RecordFigures(asking.records) if asking.records else nullcontext() as records:
        comparer = WithChance(published, records, asking.authority)
        yield Judge(records, published, comparer, register, settings, asking.authority, asking.day)


def _register(asking: Asking) -> Register:
    """The register asked for; else the one beside the commentary; else the store's; else none."""
    if asking.evidence:
        return read_evidence(asking.evidence)
    beside = [asking.commentary.parent / FILE, *([asking.store / FILE] if asking.store else [])]
    found = next((path for path in beside if path.is_file()), None)
    return read_evidence(found) if found else {}

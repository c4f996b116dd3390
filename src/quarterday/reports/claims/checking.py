"""The claims of a commentary: read once, measured with the report's figures, and judged as often as the report is told."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quarterday.benchmarks import Benchmarks
from quarterday.reports.book import Book
from quarterday.reports.claims.checked import Checked, Judged, Pointed, printed_between
from quarterday.reports.claims.comparing import WithChance
from quarterday.reports.claims.evidence import FILE, Register, read_evidence
from quarterday.reports.claims.judge import Judge
from quarterday.reports.claims.judging import judged
from quarterday.reports.claims.needs import needs_of
from quarterday.reports.claims.places import Bound, bound_in, shown
from quarterday.reports.claims.pointers import Pointer, pointers_in
from quarterday.reports.claims.problems import BindingError, ClaimsError, all_of
from quarterday.reports.claims.published import PublishedFigures
from quarterday.reports.claims.records import RecordFigures, include
from quarterday.reports.claims.wording import printed
from quarterday.reports.commentary import CommentaryError, Words, read_words
from quarterday.reports.story.peak import EarlierValue
from quarterday.submissions.settings import Settings


@dataclass(frozen=True)
class Own:
    """What is the authority's own beside its figures: settings with targets, the submission's number, earlier values."""

    settings: Settings
    submission: int
    earlier: tuple[EarlierValue, ...] = ()


@dataclass(frozen=True)
class Asking:
    """Against what claims are checked: of which authority, at which day (the end of the report's period)."""

    authority: str
    day: date
    own: Own
    benchmarks: Benchmarks | None = None
    evidence: Path | None = None
    store: Path | None = None


class CommentaryClaims:
    """The claims of a commentary file; without a file there are none.

    Raises ClaimsError where the file, a binding or the evidence register cannot be understood: all the bindings that are
    wrong are told at once.
    """

    def __init__(self, commentary: Path | None, asking: Asking) -> None:
        self._source = commentary.name if commentary else ""
        self._asking = asking
        self._words = _read(commentary) if commentary else {}
        self._published = PublishedFigures(asking.benchmarks, asking.authority)
        self._register = _register(commentary, asking) if commentary else {}
        self._bound = self._all_bound()
        self._pointers = {name: _pointers(self._words[name], found) for name, found in self._bound.items()}
        self.checked = Checked(self._source, {})
        """As last judged."""

    def measure_into(self, book: Book) -> None:
        """Measure into a book every figure of the records that a claim rests on, each once."""
        claims = [bound.binding.claim for found in self._bound.values() for bound in found]
        needed = [need for claim in claims for need in needs_of(claim, self._published, self._asking.day)]
        for subject, moment in dict.fromkeys(needed):
            include(book, subject, moment)

    def judged(self, book: Book | None) -> Checked:
        """Every claim with its verdict by the figures that a book shows now (kept as `checked`), and what is printed.

        Without a book claims may be about published figures alone. Raises ClaimsError where a claim names what does not
        exist.
        """
        own = self._asking.own
        authority = self._asking.authority
        records = RecordFigures(book, authority, own.submission, own.earlier) if book else None
        comparer = WithChance(self._published, records, authority)
        judge = Judge(records, self._published, comparer, self._register, own.settings, authority, self._asking.day)
        problems: list[str] = []
        parts = [self._section(name, found, judge, problems) for name, found in self._bound.items()]
        if problems:
            raise ClaimsError(all_of(problems))
        self.checked = Checked(
            self._source,
            {name: text for part in parts for name, text in part.texts.items()},
            tuple(each for part in parts for each in part.judged),
            tuple(each for part in parts for each in part.pointed),
        )
        return self.checked

    def _section(self, name: str, found: list[Bound], judge: Judge, problems: list[str]) -> Checked:
        words, verdicts = self._words[name], []
        for bound in found:
            try:
                verdicts.append((bound, judged(judge, bound.binding)))
            except BindingError as error:
                problems.append(self._problem(bound, str(error)))
        prints = [(bound.start, bound.end, printed(bound.binding, verdict)) for bound, verdict in verdicts]

        def sentence(span: tuple[int, int]) -> str:
            return " ".join(printed_between(words, prints, *span).split())

        claims = tuple(Judged(bound, sentence(bound.sentence), verdict) for bound, verdict in verdicts)
        pointed = tuple(Pointed(pointer, sentence(pointer.sentence)) for pointer in self._pointers[name])
        return Checked(self._source, {name: printed_between(words, prints, 0, len(words.text)).strip()}, claims, pointed)

    def _all_bound(self) -> dict[str, list[Bound]]:
        found, problems = {}, []
        for name, words in self._words.items():
            try:
                found[name] = bound_in(words, self._source)
            except ClaimsError as error:
                problems.append(str(error))
        if problems:
            raise ClaimsError(all_of(problems))
        return found

    def _problem(self, bound: Bound, said: str) -> str:
        return f"Line {bound.line} of {self._source}: {shown(str(bound.binding))}: {said}"


def _read(commentary: Path) -> dict[str, Words]:
    try:
        return read_words(commentary)
    except CommentaryError as error:
        raise ClaimsError(str(error)) from None


def _pointers(words: Words, found: list[Bound]) -> list[Pointer]:
    return pointers_in(words, [(bound.start, bound.end) for bound in found])


def _register(commentary: Path, asking: Asking) -> Register:
    """The register asked for; else the one beside the commentary; else the store's; else none."""
    if asking.evidence:
        return read_evidence(asking.evidence)
    beside = [commentary.parent / FILE, *([asking.store / FILE] if asking.store else [])]
    found = next((path for path in beside if path.is_file()), None)
    return read_evidence(found) if found else {}

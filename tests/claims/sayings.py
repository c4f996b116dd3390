"""A commentary of one section checked against an authority's few records, and against a few published figures."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quarterday.benchmarks import Benchmarks
from quarterday.disclosure import DFE_CIN, MANAGEMENT
from quarterday.records.periods import parse_period
from quarterday.reports.book import Book
from quarterday.reports.claims import Asking, Checked, CommentaryClaims, Own
from quarterday.reports.measuring import measuring
from quarterday.reports.story.peak import EarlierValue
from quarterday.submissions.settings import parse_settings
from support.authority import CODE, Authority

QUARTER = parse_period("2021-22-Q2")


@dataclass
class Saying:
    """What is said of an authority, by whom it is read, and what stands beside it."""

    folder: Path
    holds: Authority = field(default_factory=Authority)
    audience: str = "public"
    code: str = CODE
    settings: str = ""
    benchmarks: Benchmarks | None = None
    earlier: tuple[EarlierValue, ...] = ()
    evidence: str = ""

    def checked(self, text: str) -> Checked:
        """The claims of a text of section 2.3."""
        path = self.folder / "commentary.md"
        path.write_text(f"# 2.3\n{text}\n", encoding="utf-8")
        if self.evidence:
            (self.folder / "evidence.toml").write_text(self.evidence, encoding="utf-8")
        own = Own(parse_settings(self.settings), 7, self.earlier)
        claims = CommentaryClaims(path, Asking(self.code, date(2021, 9, 30), own, self.benchmarks))
        with self.holds.computation() as computation:
            book = Book(measuring(computation), QUARTER, DFE_CIN if self.audience == "public" else MANAGEMENT)
            claims.measure_into(book)
            return book.protected(lambda: claims.judged(book))

    def says(self, text: str) -> tuple[str, str]:
        """The verdict on the one claim of a text, and the text as printed."""
        checked = self.checked(text)
        (claim,) = checked.judged
        return claim.verdict.verdict, checked.texts["2.3"]

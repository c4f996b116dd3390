"""The report before it is in any medium: its head, its sections and their blocks, its slides and tables."""

from dataclasses import dataclass

from quarterday.reports.chart import Chart
from quarterday.reports.table import DataTable


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Commentary:
    """The service's own words; without any, the place for them is marked."""

    section: str
    text: str = ""

    @property
    def words(self) -> str:
        """The commentary, or the marked place."""
        return self.text or f"[The service's commentary on section {self.section} goes here.]"


@dataclass(frozen=True)
class Ring:
    """The framework drawn as its cycle of activities: each with what the records say of it."""

    title: str
    centre: str
    activities: tuple[tuple[str, str], ...]
    alt: str


Block = Paragraph | Bullets | Commentary | Chart | DataTable | Ring


@dataclass(frozen=True)
class Section:
    """A section of the paper: its number and heading in the brief's form, and its blocks."""

    number: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Slide:
    """One finding: the sentence, its chart or table, and notes with source and definition."""

    title: str
    sentence: str
    visual: Chart | DataTable | Ring | None
    notes: str


@dataclass(frozen=True)
class Meta:
    """The head of the report."""

    committee: str
    date: str
    title: str
    report_of: str
    authority: str
    period: str
    audience: str
    marking: str
    made_up: bool
    note: str = ""
    """What the audience must know of how numbers of children are protected."""

    @property
    def notice(self) -> str:
        """What every page says of made-up records; empty for real ones."""
        return "Made-up records; comparators are real." if self.made_up else ""


@dataclass(frozen=True)
class Report:
    """The whole report."""

    meta: Meta
    summary: str
    sections: tuple[Section, ...]
    slides: tuple[Slide, ...]
    tables: tuple[DataTable, ...]
    definitions: DataTable
    slide_definitions: DataTable
    signals: DataTable | None = None
    """All indicators by signal: too long for the paper, whole on the page and in the appendix."""

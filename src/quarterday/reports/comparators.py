"""What reports know of published comparators, whatever room they come from."""

from datetime import date
from typing import Protocol

from quarterday.benchmarks import Comparison, Ranked
from quarterday.reports.book import Book
from quarterday.reports.figure import Figure

AREAS = (("england", "England"), ("region", "Region"), ("neighbours", "Statistical neighbours"))
"""Kinds of area that the authority stands beside, with their usual names."""


class Comparators(Protocol):
    """Published values beside the authority's own."""

    def years(self, code: str, until: date) -> list[int]:
        """Reporting years (by the year in which they end) with published values, none after a day."""

    def value(self, code: str, area_kind: str, year: int) -> float | None:
        """The published value of England, the region or the neighbours; None where it is not published."""

    def own(self, book: Book, code: str, year: int) -> Figure:
        """The authority's own figure for a year, from its records."""

    def day(self, code: str, year: int) -> date:
        """The day of a reporting year that published values are for, or that their year ends on."""

    def area_name(self, area_kind: str, usual: str) -> str:
        """The name of an area, such as South East for the region."""

    def standing(self, book: Book, code: str, year: int) -> Comparison | None:
        """The published comparison of a year with the authority's own figure, its interval and verdicts beside it.

        Without the own figure where that may not be shown; None where nothing is published to compare with.
        """

    def ranked(self, code: str, year: int) -> Ranked | None:
        """The published figures of the single neighbours, England and the region; None where only averages are held."""

    @property
    def method(self) -> str:
        """Which neighbours are meant, and how they are averaged, as a sentence."""

    def source(self, code: str) -> str:
        """Where the published values come from and how neighbours are averaged, as a sentence."""

    def publisher(self, code: str) -> str:
        """Where the published values come from, as a sentence."""

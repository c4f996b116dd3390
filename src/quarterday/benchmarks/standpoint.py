"""Whose chart or comparison it is: which rows of the statistics are the reader's own, and which those of its neighbours."""

from dataclasses import dataclass

from quarterday.benchmarks.areas import MODELS, Area, area_of, model_of, name_of
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.figures import Reader
from quarterday.benchmarks.problems import NoComparisonError, UnknownAuthorityError
from quarterday.benchmarks.sheets import AreaRow


@dataclass(frozen=True)
class Standpoint:
    """An authority and the neighbour model that it is looked at by."""

    area: Area
    model: str

    def is_own(self, row: AreaRow) -> bool:
        """Whether a row is the authority's own, alone or in a joint return."""
        return self.area.dfe in row.dfe

    def is_neighbour(self, row: AreaRow) -> bool:
        """Whether a row is one of the ten neighbours' (never the authority's own, whom it may share a return with)."""
        return not self.is_own(row) and not set(self.neighbours).isdisjoint(row.dfe)

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The DfE codes of the neighbours."""
        return self.area.neighbours(self.model)


def standpoint(authority: str, year: int, model: str | None = None) -> Standpoint:
    """The standpoint of an authority (GSS code) in a year; the model of the year's figures where none is named.

    Raises UnknownAuthorityError.
    """
    area = known_area(authority)
    return Standpoint(area, model_for(area, year, model))


def known_area(authority: str) -> Area:
    """An authority by its GSS code.

    Raises UnknownAuthorityError.
    """
    area = area_of(authority)
    if area is None:
        raise UnknownAuthorityError(
            f"No authority of England has the code {authority}. Give its nine-character GSS code, such as E06000046."
        )
    return area


def model_for(area: Area, year: int, model: str | None) -> str:
    """The neighbour model asked for; else that of the year, or the next where the authority is younger than the model."""
    usual = model or model_of(year)
    return usual if model or area.neighbours(usual) else MODELS[-1]


def reader_of(benchmarks: Benchmarks, code: str, year: int, group: str) -> Reader:
    """What reads an indicator's year.

    Raises NoComparisonError where no published statistics of it are loaded.
    """
    reader = benchmarks.reader(code, year, group)
    if reader is None:
        raise NoComparisonError(
            f"No published statistics of {code} for {year} are loaded. Run quarterday benchmarks add FILE."
        )
    return reader


def name_of_row(row: AreaRow) -> str:
    """What an authority is called; a joint return by both its names."""
    return " and ".join(name_of(code) for code in row.dfe) or row.areas[0]

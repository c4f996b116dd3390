"""A series of values in the order of time, with what belongs to it."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Series:
    """Values in the order of time.

    `periods` names them where known; `denominators` are there where each value is a share of that many; `percent` says
    that the values were written in per cent; `notes` say what was done to read them.
    """

    values: tuple[Fraction, ...]
    periods: tuple[str, ...] | None = None
    denominators: tuple[Fraction, ...] | None = None
    percent: bool = False
    notes: tuple[str, ...] = ()


class SeriesFileError(ValueError):
    """A file holds no series that can be read; the message names the row, and never repeats what the cell holds."""

"""Change explained: why a stock of children differs between two dates, in parts that add up, each with its records."""

from quarterday.signals.change.errors import (
    ChangeError,
    DatesError,
    InexactError,
    NotAStockError,
    NotComputableError,
    UnknownBreakdownError,
)
from quarterday.signals.change.explained import ALL, Explained, Moved, Part, Split, Tally
from quarterday.signals.change.explaining import explain
from quarterday.signals.change.parts import BY_NAME, CORRECTION, FLOW, KINDS, Kind
from quarterday.signals.change.stock import Stock, stock_of
from quarterday.signals.change.words import UNITS, long_date, sentences

__all__ = [
    "ALL",
    "BY_NAME",
    "CORRECTION",
    "FLOW",
    "KINDS",
    "UNITS",
    "ChangeError",
    "DatesError",
    "Explained",
    "InexactError",
    "Kind",
    "Moved",
    "NotAStockError",
    "NotComputableError",
    "Part",
    "Split",
    "Stock",
    "Tally",
    "UnknownBreakdownError",
    "explain",
    "long_date",
    "sentences",
    "stock_of",
]

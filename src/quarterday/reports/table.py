"""A table of figures, described once; every medium writes it from this description."""

from dataclasses import dataclass
from datetime import date

from quarterday.indicators.results import rounded

SHORTHAND = {
    "c": "[c] confidential: a small number of children, or one from which such a number could be worked out",
    "x": "[x] not known from these records",
    "z": "[z] not applicable: there is nothing to divide by",
}

Cell = str | float | date | None


@dataclass(frozen=True)
class ColumnSpec:
    """A column: its heading, whether it holds text or numbers, and how many decimals are shown."""

    name: str
    kind: str
    decimals: int = 0


def named_by_unit(unit: str) -> str:
    """What a column of values is called: "Per cent", "Number", or its unit."""
    return {"%": "Per cent", "count": "Number"}.get(unit, unit.capitalize())


@dataclass(frozen=True)
class DataTable:
    """A table with its title and a sentence on what it holds. A cell of None has no value."""

    key: str
    title: str
    description: str
    columns: tuple[ColumnSpec, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def words(self) -> list[list[str]]:
        """The cells as shown."""
        return [[shown(cell, column) for cell, column in zip(row, self.columns, strict=True)] for row in self.rows]


def shown(cell: Cell, column: ColumnSpec) -> str:
    """A cell as shown: commas, half away from zero; [x] where there is no value."""
    if cell is None:
        return "[x]"
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if isinstance(cell, str) else f"{rounded(float(cell), column.decimals):,}"

"""What one list of Annex A says of our record tables: definitions as values, run by the reader and the writer."""

from collections.abc import Mapping
from dataclasses import dataclass

from quarterday.records.table import Table

CHILD = "Child Unique ID"


@dataclass(frozen=True)
class Part:
    """What a row of a list says of one record table.

    `columns` pairs a heading with a column. `key` names the columns that make the row's key beside the child; `needs`
    those of which one at least must be filled, or the row says nothing of this table. `fixed` are values that the list
    implies. `merges` where many rows (and lists) speak of the same record: the first known value is kept.
    `links` pairs a column with the table whose record, made of the same row, it refers to.
    `answers` translates an answer that has no code of its own; `opposite` names columns whose yes is the list's no.
    """

    table: Table
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    merges: bool = False
    answers: Mapping[str, Mapping[str, str]] | None = None
    opposite: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def key_of(self, child: str, values: Mapping[str, object]) -> str:
        """The key of the record that a row makes."""
        return "-".join([child, *(str(values[name]) for name in self.key)])


@dataclass(frozen=True)
class AnnexList:
    """One list: its number, title, all its headings in their order, what it says, and how many months it reaches back."""

    number: int
    title: str
    headings: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    months: int = 6
    identifier: str = CHILD

    @property
    def name(self) -> str:
        """How the list is called in findings and as a sheet."""
        return f"List {self.number}"

"""The shape of a record table: its columns, their kinds and what each means in the service."""

from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa

from quarterday.records.code_list import CodeList

TEXT = "text"
DATE = "date"
INTEGER = "integer"
DECIMAL = "decimal"

ARROW_TYPES = {TEXT: pa.string(), DATE: pa.date32(), INTEGER: pa.int64(), DECIMAL: pa.float64()}

AUTHORITY = "authority"


@dataclass(frozen=True)
class Column:
    """One column of a record table.

    `ssd` names the column of the Standard Safeguarding Dataset; after a dot, the key inside a JSON column;
    empty where the SSD has none. `key` columns (with the authority) identify a row; `refers_to` names
    `table.column` of another record table.
    """

    name: str
    kind: str
    ssd: str = ""
    key: bool = False
    refers_to: str = ""
    codes: CodeList | None = None
    meaning: str = ""


@dataclass(frozen=True)
class Table:
    """One record table. `ssd` is empty for the local tables that the SSD lacks (rule R34).

    `start` and `end` name the dates that say when the row begins and ends, where it has them: a row without
    its start is not a record (CONTRACTS, Loading).
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    ssd: str = ""
    start: str = ""
    end: str = ""
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    @cached_property
    def schema(self) -> pa.Schema:
        """The fixed Arrow schema: the authority first, then the columns in their order."""
        fields = [pa.field(AUTHORITY, pa.string(), nullable=False)]
        fields += [pa.field(column.name, ARROW_TYPES[column.kind]) for column in self.columns]
        return pa.schema(fields)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Names of the key columns, without the authority."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def is_local(self) -> bool:
        """Whether the Standard Safeguarding Dataset has no such table."""
        return not self.ssd

    def empty(self) -> pa.Table:
        """A table of this shape without rows."""
        return self.schema.empty_table()

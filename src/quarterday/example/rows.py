"""Rows of the example's record tables, gathered one by one and turned into Arrow at the end."""

from collections import defaultdict
from typing import Any

import pyarrow as pa

from quarterday.records.tables import ALL, BY_NAME


class Rows:
    """Rows by table, with a numbered id for each."""

    def __init__(self) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._numbers: dict[str, int] = defaultdict(int)

    def new_id(self, prefix: str) -> str:
        """The next id of a kind, such as P000123."""
        self._numbers[prefix] += 1
        return f"{prefix}{self._numbers[prefix]:06d}"

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        """Add a row; it may still be changed until the tables are made."""
        self._rows[table].append(values)
        return values

    def of(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table so far."""
        return self._rows[table]

    def tables(self, authority: str) -> dict[str, pa.Table]:
        """Every record table, empty ones too."""
        return {table.name: self._table(table.name, authority) for table in ALL}

    def _table(self, name: str, authority: str) -> pa.Table:
        rows = self._rows[name]
        table = BY_NAME[name]
        columns: list[Any] = [[authority] * len(rows)]
        columns += [[row.get(column.name) for row in rows] for column in table.columns]
        arrays = [pa.array(column, field.type) for column, field in zip(columns, table.schema, strict=True)]
        return pa.table(arrays, schema=table.schema)

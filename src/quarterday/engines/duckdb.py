"""The embedded engine: DuckDB over Arrow tables, in memory."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa


class Engine:
    """A DuckDB connection in memory over named Arrow tables.

    Arrow tables are registered, never copied row by row. Close it, or use it in a `with` block.
    """

    def __init__(self, tables: Mapping[str, pa.Table] | None = None) -> None:
        self._connection = duckdb.connect(":memory:")
        self._connection.execute("set timezone = 'Europe/London'")
        for name, table in (tables or {}).items():
            self.register(name, table)

    def register(self, name: str, table: pa.Table) -> None:
        """Make an Arrow table known under a name."""
        self._connection.register(name, table)

    def execute(self, sql: str) -> None:
        """Run a statement whose answer is not wanted."""
        self._connection.execute(sql).fetchall()

    def query(self, sql: str) -> pa.Table:
        """Run a query and return its rows as an Arrow table."""
        return self._connection.sql(sql).to_arrow_table()

    def close(self) -> None:
        """Let go of the connection and its tables."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

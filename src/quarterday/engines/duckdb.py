"""The embedded engine: DuckDB over Arrow tables, in memory, and read-only over a file of tables built before."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

AT_ONCE = 2
"""How many queries run beside one another."""
ATTACHED = "kept"


class EngineError(Exception):
    """A file of tables cannot be opened or written."""


class Engine:
    """A DuckDB connection over named Arrow tables. Close it, or use it in a `with` block.

    Arrow tables are registered, never copied row by row. Its own tables are in memory or, with `file`, in a new file.
    Raises EngineError where that cannot be written.
    """

    def __init__(self, tables: Mapping[str, pa.Table] | None = None, *, file: Path | None = None) -> None:
        try:
            self._connection = duckdb.connect(str(file or ":memory:"))
        except duckdb.Error:
            raise EngineError("A file of tables cannot be made there.") from None
        _set(self._connection)
        for name, table in (tables or {}).items():
            self.register(name, table)

    def register(self, name: str, table: pa.Table) -> None:
        """Make an Arrow table known under a name, to `execute` and `query`."""
        self._connection.register(name, table)

    def load(self, name: str, table: pa.Table) -> None:
        """Copy an Arrow table in, in place of any of that name, so that `query_each` knows it too."""
        self.register(f"arrow_{name}", table)
        self.execute(f"create or replace table {name} as select * from arrow_{name}")
        self._connection.unregister(f"arrow_{name}")

    def attach(self, file: Path) -> dict[str, list[str]]:
        """Open a file of tables read-only, each known by its own name; the columns of each.

        Raises EngineError where it cannot be read.
        """
        quoted = str(file).replace("'", "''")
        try:
            self.execute(f"attach '{quoted}' as {ATTACHED} (read_only)")
            columns = self.query(
                "select table_name, column_name from duckdb_columns() join duckdb_tables() "
                "using (database_name, table_name) "
                f"where database_name = '{ATTACHED}' order by table_name, column_index"
            )
            found: dict[str, list[str]] = {}
            for table, column in zip(*(columns[name].to_pylist() for name in columns.column_names), strict=True):
                found.setdefault(table, []).append(column)
            for name in found:
                self.execute(f"create view {name} as select * from {ATTACHED}.{name}")
        except duckdb.Error:
            raise EngineError("The file of tables cannot be read.") from None
        return found

    def execute(self, sql: str) -> None:
        """Run a statement whose answer is not wanted.

        Raises EngineError where the file of tables has no room for it.
        """
        try:
            self._connection.execute(sql).fetchall()
        except duckdb.IOException:
            raise EngineError("The file of tables cannot be written.") from None

    def query(self, sql: str) -> pa.Table:
        """Run a query and return its rows as an Arrow table."""
        return self._connection.sql(sql).to_arrow_table()

    def query_each(self, statements: Sequence[str]) -> Iterator[pa.Table]:
        """Run queries over the engine's own tables, some at a time; their rows in the order of the queries."""
        if len(statements) == 1:
            yield self.query(statements[0])
            return
        cursors = [self._connection.cursor() for _ in statements]
        with ThreadPoolExecutor(AT_ONCE) as workers:
            yield from workers.map(_answer, cursors, statements)

    def columns(self, name: str) -> list[str]:
        """The columns of a table, in their order."""
        return self._connection.table(name).columns

    def close(self) -> None:
        """Let go of the connection and its tables."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _answer(cursor: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    with cursor:
        _set(cursor)
        return cursor.sql(sql).to_arrow_table()


def _set(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set timezone = 'Europe/London'")

"""The embedded engine: DuckDB over Arrow tables, in memory, and read-only over a file of tables built before."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

AT_ONCE = min(os.cpu_count() or 2, 8)
"""How many queries run beside one another, each in a thread of its own."""
ATTACHED = "kept"
SETTINGS = {
    "disabled_optimizers": "grouping_sets",  # it doubles the time to plan five groupings, and they run no faster
    "nested_loop_join_threshold": 200,  # rows joined to so few periods are not worth sorting first
}
"""What is set for the whole database, found by measuring (`make bench`) on DuckDB 2.0."""


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
        self._search_path = ""
        for setting, value in SETTINGS.items():
            self.execute(f"set {setting} = '{value}'")
        self._set(self._connection)
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

    def attach(self, file: Path) -> set[str]:
        """Open a file of tables and views read-only, each known by its own name; the names of the tables.

        Raises EngineError where it cannot be read.
        """
        quoted = str(file).replace("'", "''")
        try:
            self.execute(f"attach '{quoted}' as {ATTACHED} (read_only)")
            names = self.query(f"select table_name from duckdb_tables() where database_name = '{ATTACHED}'")
        except duckdb.Error:
            raise EngineError("The file of tables cannot be read.") from None
        self._search_path = f"memory,{ATTACHED}"
        self._set(self._connection)
        return set(names["table_name"].to_pylist())

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
        cursors = [self._connection.cursor() for _ in range(AT_ONCE)]
        for cursor in cursors:
            self._set(cursor)
        self.execute("set threads = 1")
        try:
            with ThreadPoolExecutor(AT_ONCE) as workers:
                yield from workers.map(_Free(cursors).query, statements)
        finally:
            self.execute("reset threads")
            for cursor in cursors:
                cursor.close()

    def _set(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("set timezone = 'Europe/London'")
        if self._search_path:
            connection.execute(f"set search_path = '{self._search_path}'")

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


class _Free:
    """Cursors that no query is using."""

    def __init__(self, cursors: Sequence[duckdb.DuckDBPyConnection]) -> None:
        self._cursors: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        for cursor in cursors:
            self._cursors.put(cursor)

    def query(self, sql: str) -> pa.Table:
        cursor = self._cursors.get()
        try:
            return cursor.sql(sql).to_arrow_table()
        finally:
            self._cursors.put(cursor)

"""The language of data-quality checks: a check says which rows are wrong, and nothing else."""

from dataclasses import dataclass

from quarterday.records.table import Table

BLOCKING = "blocking"
QUERY = "query"


@dataclass(frozen=True)
class Check:
    """Rows of a table that are wrong or doubtful.

    `wrong` is a portable SQL predicate over the table's columns, `extract_date`, and where the table names a child
    `born`, `year_before_birth`, `expected` and `eighteenth_birthday` of that child. Blocking: figures may be wrong;
    query: ask.
    """

    code: str
    on: Table
    wrong: str
    columns: tuple[str, ...]
    says: str
    grade: str = QUERY


@dataclass(frozen=True)
class RowsCheck:
    """Rows that are wrong beside other rows. `sql` selects the wrong rows of the table, each once."""

    code: str
    on: Table
    sql: str
    columns: tuple[str, ...]
    says: str
    grade: str = QUERY
    reads: tuple[str, ...] = ()
    """Other tables that it reads: without them it is not run."""


AnyCheck = Check | RowsCheck

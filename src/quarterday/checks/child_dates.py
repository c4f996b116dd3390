"""The dates of a child that checks of other tables look at."""

from datetime import MAXYEAR, MINYEAR, date

import pyarrow as pa

from quarterday.records.months import add_months, birthday
from quarterday.records.table import AUTHORITY

_SCHEMA = pa.schema(
    [
        (AUTHORITY, pa.string()),
        ("child_id", pa.string()),
        ("born", pa.date32()),
        ("year_before_birth", pa.date32()),
        ("expected", pa.date32()),
        ("eighteenth_birthday", pa.date32()),
    ]
)


def child_dates(children: pa.Table | None) -> pa.Table:
    """One row a child: when it was born or is expected, the day a year before, and its eighteenth birthday."""
    if children is None:
        return _SCHEMA.empty_table()
    born = children["date_of_birth"].to_pylist()
    columns = [
        children[AUTHORITY],
        children["child_id"],
        children["date_of_birth"],
        pa.array([_year_before(day) for day in born], pa.date32()),
        children["expected_date_of_birth"],
        pa.array([_eighteenth(day) for day in born], pa.date32()),
    ]
    return pa.table(columns, schema=_SCHEMA)


def _year_before(born: date | None) -> date | None:
    return add_months(born, -12) if born and born.year > MINYEAR else None


def _eighteenth(born: date | None) -> date | None:
    """The eighteenth birthday; None for a birth that is not known, or so far off that no calendar reaches it."""
    return birthday(born, 18) if born and born.year <= MAXYEAR - 18 else None

"""Children aged 0 to 17, for rates (R28)."""

from datetime import date

import pyarrow as pa

from quarterday.records.periods import first_year


class Population:
    """Mid-year estimates by authority; of several releases of a mid-year the last one by name counts (R29)."""

    def __init__(self, table: pa.Table | None) -> None:
        rows = table.to_pylist() if table is not None else []
        rows.sort(key=lambda row: row["release"] or "")
        self._children = {(row["authority"], row["mid_year"]): row["children"] for row in rows}

    def of(self, authority: str, day: date) -> int | None:
        """The estimate for a reporting date: the mid-year before the reporting year ends, else the latest before it.

        None where no such estimate is known.
        """
        latest = first_year(day)
        years = [year for of, year in self._children if of == authority and year <= latest]
        return self._children[authority, max(years)] if years else None

    def why_not(self, authority: str, day: date) -> str:
        """Why no rate can be computed at a reporting date; empty where one can."""
        if self.of(authority, day):
            return ""
        return (
            f"not computable: no number of children aged 0 to 17 is known for the middle of {first_year(day)} or a year "
            "before it. The table populations gives it, one row a year."
        )

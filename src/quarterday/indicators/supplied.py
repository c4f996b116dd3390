"""Tables that facts may ask for and that are made from the records only then."""

from collections.abc import Callable, Mapping

import pyarrow as pa

from quarterday.checks import failing_rows
from quarterday.indicators.source import Source


def _failing_rows(source: Source) -> pa.Table:
    return failing_rows(source.records, extract_date=source.extract_date)


SUPPLIED: Mapping[str, Callable[[Source], pa.Table]] = {"failing_rows": _failing_rows}
"""How each is made, by its name."""

"""How far the records themselves can be relied on."""

from collections.abc import Iterable

from quarterday.indicators import HIGHER, LOWER, Coverage, Indicator, Ratio
from quarterday.sections.quality_assurance import facts

records_failing = Ratio(
    code="DQ-01",
    title="Records failing a blocking check",
    of=facts.record_rows,
    numerator="failing_rows",
    denominator="row_count",
    scale=100,
    unit="%",
    better=LOWER,
    rules=("R34",),
    standard="none",
    standard_kind="local",
    definition="Rows of the submission that fail at least one check of blocking grade, of rows; ask with --by record_table "
    "for each table.",
    note="It is of the submission as loaded, and so the same at every date.",
)


def indicator_coverage(others: Iterable[Indicator]) -> Coverage:
    """DQ-02 over the indicators of the catalogue."""
    return Coverage(
        code="DQ-02",
        title="Indicators that the records can support",
        of=facts.record_rows,
        indicators=tuple(others),
        better=HIGHER,
        rules=("R33",),
        definition="Indicators that can be computed from the records at the date (flows over the twelve months to it), of "
        "all indicators.",
        note="An indicator that cannot be computed says which table or which part of the history is missing.",
    )

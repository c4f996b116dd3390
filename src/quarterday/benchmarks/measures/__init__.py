"""How each indicator of the catalogue is read from the published families, and which cannot be."""

from quarterday.benchmarks.measures.child_protection import PROTECTION
from quarterday.benchmarks.measures.children_in_need import IN_NEED
from quarterday.benchmarks.measures.factors import FACTORS
from quarterday.benchmarks.measures.front_door import ASSESSMENTS, ENQUIRIES, REFERRALS
from quarterday.benchmarks.measures.looked_after import LOOKED_AFTER
from quarterday.benchmarks.measures.measure import (
    ALL,
    COUNT,
    DIFFERENCE,
    MEAN,
    MEDIAN,
    PERCENT,
    POPULATION,
    RATE,
    SCALES,
    Measure,
)
from quarterday.benchmarks.measures.workforce import PEOPLE, WORKFORCE

MEASURES: tuple[Measure, ...] = (
    *(*REFERRALS, *ASSESSMENTS, *FACTORS, *ENQUIRIES, *PROTECTION, *IN_NEED, *LOOKED_AFTER, *WORKFORCE, *PEOPLE),
)
"""Of several measures of one code and group, the first whose family has the year counts."""

CODES = frozenset(measure.code for measure in MEASURES if measure.code != POPULATION)
"""The indicators that have a published comparator."""

__all__ = [
    "ALL",
    "CODES",
    "COUNT",
    "DIFFERENCE",
    "MEAN",
    "MEASURES",
    "MEDIAN",
    "PERCENT",
    "POPULATION",
    "RATE",
    "SCALES",
    "Measure",
]

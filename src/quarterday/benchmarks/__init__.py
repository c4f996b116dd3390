"""Benchmarks: published statistics as they are, areas over time, neighbours, and comparators beside own figures."""

from quarterday.benchmarks.bars import Ranked
from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.comparing import compare, compare_groups, with_own
from quarterday.benchmarks.comparison import CANNOT_TELL, HIGHER, LOWER, METHODS, Comparison, Neighbours, Own, Verdicts
from quarterday.benchmarks.funnels import Funnel, funnel
from quarterday.benchmarks.keeping import Added, add_files, list_files, load
from quarterday.benchmarks.problems import (
    NOTHING_LOADED,
    ComparisonError,
    NoComparisonError,
    UnknownAuthorityError,
    UnknownIndicatorError,
)
from quarterday.benchmarks.ranked import ranked_bars
from quarterday.benchmarks.reading import PublishedFile, read_published
from quarterday.benchmarks.shipping import shipped
from quarterday.benchmarks.values import (
    AUTHORITY,
    ENGLAND,
    NEIGHBOURS,
    REASONS,
    REGION,
    PublishedFileError,
    PublishedValue,
    UnknownPublishedFileError,
)

__all__ = [
    "AUTHORITY",
    "CANNOT_TELL",
    "ENGLAND",
    "HIGHER",
    "LOWER",
    "METHODS",
    "NEIGHBOURS",
    "NOTHING_LOADED",
    "REASONS",
    "REGION",
    "Added",
    "Benchmarks",
    "Comparison",
    "ComparisonError",
    "Funnel",
    "Neighbours",
    "NoComparisonError",
    "Own",
    "PublishedFile",
    "PublishedFileError",
    "PublishedValue",
    "Ranked",
    "UnknownAuthorityError",
    "UnknownIndicatorError",
    "UnknownPublishedFileError",
    "Verdicts",
    "add_files",
    "compare",
    "compare_groups",
    "funnel",
    "list_files",
    "load",
    "ranked_bars",
    "read_published",
    "shipped",
    "with_own",
]

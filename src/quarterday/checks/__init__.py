"""Checks: a language and a runner for data quality, and the checks that protect the figures."""

from quarterday.checks.extracts import extract_table
from quarterday.checks.failing_rows import failing_rows
from quarterday.checks.language import BLOCKING, QUERY, AnyCheck, Check, RowsCheck
from quarterday.checks.runner import ALL, Finding, Findings, run_checks
from quarterday.checks.windows import years_table

__all__ = [
    "ALL",
    "BLOCKING",
    "QUERY",
    "AnyCheck",
    "Check",
    "Finding",
    "Findings",
    "RowsCheck",
    "extract_table",
    "failing_rows",
    "run_checks",
    "years_table",
]

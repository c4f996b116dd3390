"""Checks: a language and a runner for data quality, and the checks that protect the figures."""

from quarterday.checks.failing_rows import failing_rows
from quarterday.checks.language import BLOCKING, QUERY, AnyCheck, Check, RowsCheck
from quarterday.checks.runner import ALL, Finding, Findings, run_checks

__all__ = ["ALL", "BLOCKING", "QUERY", "AnyCheck", "Check", "Finding", "Findings", "RowsCheck", "failing_rows", "run_checks"]

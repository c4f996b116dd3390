"""The appendix: every figure as accessible tables."""

from quarterday.reports.appendix.writer import write_appendix, write_tables

__all__ = ["write_appendix", "write_tables"]

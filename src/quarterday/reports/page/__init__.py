"""The report as one page of HTML: self-contained, printable, without script."""

from quarterday.reports.page.writer import write_page

__all__ = ["write_page"]

"""An authority among all others, drawn: ranked bars with intervals, the funnel, and the page that holds them."""

from quarterday.reports.compared.bars import Bar, ranked_chart
from quarterday.reports.compared.writer import Shown, write_comparison

__all__ = ["Bar", "Shown", "ranked_chart", "write_comparison"]

"""Reading a series from a CSV file, in whatever of its usual forms it comes."""

from quarterday.signals.series_file.reading import read_days, read_series

__all__ = ["read_days", "read_series"]

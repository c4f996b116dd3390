"""The Standard Safeguarding Dataset as CSV or Parquet, one file a table: reading and writing."""

from quarterday.formats.safeguarding_dataset.reader import is_safeguarding_dataset, read_safeguarding_dataset
from quarterday.formats.safeguarding_dataset.writer import write_safeguarding_dataset

__all__ = ["is_safeguarding_dataset", "read_safeguarding_dataset", "write_safeguarding_dataset"]

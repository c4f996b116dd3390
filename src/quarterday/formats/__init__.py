"""Formats: files become records, saying what could not be read, and records become files."""

from quarterday.formats.annex_a import write_annex_a
from quarterday.formats.errors import UnreadableSourceError
from quarterday.formats.reading import Reading, ReadingFinding, SourceFile
from quarterday.formats.recognise import read_source
from quarterday.formats.safeguarding_dataset import write_safeguarding_dataset

__all__ = [
    "Reading",
    "ReadingFinding",
    "SourceFile",
    "UnreadableSourceError",
    "read_source",
    "write_annex_a",
    "write_safeguarding_dataset",
]

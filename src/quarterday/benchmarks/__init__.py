"""Benchmarks: published statistics as they are, areas over time, neighbours, and comparators beside own figures."""

from quarterday.benchmarks.benchmarks import Benchmarks
from quarterday.benchmarks.keeping import Added, add_files, list_files, load, shipped
from quarterday.benchmarks.reading import PublishedFile, read_published
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
    "ENGLAND",
    "NEIGHBOURS",
    "REASONS",
    "REGION",
    "Added",
    "Benchmarks",
    "PublishedFile",
    "PublishedFileError",
    "PublishedValue",
    "UnknownPublishedFileError",
    "add_files",
    "list_files",
    "load",
    "read_published",
    "shipped",
]

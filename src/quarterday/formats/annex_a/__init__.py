"""Annex A: the workbook of child-level lists that inspectors ask for."""

from quarterday.formats.annex_a.reader import is_annex_a, read_annex_a
from quarterday.formats.annex_a.writer import write_annex_a

__all__ = ["is_annex_a", "read_annex_a", "write_annex_a"]

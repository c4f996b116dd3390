"""Engines run SQL; nothing about children lives here."""

from quarterday.engines.duckdb import Engine

__all__ = ["Engine"]

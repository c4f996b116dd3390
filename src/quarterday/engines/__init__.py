"""Engines run SQL; nothing about children lives here."""

from quarterday.engines.duckdb import Engine, EngineError

__all__ = ["Engine", "EngineError"]

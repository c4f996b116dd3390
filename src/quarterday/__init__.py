"""Quarterday: how well an authority's children's services protect and care for children, and whether that is true.

The front is lazy: a name is imported from its room when it is asked for.
"""

from importlib import import_module
from importlib.metadata import version as _version_of

_FRONT = {
    "Computation": "quarterday.indicators",
    "INDICATORS": "quarterday.sections",
    "SECTIONS": "quarterday.sections",
    "Source": "quarterday.indicators",
    "Store": "quarterday.submissions",
    "asked_at": "quarterday.indicators",
    "asked_for": "quarterday.indicators",
    "asked_months": "quarterday.indicators",
    "make_example": "quarterday.example",
    "parse_period": "quarterday.records.periods",
    "read_source": "quarterday.formats",
    "run_checks": "quarterday.checks",
    "source_of": "quarterday.indicators",
}

__all__ = [*sorted(_FRONT), "version"]


def version() -> str:
    """The version of Quarterday that is installed."""
    return _version_of("quarterday")


def __getattr__(name: str) -> object:
    if name in _FRONT:
        return getattr(import_module(_FRONT[name]), name)
    raise AttributeError(f"quarterday has no '{name}'. It has: {', '.join(__all__)}.")

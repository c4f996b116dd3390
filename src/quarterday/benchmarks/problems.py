"""Why a comparison cannot be made; the messages are for people."""

NOTHING_LOADED = "No published statistics are loaded. Run quarterday benchmarks add FILE."


class ComparisonError(Exception):
    """A comparison cannot be made."""


class UnknownIndicatorError(ComparisonError):
    """No published figure is known for an indicator's code."""


class UnknownAuthorityError(ComparisonError):
    """No authority of England has the code."""


class NoComparisonError(ComparisonError):
    """The statistics at hand do not hold what was asked for."""

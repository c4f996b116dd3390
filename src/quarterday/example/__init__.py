"""A made-up authority: families and children on journeys, their workers, and the errors of real data."""

from quarterday.example.making import EARLIER_VALUES, SETTINGS, make_example

__all__ = ["EARLIER_VALUES", "SETTINGS", "make_example"]

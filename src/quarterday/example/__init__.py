"""A made-up authority: families and children on journeys, the people who work with them, and the errors of real data."""

from quarterday.example.making import EARLIER_VALUES, SETTINGS, make_example

__all__ = ["EARLIER_VALUES", "SETTINGS", "make_example"]

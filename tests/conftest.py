"""Fixtures for every test: the least that works, and nothing that a test did not ask for."""

import pytest
from hypothesis import settings

from support.authority import Authority

settings.register_profile("quarterday", deadline=None)  # a busy machine is no failure
settings.load_profile("quarterday")


@pytest.fixture
def authority() -> Authority:
    """A made-up authority without records."""
    return Authority()

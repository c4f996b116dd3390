"""Fixtures for every test: the least that works, and nothing that a test did not ask for."""

import pytest

from support.authority import Authority


@pytest.fixture
def authority() -> Authority:
    """A made-up authority without records."""
    return Authority()

"""Fixtures for every test: the least that works, and nothing that a test did not ask for."""

from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from support.authority import Authority
from support.command_line import quarterday

settings.register_profile("quarterday", deadline=None)  # a busy machine is no failure
settings.load_profile("quarterday")


@pytest.fixture
def authority() -> Authority:
    """A made-up authority without records."""
    return Authority()


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, as a newcomer makes it: made once for all tests of all workers, so copy it before you change anything."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    folder = shared / "shared-demo"
    with FileLock(shared / "shared-demo.lock"):
        if not (folder / "report" / "manifest.json").exists():
            assert quarterday("demo", "--to", folder).code == 0
    return folder

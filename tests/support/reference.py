"""Reference files beside the project: read in place, and skipped in a clone that does not have them, never in CI."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def reference_file(relative: str) -> Path:
    """A file of ../shared/reference; the test skips without it, and fails where QUARTERDAY_CI is set."""
    path = ROOT.parent / "shared" / "reference" / relative
    if path.exists():
        return path
    message = f"needs ../shared/reference/{relative}, which this clone does not have beside it"
    if os.environ.get("QUARTERDAY_CI") and (ROOT.parent / "shared").exists():
        pytest.fail(message)
    pytest.skip(message)

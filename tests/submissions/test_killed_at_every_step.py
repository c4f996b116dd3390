"""A load and a restore are killed before each step they take on the file system: the store is whole every time.

The kills at random moments (test_killed.py) try the whole command as it runs; these leave no gap between two steps out.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import support

SCRIPT = Path(support.__path__[0]) / "kill_at_every_step.py"
LEAST = {"load": 12, "restore": 6}
"""So many steps there must be, or the kills missed the writing: lock, folders, tables, manifest, promotion."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_a_kill_before_any_step_leaves_the_store_whole(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    steps = dict(line.split() for line in done.stdout.splitlines())
    assert all(int(steps[name]) >= least for name, least in LEAST.items()), steps

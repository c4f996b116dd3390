"""What the exit codes mean (DESIGN §7)."""

DONE = 0
BLOCKING_FINDINGS = 1
WRONG_USAGE = 2
UNREADABLE = 3
REFUSED = 4
INTERRUPTED = 130
"""Stopped by whoever ran it (Ctrl-C), as shells say it."""
CLOSED = 141
"""Whoever read the output had read enough and closed it: what shells call a broken pipe, and no finding."""
FAILED = 70
"""Quarterday itself failed: never 1, which is Python's own way out and would be taken for "done, with findings"."""

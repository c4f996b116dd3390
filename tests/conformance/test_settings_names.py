"""The names of settings that facts read are names that settings may have."""

import re
from pathlib import Path

import quarterday
from quarterday.submissions.settings.model import NAMES

SOURCE = Path(quarterday.__file__).parent


def test_facts_read_only_settings_that_exist() -> None:
    """A misspelt name would join nothing, and count nothing, in silence."""
    named = set()
    for path in SOURCE.rglob("*.sql"):
        sql = path.read_text(encoding="utf-8")
        if "settings" in sql or "deadlines" in sql:
            named |= set(re.findall(r"\bname = '([^']+)'", sql))
            for listed in re.findall(r"\bname in \(([^)]*)\)", sql):
                named |= set(re.findall(r"'([^']+)'", listed))

    assert len(named) > 8
    assert named <= set(NAMES)

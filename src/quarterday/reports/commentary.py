"""The service's own commentary, read from a text file by section."""

import re
from pathlib import Path

_HEADING = re.compile(r"^#+\s*(\d(?:\.\d)?)\b")


def read_commentary(path: Path) -> dict[str, str]:
    """Section number → words. A line such as `# 2.3` begins a section; what stands before the first is left out."""
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            current = sections.setdefault(heading[1], [])
        elif current is not None:
            current.append(line)
    return {number: "\n".join(lines).strip() for number, lines in sections.items() if "".join(lines).strip()}

"""Where in a settings file a setting stands, so that a message can name the line."""

import re

KINDS = ("setting", "target", "event", "rebase")
_HEADING = re.compile(rf"^\s*\[\[\s*({'|'.join(KINDS)})\s*\]\]")


class Places:
    """The lines of a settings file on which its settings, targets, events and re-bases begin."""

    def __init__(self, text: str, where: str) -> None:
        self._where = where
        self._lines: dict[str, list[int]] = {kind: [] for kind in KINDS}
        for number, line in enumerate(text.splitlines(), start=1):
            found = _HEADING.match(line)
            if found:
                self._lines[found[1]].append(number)

    def at(self, kind: str, place: int) -> str:
        """The place of the n-th entry of a kind (from 1), in words."""
        lines = self._lines[kind]
        line = f" (line {lines[place - 1]})" if place <= len(lines) else ""
        return f"{self._where}, {kind} {place}{line}"

"""The access log: every view of identifiable records, in a hash chain that shows any later change (CONTRACTS §6)."""

import hashlib
import json
import os
import uuid
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from quarterday.submissions.errors import DamagedLogError

_START = "0" * 64


class AccessLog:
    """An append-only file of JSON lines, each carrying the hash of the one before it.

    A small file beside it keeps how many lines there were and the last one's hash, so that lines cut off at the end
    are noticed too. It is written after the line: a kill between the two leaves one line more than it says, not fewer.
    Whoever may write both files can make up another past: keep a copy elsewhere (CONVENTIONS §8).
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "access-log.jsonl"
        self.end_path = folder / "access-log.end"

    def append(self, *, when: datetime, what: str, why: str, rows: int, authority: str) -> None:
        """Add one view: when, what was seen, why, and how many rows. No child's data is kept.

        Raises DamagedLogError where the log was changed: what cannot be logged is not shown.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"):
            broken = self.first_broken_line()
            if broken:
                raise DamagedLogError(
                    f"The access log {self.path} was changed at line {broken}, so nothing identifiable is shown. Tell "
                    f"whoever is responsible for information governance; to begin a new log, move {self.path.name} and "
                    f"{self.end_path.name} to a safe place."
                )
            hashes = self._hashes()
            entry: dict[str, object] = {
                "when": when.isoformat(timespec="seconds"),
                "who": os.environ.get("USER") or os.environ.get("USERNAME") or "not known",
                "what": what,
                "why": why,
                "rows": rows,
                "authority": authority,
                "before": hashes[-1] if hashes else _START,
            }
            entry["hash"] = _hash(entry)
            _append_line(self.path, json.dumps(entry))
            _replace(self.end_path, json.dumps({"lines": len(hashes) + 1, "hash": entry["hash"]}))

    def first_broken_line(self) -> int | None:
        """Number of the first line that does not follow from the one before it; None where the chain is whole."""
        hashes: list[str] = []
        for number, line in enumerate(self._lines(), start=1):
            try:
                entry = json.loads(line)
                claimed = entry.pop("hash")
            except (ValueError, KeyError, AttributeError, TypeError):
                return number
            if entry.get("before") != (hashes[-1] if hashes else _START) or _hash(entry) != claimed:
                return number
            hashes.append(claimed)
        return self._cut_off(hashes)

    def _cut_off(self, hashes: list[str]) -> int | None:
        """The first line that is missing at the end."""
        if not self.end_path.exists():
            return 1 if len(hashes) > 1 else None  # a first line alone: killed before its end was written
        try:
            end = json.loads(self.end_path.read_text(encoding="utf-8"))
            lines, last = int(end["lines"]), end["hash"]
        except (ValueError, KeyError, TypeError):
            return len(hashes) + 1
        if lines > 0 and lines in {len(hashes), len(hashes) - 1} and hashes[lines - 1] == last:
            return None
        return min(max(lines, 0), len(hashes)) + 1

    def _hashes(self) -> list[str]:
        return [str(json.loads(line)["hash"]) for line in self._lines()]

    def _lines(self) -> list[str]:
        """The lines; one without its line feed stays marked as torn, and is no JSON."""
        text = self.path.read_bytes().decode("utf-8", "replace") if self.path.exists() else ""
        *whole, torn = text.split("\n")
        return [*whole, f"torn: {torn}"] if torn else whole


def _append_line(path: Path, line: str) -> None:
    """One write of the whole line, kept by the disk before anything is shown."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, f"{line}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    aside.write_text(text + "\n", encoding="utf-8")
    os.replace(aside, path)


def _hash(entry: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()

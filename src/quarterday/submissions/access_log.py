"""The access log: every view of identifiable records, in a hash chain that shows any later change (CONTRACTS §6)."""

import hashlib
import json
import os
import secrets
from datetime import datetime
from pathlib import Path

from filelock import FileLock

_START = "0" * 64


class AccessLog:
    """An append-only file of JSON lines, each carrying the hash of the one before it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "access-log.jsonl"

    def append(self, *, when: datetime, what: str, why: str, rows: int, authority: str) -> None:
        """Add one view: when, what was seen, why, and how many rows. No child's data is kept."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"):
            entry = {
                "when": when.isoformat(timespec="seconds"),
                "who": os.environ.get("USER") or os.environ.get("USERNAME") or "not known",
                "what": what,
                "why": why,
                "rows": rows,
                "authority": authority,
                "before": self._last_hash(),
            }
            entry["hash"] = _hash(entry)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")
                file.flush()
                os.fsync(file.fileno())

    def first_broken_line(self) -> int | None:
        """Number of the first line that does not follow from the one before it; None where the chain is whole."""
        before = _START
        for number, line in enumerate(self._lines(), start=1):
            try:
                entry = json.loads(line)
                claimed = entry.pop("hash")
            except (ValueError, KeyError):
                return number
            if entry.get("before") != before or _hash(entry) != claimed:
                return number
            before = claimed
        return None

    def _last_hash(self) -> str:
        lines = self._lines()
        return str(json.loads(lines[-1])["hash"]) if lines else _START

    def _lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []


def pseudonym_key(folder: Path) -> bytes:
    """The store's key for pseudonyms, made on first use and readable by its owner only."""
    path = folder / "pseudonym.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
    return bytes.fromhex(path.read_text())


def _hash(entry: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()

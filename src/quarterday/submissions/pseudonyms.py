"""Pseudonyms: the same record id gets the same one within a store, and nobody without its key can tell which."""

import hashlib
import hmac
import os
import secrets
import uuid
from pathlib import Path

from filelock import FileLock

from quarterday.submissions.errors import StoreError

_BYTES = 32


def pseudonym_key(folder: Path) -> bytes:
    """The store's key for pseudonyms, made on first use and readable by its owner only.

    Written aside and renamed into place, so that two first uses at once agree and a kill leaves no empty key. Raises
    StoreError where it is damaged: another key would make other pseudonyms.
    """
    path = folder / "pseudonym.key"
    if not path.exists():
        _make(path)
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise StoreError(f"The key {path} is damaged. Put it back from a backup, or move it away for new pseudonyms.")
    return key


def pseudonym(value: str, key: bytes) -> str:
    """What stands for a record id."""
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()[:12]


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{path}.lock"):
        if path.exists():
            return  # another process was first: its key counts
        aside = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)

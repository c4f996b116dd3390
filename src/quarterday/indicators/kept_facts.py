"""Facts built once beside the submission that they are made from: a cache, deletable (CONTRACTS §2)."""

import hashlib
import uuid
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from quarterday.engines import EngineError
from quarterday.indicators.computation import Computation
from quarterday.indicators.fact import Fact
from quarterday.indicators.source import Source
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings

_OF_CODE = (".py", ".sql", ".csv")


def path_of_facts(submission: Submission, settings: Settings, authority: str) -> Path:
    """Where the facts of an authority are kept: named by all that they depend on."""
    depends_on = [
        code_in_use(),
        version("duckdb"),
        repr(submission.manifest.tables),  # a store that was emptied numbers its submissions from 1 again
        repr(submission.manifest.extract_dates),
        repr(settings.settings),
    ]
    identity = hashlib.sha256("\n".join(depends_on).encode()).hexdigest()[:32]
    return submission.cache_folder / f"facts-{authority}-{identity}.duckdb"


def keep_facts(source: Source, path: Path, facts: Iterable[Fact]) -> bool:
    """Build facts in a file at `path` that whoever computes from this source then reads.

    Facts kept for the authority before, of whatever submission or settings, are thrown away. False where they could not
    be kept: nothing is lost, they are then built each time.
    """
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with Computation(source, file=aside) as computation:
            computation.build(*facts)
        aside.replace(path)
    except (OSError, EngineError):
        _remove([aside, aside.with_name(f"{aside.name}.wal")])
        return False
    kept = path.parent.parent.glob(f"*/{path.name.rpartition('-')[0]}-*.duckdb")
    _remove(each for each in kept if each != path)
    return True


@lru_cache(maxsize=1)
def code_in_use() -> str:
    """A hash of every definition and program of Quarterday: whatever changes in them, what was kept is made anew."""
    found = hashlib.sha256()
    for name, text in sorted(_code_below(files("quarterday"))):
        found.update(name.encode() + b"\0" + text + b"\0")
    return found.hexdigest()


def _code_below(folder: Traversable, path: str = "") -> Iterable[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _code_below(each, f"{path}/{each.name}")
        elif each.name.endswith(_OF_CODE):
            yield f"{path}/{each.name}", each.read_bytes()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # somebody reads it, or may not remove it: it stays, and harms nobody
            path.unlink(missing_ok=True)

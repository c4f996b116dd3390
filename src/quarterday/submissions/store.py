"""The store: numbered, immutable submissions in one folder, each promoted by one atomic rename."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from quarterday.submissions.errors import DamagedSubmissionError, NoSubmissionError, StoreBusyError, StoreError
from quarterday.submissions.manifest import Manifest, read_manifest
from quarterday.submissions.settings import Settings, read_settings
from quarterday.submissions.submission import RESULTS, Submission

LOCK_SECONDS = 30

_NUMBER = re.compile(r"[0-9]{4,9}")
_ASIDE = ("results/*/*.parquet.*", "results/*/*.duckdb.*", "benchmarks/.*", ".pseudonym.key-*", ".access-log.end-*")
"""Files written aside before they are renamed into place."""

_OLD_SECONDS = 3600
"""Readers write results aside without a lock: only what is older than this was left behind."""


class Store:
    """A folder of submissions. Readers need no lock: a submission is either whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.submissions_folder = folder / "submissions"
        self.staging_folder = folder / "staging"
        self.results_folder = folder / RESULTS
        self.settings_path = folder / "settings.toml"

    def numbers(self) -> list[int]:
        """The numbers of all submissions, ascending."""
        if not self.submissions_folder.is_dir():
            return []
        return sorted(int(path.name) for path in self.submissions_folder.iterdir() if _NUMBER.fullmatch(path.name))

    def get(self, number: int | None = None) -> Submission:
        """A submission by its number, or the current one: the last that was promoted.

        Raises NoSubmissionError, and DamagedSubmissionError where its manifest cannot be read.
        """
        numbers = self.numbers()
        if not numbers:
            raise NoSubmissionError(
                f"The store {self.folder} holds no submission. Run quarterday load SOURCE, or quarterday demo."
            )
        if number is not None and number not in numbers:
            known = ", ".join(str(n) for n in numbers)
            raise NoSubmissionError(f"The store {self.folder} has no submission {number}. It has: {known}.")
        return Submission(self.submissions_folder, self.manifest(numbers[-1] if number is None else number))

    def all(self) -> list[Submission]:
        """Every submission, oldest first."""
        return [self.get(number) for number in self.numbers()]

    def manifest(self, number: int) -> Manifest:
        """The manifest of a submission.

        Raises DamagedSubmissionError.
        """
        try:
            return read_manifest(self.submissions_folder / f"{number:04d}" / "manifest.json")
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            raise DamagedSubmissionError(number, "its manifest") from None

    def settings(self) -> Settings:
        """The settings in force for the store."""
        return read_settings(self.settings_path)

    def left_over(self) -> list[Path]:
        """What killed commands left behind: harmless. The folder of a load that is running now is among it."""
        staged = self.staging_folder.iterdir() if self.staging_folder.is_dir() else ()
        aside = (path for pattern in _ASIDE for path in self.folder.glob(pattern) if _is_old(path))
        return sorted([*staged, *aside])

    def remove_left_over(self) -> int:
        """Remove what killed commands left behind; returns how many things. Waits for a running load."""
        with self.writing():
            found = self.left_over()
            for path in found:
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)
        return len(found)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store's lock while writing: an operating-system lock, released by a kill.

        Raises StoreBusyError if another writer keeps it.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds children's records
        except OSError as error:
            raise StoreError(
                f"{self.folder} cannot be a store: {error.strerror}. Name another folder with --store."
            ) from None
        try:
            with FileLock(self.folder / "lock", timeout=LOCK_SECONDS):
                yield
        except Timeout:
            raise StoreBusyError(
                f"Another load is writing to {self.folder}. Nothing was changed. Try again when it has ended."
            ) from None


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _OLD_SECONDS
    except OSError:
        return False  # renamed into place meanwhile

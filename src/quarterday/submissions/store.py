"""The store: numbered, immutable submissions in one folder, each promoted by one atomic rename."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from quarterday.submissions.manifest import Manifest, read_manifest
from quarterday.submissions.settings import Settings, read_settings
from quarterday.submissions.submission import Submission

LOCK_SECONDS = 30


class StoreError(Exception):
    """Something about the store keeps the work from being done; nothing was changed."""


class NoSubmissionError(StoreError):
    """The store holds no submission, or none of that number."""


class StoreBusyError(StoreError):
    """Another load is writing to the store."""


class Store:
    """A folder of submissions. Readers need no lock: a submission is either whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.submissions_folder = folder / "submissions"
        self.staging_folder = folder / "staging"
        self.results_folder = folder / "results"
        self.settings_path = folder / "settings.toml"

    def numbers(self) -> list[int]:
        """The numbers of all submissions, ascending."""
        if not self.submissions_folder.is_dir():
            return []
        return sorted(int(path.name) for path in self.submissions_folder.iterdir() if path.name.isdigit())

    def get(self, number: int | None = None) -> Submission:
        """A submission by its number, or the current one: the last that was promoted.

        Raises NoSubmissionError.
        """
        numbers = self.numbers()
        if not numbers:
            raise NoSubmissionError(
                f"The store {self.folder} holds no submission. Run quarterday load SOURCE, or quarterday demo."
            )
        if number is not None and number not in numbers:
            known = ", ".join(str(n) for n in numbers)
            raise NoSubmissionError(f"The store {self.folder} has no submission {number}. It has: {known}.")
        return Submission(self.submissions_folder, self.manifest(number or numbers[-1]))

    def all(self) -> list[Submission]:
        """Every submission, oldest first."""
        return [self.get(number) for number in self.numbers()]

    def manifest(self, number: int) -> Manifest:
        """The manifest of a submission."""
        return read_manifest(self.submissions_folder / f"{number:04d}" / "manifest.json")

    def settings(self) -> Settings:
        """The settings in force for the store."""
        return read_settings(self.settings_path)

    def left_over(self) -> list[Path]:
        """Staging folders left by loads that were killed; harmless."""
        return sorted(self.staging_folder.iterdir()) if self.staging_folder.is_dir() else []

    def remove_left_over(self) -> int:
        """Remove what killed loads left behind; returns how many folders. Waits for a running load."""
        with self.writing():
            found = self.left_over()
            for path in found:
                shutil.rmtree(path, ignore_errors=True)
        return len(found)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store's lock while writing: an operating-system lock, released by a kill.

        Raises StoreBusyError if another writer keeps it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / "lock", timeout=LOCK_SECONDS):
                yield
        except Timeout:
            raise StoreBusyError(
                f"Another load is writing to {self.folder}. Nothing was changed. Try again when it has ended."
            ) from None

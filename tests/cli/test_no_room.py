"""A full disk, a store that may only be read, another writer: the message says so and nothing is changed."""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from filelock import FileLock

from quarterday.submissions import Store
from quarterday.submissions import store as store_module
from support.command_line import command, quarterday
from support.loads import fingerprint
from support.plain_words import message_of

FULL = os.strerror(errno.ENOSPC)


def test_a_disk_that_fills_up_at_any_table_leaves_the_store_as_it_was(
    store: Path, extract: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(store)
    write, last = pq.write_table, len(Store(store).get().manifest.tables) - 1
    for full_at in (0, 1, 20, last):
        written: list[object] = []

        def fill(table, path, *, full_at=full_at, written=written, **more):
            if len(written) == full_at:
                raise OSError(errno.ENOSPC, "Error writing bytes to file. Detail: [errno 28]")
            written.append(path)
            write(table, path, **more)

        monkeypatch.setattr(pq, "write_table", fill)
        assert FULL in message_of(quarterday("load", extract, "--store", store), 4)
        assert fingerprint(store) == before
    monkeypatch.undo()
    assert quarterday("doctor", "--store", store).code == 0
    assert quarterday("load", extract, "--store", store, "--as-at", "2022-03-31").code == 0


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
@pytest.mark.parametrize("blocks", [0, 1, 8])
def test_a_load_that_may_not_write_more_leaves_the_store_as_it_was(store: Path, extract: Path, blocks: int) -> None:
    """The operating system itself refuses to let files grow beyond some blocks of 1,024 bytes."""
    before = fingerprint(store)
    words = ["bash", "-c", f'ulimit -f {blocks}; exec "$@"', "bash", *command("load", extract, "--store", store)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert done.stderr.strip().endswith("Check the path, the space left, and what you may change.")
    assert "Traceback" not in done.stderr
    assert fingerprint(store) == before
    assert list((store / "staging").iterdir()) == []


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A file that never has room: a link, so that whatever tidies up after itself removes no device."""
    if not Path("/dev/full").is_char_device():
        pytest.skip("no device that is always full here")
    (tmp_path / "full").symlink_to("/dev/full")
    return tmp_path / "full"


@pytest.mark.parametrize(
    "words",
    [
        ("measure", "CPP-01", "--at", "2021-09-30", "-o", "csv"),
        ("measure", "CPP-01", "--at", "2021-09-30", "-o", "parquet"),
        ("children", "LAC-01", "--at", "2021-09-30"),
    ],
)
def test_figures_that_find_no_room_are_told_so(kept: Path, full: Path, words: tuple[str, ...]) -> None:
    assert FULL in message_of(quarterday(*words, "--to", full, "--store", kept), 4)


def test_findings_that_find_no_room_are_told_so(extract: Path, kept: Path, full: Path) -> None:
    said = quarterday("check", extract, "--csv", full, "--store", kept)
    assert said.code == 4
    assert FULL in said.err


def test_figures_are_told_though_their_cache_cannot_be_kept(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = quarterday("measure", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", store).out
    shutil.rmtree(store / "results", ignore_errors=True)
    (store / "results").write_text("no folder can be made here")
    said = quarterday("measure", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", store)
    assert (said.code, said.out) == (0, right)


def test_a_store_that_is_a_file_is_refused(tmp_path: Path, extract: Path) -> None:
    (tmp_path / "store").write_text("Dear all")
    said = quarterday("load", extract, "--store", tmp_path / "store", "--authority", "921")
    assert "--store" in message_of(said, 4)
    assert (tmp_path / "store").read_text() == "Dear all"


def test_a_store_that_may_only_be_read_answers_and_takes_nothing(
    store: Path, extract: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(store)

    def refused(self: FileLock, **_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self.lock_file)

    monkeypatch.setattr(FileLock, "acquire", refused)
    for words in (("load", extract), ("submissions", "restore", "1")):
        assert "Permission denied" in message_of(quarterday(*words, "--store", store), 4)
    assert quarterday("measure", "CPP-01", "--at", "2021-09-30", "--store", store).code == 0
    assert quarterday("submissions", "--store", store).code == 0
    assert fingerprint(store).items() >= before.items()


def test_a_second_writer_is_told_to_wait(store: Path, extract: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "LOCK_SECONDS", 0.05)
    before = fingerprint(store)
    with FileLock(store / "lock"):
        for words in (("load", extract), ("submissions", "restore", "1")):
            assert "Another load is writing" in message_of(quarterday(*words, "--store", store), 4)
        assert quarterday("measure", "CPP-01", "--at", "2021-09-30", "--store", store).code == 0
    assert fingerprint(store).items() >= before.items()  # a reader may have kept a figure beside it


def test_two_loads_at_once_both_come_to_be(store: Path, extract: Path) -> None:
    words = command("load", extract, "--store", store, "--as-at", "2022-03-31")
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=300) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert Store(store).numbers() == [1, 2, 3]
    assert all(submission.damaged() == [] for submission in Store(store).all())

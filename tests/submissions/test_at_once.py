"""Several at once: readers during loads see whole submissions, and there is one writer."""

import threading
from pathlib import Path

import pytest
from filelock import FileLock

from quarterday.submissions import Store, StoreBusyError, restore, store
from support.loads import AUTHORITY, fingerprint, load_of, loaded

LOADS = 12


def people(number: int) -> str:
    """A table of children all of whom carry the number of their load."""
    return "\n".join(["child", *[f"load{number}-child{place}" for place in range(40)]])


def test_readers_during_loads_see_one_whole_submission_and_never_an_older_one(tmp_path: Path) -> None:
    house = Store(tmp_path)
    loaded(house, children=people(1), family_members="family_id | child\nF1 | load1-child0")
    seen: list[tuple[int, set[str]]] = []
    faults: list[BaseException] = []
    finished = threading.Event()

    def read() -> None:
        last = 0
        try:
            while not finished.is_set() or last < LOADS:
                submission = Store(tmp_path).get()
                assert submission.number >= last
                last = submission.number
                assert submission.damaged() == []
                children = submission.records([AUTHORITY])["children"]["child_id"].to_pylist()
                seen.append((last, {name.split("-")[0] for name in children}))
        except BaseException as fault:
            faults.append(fault)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(2, LOADS + 1):
        loaded(house, children=people(number))
    finished.set()
    for reader in readers:
        reader.join(timeout=60)
    assert not faults
    assert {number for number, _ in seen} >= {LOADS}
    assert all(names == {f"load{number}"} for number, names in seen)


def test_a_second_writer_is_told_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.05)
    house = Store(tmp_path)
    loaded(house, children=people(1))
    before = fingerprint(tmp_path)
    with FileLock(tmp_path / "lock"):
        for write in (
            lambda: loaded(house, children=people(2)),
            lambda: restore(house, 1, loaded_at="", code_version=""),
            house.remove_left_over,
        ):
            with pytest.raises(StoreBusyError, match=r"Another load .* Nothing was changed"):
                write()
    assert fingerprint(tmp_path) == before
    assert loaded(house, children=people(2)).number == 2


def test_loads_at_once_wait_for_one_another_and_none_is_lost(tmp_path: Path) -> None:
    house = Store(tmp_path)
    writers = [threading.Thread(target=loaded, args=(house,), kwargs={"children": people(n)}) for n in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    assert house.numbers() == [1, 2, 3, 4, 5, 6]
    held = {submission.records()["children"]["child_id"][0].as_py() for submission in house.all()}
    assert len(held) == 6


def test_the_writers_load_is_not_there_before_it_is_whole(tmp_path: Path) -> None:
    house = Store(tmp_path)
    numbers = []

    def inspect(records, extract_date):
        numbers.append(house.numbers())
        return []

    from quarterday.submissions import build

    build(house, load_of(children=people(1)), inspect)
    assert numbers == [[]]
    assert house.numbers() == [1]

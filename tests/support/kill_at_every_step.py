"""A process that kills loads at every step that they take on the file system, one after the other.

Run with a folder for stores: for each step a load is begun anew in a process of its own, which is ended with no chance
to clean up just before that step (a file opened, a folder made, a name changed). Another looks at what is left. Prints
how many steps were tried; ends with the number of a step after which the store was not whole.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quarterday.submissions import Store, restore
from support.loads import CHILDREN, PLANS, loaded

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}
ENOUGH = 400


def in_a_process(work: Callable[[], None]) -> int:
    """Do something in a process of its own; returns how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def killed_at(step: int, folder: Path, work: Callable[[], None]) -> Callable[[], None]:
    """The work, ended without warning before its step of that number within the folder."""
    taken = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS and str(folder) in str(arguments[0] if arguments else ""):
            taken += 1
            if taken > step:
                os._exit(9)

    def begun() -> None:
        sys.addaudithook(hook)
        work()

    return begun


def is_whole(folder: Path, tables: set[str]) -> None:
    """The store opens, its current submission has its hashes and tables, and it takes a further load."""
    store = Store(folder)
    assert set(store.get().records()) == tables
    assert all(submission.damaged() == [] for submission in store.all())
    following = loaded(store, children=CHILDREN, child_protection_plans=PLANS)
    assert following.number == store.numbers()[-1]
    store.remove_left_over()
    assert store.left_over() == []


def every_step(folder: Path, work: Callable[[Path], None]) -> int:
    """Kill the work at each of its steps; returns how many there are."""
    whole = folder / "whole"
    in_a_process(lambda: loaded(Store(whole), children=CHILDREN, child_protection_plans=PLANS) and None)
    for step in range(ENOUGH):
        store = Path(shutil.copytree(whole, folder / f"{step}"))
        ended = in_a_process(killed_at(step, store, lambda store=store: work(store)))
        if in_a_process(lambda store=store: is_whole(store, {"children", "child_protection_plans"})):
            sys.exit(f"The store is not whole after a kill before step {step}.")
        shutil.rmtree(store)
        if ended == 0:
            return step
    sys.exit(f"More than {ENOUGH} steps.")


def load(store: Path) -> None:
    loaded(Store(store), children=CHILDREN, child_protection_plans=PLANS)


def bring_back(store: Path) -> None:
    restore(Store(store), 1, loaded_at="2021-10-02T09:00:00+01:00", code_version="0.0")


if __name__ == "__main__":
    for name, work in (("load", load), ("restore", bring_back)):
        print(name, every_step(Path(sys.argv[1]) / name, work))

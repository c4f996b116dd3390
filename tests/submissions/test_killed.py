"""Kill the real command at any moment: the store opens, the current submission is whole, nothing is lost (promise 5)."""

import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quarterday.benchmarks import list_files, load
from quarterday.submissions import Store
from support.command_line import command, quarterday
from support.loads import fingerprint, loaded
from support.small_example import AUTHORITY, END, small_example, write_small_example

MOMENTS = 30
HEAD = "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,"
TABLES = len(small_example())


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extract of about three hundred children."""
    return write_small_example(tmp_path_factory.mktemp("extract"))


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quick extract of one table: the further load after each kill."""
    folder = tmp_path_factory.mktemp("little")
    (folder / "ssd_disability.csv").write_text("disa_table_id,disa_person_id,disa_disability_code\n1,x,HAND\n")
    return folder


@pytest.fixture
def store(tmp_path: Path, extract: Path) -> Store:
    """A store with one whole submission."""
    assert quarterday("load", extract, "--store", tmp_path / "store", "--authority", AUTHORITY).code == 0
    return Store(tmp_path / "store")


Wait = Callable[[float], None]
"""Waits for the moment of a kill, given when the process was started."""


def killed(arguments: list[object], wait: Wait) -> None:
    """Start a command, wait for the moment, and kill it with no chance to clean up."""
    started = time.monotonic()
    with subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait(started)
        process.kill()
        process.wait(timeout=30)


def after(seconds: float) -> Wait:
    return lambda started: time.sleep(max(0.0, started + seconds - time.monotonic()))


def once(condition: Callable[[], bool], seconds: float = 0.0) -> Wait:
    """The moment some time after something can be seen in the store."""

    def wait(started: float) -> None:
        while not condition() and time.monotonic() < started + 20:
            time.sleep(0.0005)
        time.sleep(seconds)

    return wait


def measured(arguments: list[object]) -> float:
    """How long a command takes when it is left alone."""
    started = time.monotonic()
    done = subprocess.run(command(*arguments), capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return time.monotonic() - started


def is_whole(store: Store) -> None:
    """The current submission opens, has its hashes, and can be read with every table."""
    current = Store(store.folder).get()
    assert current.damaged() == []
    assert len(current.records()) == TABLES


def is_tidied(store: Store) -> int:
    """`doctor` counts what was left behind and removes it; returns how many folders."""
    left = len(store.left_over())
    if left:
        told = quarterday("doctor", "--store", store.folder)
        assert told.code == 0, told.everything
        assert f"{left} things left" in told.out
        assert f"Removed {left} things" in quarterday("doctor", "--tidy", "--store", store.folder).out
    assert store.left_over() == []
    return left


def moments_of_a_load(store: Store, extract: Path, scratch: Path) -> Iterator[Wait]:
    """Half spread over a load's whole duration, half over the time in which it writes, some at its very end."""
    chance = random.Random(20210930)
    duration = measured(["load", extract, "--store", scratch, "--authority", AUTHORITY])
    for place in range(MOMENTS // 2):
        yield after(duration * (place + chance.random()) / (MOMENTS // 2) * 1.1)
    for place in range(MOMENTS // 3):
        yield once(lambda: bool(store.left_over()), 0.6 * chance.random() * place / (MOMENTS // 3))
    for _ in range(MOMENTS - MOMENTS // 2 - MOMENTS // 3):
        yield once(lambda: any(path.glob("manifest.json") for path in store.left_over()), chance.random() / 1000)


@pytest.mark.slow
def test_a_load_killed_at_any_moment_leaves_the_store_whole(
    store: Store, extract: Path, little: Path, tmp_path: Path
) -> None:
    left = promoted = 0
    for wait in moments_of_a_load(store, extract, tmp_path / "scratch"):
        before, numbers = fingerprint(store.submissions_folder), store.numbers()
        killed(["load", extract, "--store", store.folder], wait)
        is_whole(store)
        now = fingerprint(store.submissions_folder)
        assert {name: now[name] for name in before} == before  # nothing is lost or changed
        assert store.numbers()[: len(numbers)] == numbers
        promoted += len(store.numbers()) - len(numbers)
        left += is_tidied(store)
        assert loaded(store, AUTHORITY, END, disabilities="child | disability\nAna | HAND").records()  # a further load
        assert store.get().number == len(store.numbers())
    assert quarterday("load", little, "--store", store.folder, "--as-at", "2022-03-31").code == 0
    assert all(submission.damaged() == [] for submission in store.all())
    assert left > 0  # some kills fell into the writing
    assert promoted + left <= MOMENTS


@pytest.mark.slow
def test_a_restore_killed_at_any_moment_leaves_the_store_whole(store: Store, little: Path, tmp_path: Path) -> None:
    assert quarterday("load", little, "--store", store.folder, "--as-at", "2022-03-31").code in {0, 1}
    shutil.copytree(store.folder, tmp_path / "scratch")
    duration = measured(["submissions", "--store", tmp_path / "scratch", "restore", 1])
    waits = [after(duration * share) for share in (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)]
    waits += [once(lambda: bool(store.left_over())), once(lambda: len(store.numbers()) > count)]
    for wait in waits:
        count = len(store.numbers())
        killed(["submissions", "--store", store.folder, "restore", 1], wait)
        is_whole(store)
        is_tidied(store)
    restored = quarterday("submissions", "--store", store.folder, "restore", 1)
    assert restored.code == 0
    assert store.get().manifest.restored_from == 1
    is_whole(store)


@pytest.mark.slow
def test_published_files_are_all_added_or_none_when_killed(tmp_path: Path) -> None:
    """Settings are a file that people write; published files are added by a command."""
    house, files = tmp_path / "store", [tmp_path / "plans.csv", tmp_path / "people.csv"]
    place = "Local authority,E92000001,E12000008,921,E06000046,Isle of Wight"
    files[0].write_text(f"{HEAD}CPP_At31,2_years_or_more\n2021,Reporting year,{place},186,c\n")
    files[1].write_text(f"{HEAD}age_group,population_estimate\n2020,Mid year,{place},Children aged 0 to 17 years,23892\n")
    adding = ["benchmarks", "add", *files, "--store", house]
    duration = measured(["benchmarks", "add", *files, "--store", tmp_path / "scratch"])
    folder = house / "benchmarks"
    waits = [after(duration * share) for share in (0.6, 0.8, 0.9, 0.95, 1.0)]
    waits += [once(folder.exists), once(lambda: folder.exists() and any(folder.iterdir()))]
    for wait in waits:
        shutil.rmtree(house, ignore_errors=True)
        killed(adding, wait)
        known = load(house)
        names = [line.split()[0] for line in list_files(house)]
        assert names == ([] if known is None else ["people.csv", "plans.csv"])
    assert quarterday(*adding).code == 0
    assert load(house) is not None
    assert len(list_files(house)) == 2


@pytest.mark.slow
def test_figures_killed_while_they_are_kept_are_computed_again(store: Store) -> None:
    asking = ["measure", "CPP-01", "--at", "2021-09-30", "-o", "csv", "--store", store.folder]
    right = quarterday(*asking).out
    results = store.results_folder
    for _ in range(3):
        shutil.rmtree(results)
        killed(asking, once(lambda: results.exists() and any(results.rglob("*.parquet*"))))
        assert quarterday(*asking).out == right

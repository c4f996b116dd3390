"""One small extract and one store for all tests of the command line; whoever writes gets a copy of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.command_line import quarterday
from support.loads import fingerprint
from support.small_example import AUTHORITY, write_small_example

EXTRACT_DATE = "2022-03-31"


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extract of about three hundred children."""
    return write_small_example(tmp_path_factory.mktemp("extract"))


@pytest.fixture(scope="session")
def kept(extract: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with that extract, for commands that only read: no test may change its submissions."""
    store = tmp_path_factory.mktemp("kept") / "store"
    said = quarterday("load", extract, "--store", store, "--authority", AUTHORITY, "--as-at", EXTRACT_DATE)
    assert said.code == 0, said.everything
    before = fingerprint(store / "submissions")
    yield store
    assert fingerprint(store / "submissions") == before


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> Path:
    """A copy of the store, to be written to; its path has a space, as on many a council's drive."""
    return Path(shutil.copytree(kept, tmp_path / "our store"))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run where no store lies, so that none is found or made by accident."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.delenv("QUARTERDAY_STORE", raising=False)

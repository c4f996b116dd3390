"""The record tables of a submission, each read when it is first looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pyarrow as pa


class HeldRecords(Mapping[str, pa.Table]):
    """Tables by their names. Looking at one raises DamagedSubmissionError where its file is missing or unreadable."""

    def __init__(self, names: Iterable[str], read: Callable[[str], pa.Table]) -> None:
        self._names = tuple(names)
        self._read = read
        self._tables: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._tables:
            self._tables[name] = self._read(name)
        return self._tables[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

"""A code list: each value beside its label, with the collection years in which it is valid."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Code:
    """One value of a code list. `since` and `until` are collection years ("2024-25"), both inclusive."""

    value: str
    label: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class CodeList:
    """A named list of codes, in the order of its source."""

    name: str
    codes: tuple[Code, ...]
    labels: dict[str, str] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", {code.value: code.label for code in self.codes})

    def __contains__(self, value: object) -> bool:
        return value in self.labels

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def label(self, value: str) -> str:
        """The label of a value; the value itself where the list does not know it."""
        return self.labels.get(value, value)

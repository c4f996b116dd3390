"""Timing, and the page that says what was measured."""

import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timed:
    """One benchmark: seconds, its yardstick and the yardstick's seconds, and what is promised of it."""

    name: str
    seconds: float
    yardstick: str = ""
    yardstick_seconds: float = 0.0
    promise: str = ""


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest time that the work took."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def as_markdown(found: list[Timed], children: int) -> str:
    """The page of docs/speed.md."""
    rows = [
        f"| {each.name} | {each.seconds:.2f} s | {each.yardstick} | "
        f"{f'{each.yardstick_seconds:.3f} s' if each.yardstick else ''} | "
        f"{f'{each.seconds / each.yardstick_seconds:,.0f}' if each.yardstick else ''} | {each.promise} |"
        for each in found
    ]
    return "\n".join(
        [
            "# How fast",
            "",
            f"Measured by `make bench` on {os.cpu_count()} cores, Python {platform.python_version()}, for a made-up "
            f"authority of {children:,} children and seven years of records. Times differ between machines; the ratio to "
            "the yardstick of the same run says more.",
            "",
            "| What | Took | Yardstick | Took | Ratio | Promise |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )

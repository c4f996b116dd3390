"""A small example authority, made once: quick enough for every test that wants a whole extract."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pyarrow as pa

from quarterday.example import make_example
from quarterday.formats import write_safeguarding_dataset

AUTHORITY = "X99000921"
START, END = date(2019, 4, 1), date(2022, 3, 31)
CHILDREN = 300


@lru_cache(maxsize=1)
def small_example() -> dict[str, pa.Table]:
    """Every record table of about three hundred made-up children."""
    return dict(make_example(children=CHILDREN, start=START, end=END, seed=3))


def write_small_example(folder: Path) -> Path:
    """The small example as an extract of the Standard Safeguarding Dataset."""
    write_safeguarding_dataset(small_example(), folder)
    return folder

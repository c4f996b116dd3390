"""The demo authority: from 120 plans at 1 March 2020 to 180 at 30 September 2021, split exactly."""

from datetime import date
from functools import lru_cache

import pytest

from quarterday.example import make_example
from quarterday.indicators import Computation, Source
from quarterday.sections import BY_CODE
from quarterday.signals.change import explain, sentences
from quarterday.submissions.settings import parse_settings, settings_tables

AUTHORITY = "X99000921"
START, END = date(2020, 3, 1), date(2021, 9, 30)

pytestmark = pytest.mark.slow


@lru_cache(maxsize=1)
def demo() -> Computation:
    settings = settings_tables(parse_settings(""), [AUTHORITY])
    return Computation(Source(make_example(), date(2022, 3, 31), (AUTHORITY,), settings))


def test_the_rise_of_protection_plans_is_split_in_children_and_families() -> None:
    explained = explain(demo(), BY_CODE["CPP-01"], START, END, by="team")

    assert (explained.opening.children, explained.closing.children) == (120, 180)
    assert sum(part.children for part in explained.parts) == 60
    assert sum(part.families for part in explained.parts) == explained.closing.families - explained.opening.families
    assert min(explained.whole.part(name).children for name in ("started", "returned", "transferred_in")) > 0
    assert sum(split.closing.children for split in explained.groups) == 180
    assert sentences(explained).startswith("180 at 30 September 2021, up 60 from 120 at 1 March 2020.")


@pytest.mark.parametrize("code", ["CPP-01", "CPP-08", "LAC-01", "LAC-07", "CIN-01", "CIN-09", "WRK-01"])
def test_every_headline_stock_of_the_demo_can_be_explained(code: str) -> None:
    explained = explain(demo(), BY_CODE[code], START, END)

    assert explained.opening.count > 0
    assert explained.closing.count > 0
    assert explained.opening.count + sum(part.count for part in explained.parts) == explained.closing.count

"""What holds of every example, whatever its size, span and seed."""

import os
import subprocess
import sys
from collections import defaultdict
from datetime import date

import pyarrow as pa
import pytest

from example.held import Held
from quarterday.checks import BLOCKING, run_checks
from quarterday.example import make_example
from support.small_example import CHILDREN, END, START, small_example

ERRORS = {"QD-PE-01", "QD-PE-04", "QD-LA-04"}
"""The checks that find what the example is wrong about on purpose."""
DIGEST = """
from datetime import date
from hashlib import sha256
from quarterday.example import make_example
made = make_example(children=200, start=date(2020, 4, 1), end=date(2021, 3, 31), seed=5)
print(sha256(repr([(name, made[name].to_pylist()) for name in sorted(made)]).encode()).hexdigest())
"""


def test_the_same_seed_makes_the_same_records_in_every_process() -> None:
    digests = {
        subprocess.run(  # our own interpreter and our own script
            [sys.executable, "-c", DIGEST], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_another_seed_makes_other_records() -> None:
    other = make_example(children=CHILDREN, start=START, end=END, seed=4)

    assert not other["referrals"].equals(small_example()["referrals"])


@pytest.mark.parametrize(
    ("children", "start", "end"),
    [
        (200, date(2015, 4, 1), date(2022, 3, 31)),
        (3_000, date(2021, 4, 1), date(2022, 3, 31)),
        (1_000, date(2019, 2, 28), date(2019, 5, 15)),  # a span within a year that ends within a month
        (500, date(2023, 4, 1), date(2024, 3, 31)),  # after every published figure
    ],
)
def test_any_size_and_span_can_be_made(children: int, start: date, end: date) -> None:
    made = make_example(children=children, start=start, end=end)
    referrals = made["referrals"].column("referral_date").to_pylist()

    assert 0.05 < len([day for day in referrals if day >= start]) / children / ((end - start).days / 365.25) < 0.35
    assert max(referrals) <= end


def test_a_larger_authority_has_more_of_everything_in_proportion() -> None:
    span = {"start": date(2020, 4, 1), "end": date(2021, 3, 31)}
    small, large = make_example(children=1_000, **span), make_example(children=3_000, **span)

    for table in ("referrals", "looked_after_episodes", "child_protection_plans", "involvements"):
        assert 2 < large[table].num_rows / small[table].num_rows < 4.5


def test_siblings_on_plans_mostly_share_the_day_on_which_they_began() -> None:
    held = Held(make_example(children=3_000, start=START, end=END))
    several = []
    for day in (date(2020, 3, 31), date(2020, 9, 30), date(2021, 3, 31), date(2021, 9, 30), date(2022, 3, 31)):
        families: dict[str, list[date]] = defaultdict(list)
        for plan in held.plans:
            if plan["start"] <= day < plan["end"]:
                families[held.family[plan["child_id"]]].append(plan["start"])
        several += [starts for starts in families.values() if len(starts) > 1]

    assert len(several) > 10
    assert sum(len(set(starts)) == 1 for starts in several) / len(several) > 0.7


def found(rate: float) -> dict[str, int]:
    """The checks that find something in an example with so many errors as usual, and how many rows."""
    made: dict[str, pa.Table] = make_example(children=1_000, start=START, end=END, seed=2, errors=rate)
    return {each.check.code: each.wrong for each in run_checks(made, extract_date=END).found if each.wrong}


def test_an_example_without_errors_gives_no_finding_at_all() -> None:
    assert found(0.0) == {}


def test_more_errors_give_more_findings() -> None:
    usual, many = found(1.0), found(4.0)

    assert set(many) >= ERRORS
    assert many["QD-PE-01"] > 2 * usual["QD-PE-01"]


def test_the_usual_errors_are_of_query_grade_only() -> None:
    findings = run_checks(small_example(), extract_date=END)

    assert any(each.wrong for each in findings.found)
    assert not [each.check.code for each in findings.found if each.wrong and each.check.grade == BLOCKING]

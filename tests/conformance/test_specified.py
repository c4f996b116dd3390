"""Every indicator has a specification: its code, or its name, stands in a file of tests/spec."""

from pathlib import Path

import pytest

from quarterday.indicators import Indicator
from quarterday.sections import INDICATORS

SPECS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "spec").glob("*.py")))


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.code)
def test_an_indicator_is_specified(indicator: Indicator) -> None:
    assert f'"{indicator.code}"' in SPECS

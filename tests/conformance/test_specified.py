"""Every indicator has a specification: its code, or its name, stands in a file of tests/spec."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import quarterday.sections
from quarterday.indicators import Indicator
from quarterday.sections import INDICATORS

SPECS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "spec").glob("*.py")))


def names() -> dict[str, str]:
    """Code → the name under which a definition stands in its file."""
    found = {}
    for module in pkgutil.walk_packages(quarterday.sections.__path__, "quarterday.sections."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Indicator):
                found[value.code] = name
    return found


NAMES = names()


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.code)
def test_an_indicator_is_specified(indicator: Indicator) -> None:
    name = NAMES.get(indicator.code, indicator.code)
    assert f'"{indicator.code}"' in SPECS or re.search(rf"\b{name}\b", SPECS)

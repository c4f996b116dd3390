"""The SQL of an explanation is portable, and speaks of facts that exist."""

from pathlib import Path

import pytest

import quarterday.signals.change
from quarterday.indicators.fact import in_building_order
from quarterday.indicators.portable import refusals
from quarterday.sections import BY_CODE, INDICATORS
from quarterday.signals.change.evidence import BY_GROUND
from quarterday.signals.change.history import _STAYS
from quarterday.signals.change.stock import stock_of

FOLDER = Path(quarterday.signals.change.__file__).parent
FILES = sorted(FOLDER.glob("*.sql"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_statement_is_portable(path: Path) -> None:
    assert refusals(path.read_text(encoding="utf-8")) == []


def test_the_stays_of_a_stock_are_read_by_portable_sql() -> None:
    assert refusals(_STAYS.format(counted="1 = 1", fact="open_plans", named="where child_id is not null")) == []


def test_evidence_is_kept_for_facts_that_exist_and_every_file_is_used() -> None:
    facts = {fact.name for fact in in_building_order([each.of for each in INDICATORS])}
    named = {name for each in BY_GROUND.values() for name in (each.arrived, each.departed, each.earlier) if name}

    assert set(BY_GROUND) <= facts | {stock_of(BY_CODE["WRK-01"]).fact.name}
    assert named | {"cases_held"} == {path.stem for path in FILES}

"""Which figures are stocks of children, and what of them is counted."""

import re
from dataclasses import dataclass, replace

from quarterday.indicators import INTERVAL, Count, Fact, Indicator, Percentage, Rate, Ratio, sql_beside
from quarterday.indicators.compiler import breakdown_sql
from quarterday.indicators.dimensions import CHILD_DIMENSIONS
from quarterday.signals.change.errors import NotAStockError, UnknownBreakdownError

_OF_THE_DAY = re.compile(r"\b(snapshot\w*|period_(start|end|kind)\w*|day_after)\b")

CASES = "cases"
CASELOADS = "worker_caseloads"
_HOLDERS = "cases > 0"


@dataclass(frozen=True)
class Stock:
    """An indicator and the count whose change is explained: of a share or a rate, its numerator."""

    indicator: Indicator
    counted: Count

    @property
    def fact(self) -> Fact:
        """The interval fact."""
        return self.counted.of

    @property
    def has_condition(self) -> bool:
        """Whether it counts only some of the fact's rows."""
        return bool(self.counted.among or self.counted.where)

    @property
    def changes_by_the_day(self) -> bool:
        """Whether a row can come to be counted, or cease to be, while nothing in it changes."""
        return bool(_OF_THE_DAY.search(self.counted.numerator_predicate))

    def check_breakdown(self, name: str) -> None:
        """Raise UnknownBreakdownError where the stock cannot be divided so."""
        if name and not breakdown_sql(self.fact, name):
            known = ", ".join(sorted({*self.fact.dimensions, *CHILD_DIMENSIONS}))
            raise UnknownBreakdownError(f"'{name}' is not a breakdown of {self.indicator.code}. Known are: {known}.")


def stock_of(indicator: Indicator) -> Stock:
    """What is counted in an indicator.

    Raises NotAStockError for a flow, and for a figure that is no number of children at a date.
    """
    if indicator.is_flow or indicator.of.kind != INTERVAL:
        raise NotAStockError(
            f"{indicator.code} counts events in a period: a flow has no opening and closing to explain. "
            "Name a stock, such as CPP-01, LAC-01, CIN-01 or CIN-09."
        )
    if indicator.of.name == CASELOADS and isinstance(indicator, Ratio) and indicator.numerator == CASES:
        return Stock(indicator, _cases_of(indicator))
    if indicator.of.about_child and isinstance(indicator, Count):
        return Stock(indicator, indicator)
    if indicator.of.about_child and isinstance(indicator, Percentage | Rate):
        return Stock(indicator, _numerator(indicator))
    raise NotAStockError(
        f"{indicator.code} is not a number of children at a date. Its change does not split into starts and ends. "
        "Name a count, rate or percentage of children, or an average caseload."
    )


def _numerator(indicator: Percentage | Rate) -> Count:
    return Count(
        code=indicator.code,
        title=indicator.title,
        of=indicator.of,
        among=indicator.among,
        where=indicator.where,
        history_months=indicator.history_months,
        needs=indicator.needs,
    )


def _cases_of(indicator: Ratio) -> Count:
    """The cases behind an average caseload, by the fact's own words: its columns are those of the caseloads."""
    held = replace(
        indicator.of,
        name="cases_held",
        sql=sql_beside(__package__ or "", "cases_held.sql"),
        builds_on=(*indicator.of.builds_on, indicator.of),
        about_child=True,
    )
    among = "" if indicator.among == _HOLDERS else indicator.among  # whoever holds a case is a holder
    return Count(code=indicator.code, title=indicator.title, of=held, among=among)

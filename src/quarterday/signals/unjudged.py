"""Which kinds of figures no rule can judge honestly, and why, in plain words."""

from quarterday.indicators import Count, Coverage, FromPeak, Indicator, Median, Mix, Percentage, Ratio, Total
from quarterday.indicators.fact import OVERLAP

_ALIKE = "much of what one month end counts the next counts again, so an XmR chart would call steady months a signal"

MIX = (
    "It is a mix: its groups share one whole, so no one series stands for it, and a signal for each group would multiply "
    "those that chance alone makes. Read its groups beside one another."
)
AT_EXTRACT = (
    "The records keep only the latest answer, so it can be said at the date of the extract alone: there are no months to "
    "compare."
)
LASTING = (
    "It counts what lasts in every month that it lasts: most of one month's is the next month's too, so an XmR chart would "
    "call steady months a signal. Look at what began and what ended."
)
BY_KIND: dict[type[Indicator], str] = {
    Ratio: f"It divides one stock by another: {_ALIKE}, and a quotient has no starts and durations to expect it from.",
    Median: f"It is a middle or other rank of a stock: {_ALIKE}, and a rank has no starts and durations to expect it from.",
    Total: f"It adds up the working time of people in post: {_ALIKE}, and hours have no starts and durations of their own.",
    FromPeak: "It is measured from the greatest value so far and moves with the figure that it is the change of, which is a "
    f"stock: {_ALIKE}.",
    Coverage: "It tells of the load, not of the service: how many figures the records can support.",
}
"""Of stocks, by the kind of indicator."""


def why_never(indicator: Indicator) -> str:
    """Why no series of an indicator's kind is judged, whatever its months hold; empty where it is.

    Flows are judged, be they counts, rates, shares, ratios, medians or net changes of what happened in each month: another
    month's are other events. What is counted for as long as it lasts is not, unless it is the share to which something
    happened in the month. Stocks are judged by a band, where they count children or records or give their share or rate.
    """
    if isinstance(indicator, Mix):
        return MIX
    if indicator.only_at_extract:
        return AT_EXTRACT
    if not indicator.is_flow:
        return next((why for kind, why in BY_KIND.items() if isinstance(indicator, kind)), "")
    return LASTING if indicator.of.kind == OVERLAP and not _of_the_month(indicator) else ""


def _of_the_month(indicator: Indicator) -> bool:
    """Whether only what happened in the month is counted, out of all who were there."""
    return isinstance(indicator, Count | Percentage) and "period_start" in indicator.where

"""Charts, bands and the page of all indicators on the terminal."""

from typing import Any

from rich.table import Table

from quarterday.cli.console import out
from quarterday.signals.words import DIRECTION_WORDS

METHODS = {"xmr": "XmR chart", "band": "Expected band"}


def print_values(values: dict[str, Any]) -> None:
    """What `--json` would print, as a table and sentences."""
    if "indicators" in values:
        _print_page(values)
    elif "gaps" in values:
        _print_gaps(values)
    else:
        _print_chart(values)


def _print_chart(values: dict[str, Any]) -> None:
    banded = values["method"] == "band"
    table = Table("Period", "Value", *(("Expected", "Lower", "Upper") if banded else ("Group",)), "Signal", "Direction")
    for place, point in enumerate(values["points"], start=1):
        lines = [_number(point[key]) for key in ("expected", "lower", "upper")] if banded else [str(point["group"])]
        table.add_row(
            point["period"] or str(place), _number(point["value"]), *lines, point["rule"] or "", point["direction"] or ""
        )
    out.print(table)
    for line in _sentences(values):
        out.print(line, markup=False)


def _sentences(values: dict[str, Any]) -> list[str]:
    title = f"{values['code']} {values['title']}" if values.get("code") else values["file"]
    lines = [f"{title}: {values['variation_in_full']}.", f"{DIRECTION_WORDS[values['improvement']]}."]
    if values["assurance"]:
        lines.append(f"{values['assurance']} of {_number(values['target'])}.")
    lines.append(_lines_of(values))
    lines += [text for text in (values.get("why"), *values["notes"]) if text]
    lines += [f"Event on {event['date']}: {event['text']} ({event['owner']})." for event in values.get("events", ())]
    return lines


def _lines_of(values: dict[str, Any]) -> str:
    mean, lower, upper = (_number(values[key]) for key in ("mean", "lower", "upper"))
    name = f"{METHODS[values['method']]}, rules {values['version']}"
    if values["method"] == "band":
        baseline = f"baseline {values['baseline']} months"
        return f"{name}: {mean} expected at the last month end, between {lower} and {upper}; {baseline}."
    return f"{name}: mean {mean}, limits {lower} and {upper}, from {values['baseline']} points."


def _print_page(values: dict[str, Any]) -> None:
    table = Table("Code", "Title", "Latest", "Month", "Variation", "Rule", "Assurance", "Good is", "Judged by, or why not")
    for row in values["indicators"]:
        latest = "" if row["value"] is None else f"{row['value']:,} {row['unit']}"
        cells = (row["code"], row["title"], latest, row["period"] or "", row["variation"] or "Not judged", row["rule"] or "")
        table.add_row(*cells, row["assurance"], row["direction"], METHODS.get(row["method"], row["note"]))
    out.print(table)
    out.print(values["caution"], markup=False)


def _print_gaps(values: dict[str, Any]) -> None:
    table = Table("Until", "Days", "Signal", "Events came")
    for gap in values["gaps"]:
        often = {"up": "unusually often", "down": "unusually seldom", None: ""}[gap["direction"]]
        table.add_row(gap["until"], str(gap["days"]), gap["rule"] or "", often)
    out.print(table)
    typical, lower, upper = (f"{values[key]:.0f}" for key in ("typical", "lower", "upper"))
    out.print(f"Days between events: typically {typical}, limits {lower} and {upper}.", markup=False)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".")

"""What pages are made of: the frame with its style, figures with their numbers, tables."""

from html import escape
from importlib.resources import files

from quarterday.reports.chart import Chart
from quarterday.reports.svg import chart_svg
from quarterday.reports.table import DataTable


def page(title: str, header: str, main: str) -> str:
    """A whole page: self-contained, with a link that skips to what matters."""
    style = files(__package__ or "").joinpath("page.css").read_text(encoding="utf-8")
    return (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<meta name='viewport' content='width=device-width, initial-scale=1'><style>{style}</style></head><body>"
        f"<a class='skip' href='#main'>Skip to the report</a><header>{header}</header>"
        f"<main id='main'>{main}</main></body></html>\n"
    )


def figure(chart: Chart) -> str:
    """A chart with its finding, its caption, and its numbers to unfold."""
    return (
        f"<figure><p class='finding'>{escape(chart.title)}</p>{chart_svg(chart)}"
        f"<figcaption>{escape(chart.caption)}</figcaption></figure>"
        f"<details><summary>The numbers behind this chart</summary>{grid(chart.table())}</details>"
    )


def grid(table: DataTable) -> str:
    """A table with its caption and headings."""
    heads = "".join(f"<th scope='col'>{escape(column.name)}</th>" for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<th scope='row'>{escape(cell)}</th>"
            if place == 0
            else f"<td{' class=number' if table.columns[place].kind == 'number' else ''}>{escape(cell)}</td>"
            for place, cell in enumerate(row)
        )
        + "</tr>"
        for row in table.words()
    )
    return (
        f"<div class='wide'><table><caption>{escape(table.title)}<span>{escape(table.description)}</span></caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )

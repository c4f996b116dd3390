"""Writing report.html."""

from html import escape
from importlib.resources import files
from pathlib import Path

from quarterday.reports.chart import Chart
from quarterday.reports.document import Block, Bullets, Commentary, Paragraph, Report, Ring, Section
from quarterday.reports.files import whole_file
from quarterday.reports.svg import chart_svg, ring_svg
from quarterday.reports.table import SHORTHAND, DataTable


def write_page(report: Report, path: Path) -> Path:
    """Write the report as a page; returns the file."""
    style = files(__package__ or "").joinpath("page.css").read_text(encoding="utf-8")
    meta = report.meta
    notice = f"<p class='notice' role='note'>{escape(meta.notice)}</p>" if meta.notice else ""
    head = "".join(
        f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>"
        for name, value in (
            ("Committee", meta.committee),
            ("Date", meta.date),
            ("Title", meta.title),
            ("Report of", meta.report_of),
            ("Period", meta.period),
            ("Classification", meta.marking),
        )
    )
    contents = "".join(f"<li><a href='#s{s.number}'>{s.number} {escape(s.heading)}</a></li>" for s in report.sections)
    body = "".join(_section(section) for section in report.sections)
    signals = report.signals
    body += f"<section id='signals'><h2>{escape(signals.title)}</h2>{_table(signals)}</section>" if signals else ""
    contents += f"<li><a href='#signals'>{escape(signals.title)}</a></li>" if signals else ""
    shorthand = "".join(f"<li>{escape(words)}</li>" for words in (*SHORTHAND.values(), meta.note) if words)
    text = (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'><title>{escape(meta.title)}</title>"
        f"<meta name='viewport' content='width=device-width, initial-scale=1'><style>{style}</style></head><body>"
        f"<a class='skip' href='#main'>Skip to the report</a><header><p class='house'>{escape(meta.authority)}</p>{notice}"
        f"</header><main id='main'><h1>{escape(meta.title)}</h1><dl class='head'>{head}</dl>"
        f"<nav aria-label='Contents'><h2>Contents</h2><ul>{contents}</ul></nav>"
        f"<section><h2>Summary</h2><p>{escape(report.summary)}</p></section>{body}"
        f"<section id='definitions'><h2>Definitions</h2>{_table(report.definitions)}"
        f"<h3>Shorthand</h3><ul>{shorthand}</ul></section></main></body></html>\n"
    )
    with whole_file(path) as aside:
        aside.write_text(text, encoding="utf-8")
    return path


def _section(section: Section) -> str:
    level = "h3" if "." in section.number else "h2"
    blocks = "".join(_block(block) for block in section.blocks)
    return f"<section id='s{section.number}'><{level}>{section.number} {escape(section.heading)}</{level}>{blocks}</section>"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, Commentary):
        return f"<p class='commentary'>{escape(block.words)}</p>"
    if isinstance(block, Ring):
        items = "".join(f"<li>{escape(name)}: {escape(said)}</li>" for name, said in block.activities)
        return (
            f"<figure class='ring'>{ring_svg(block)}<figcaption>{escape(block.title)}</figcaption></figure><ol>{items}</ol>"
        )
    return _figure(block) if isinstance(block, Chart) else _table(block)


def _figure(chart: Chart) -> str:
    return (
        f"<figure><p class='finding'>{escape(chart.title)}</p>{chart_svg(chart)}"
        f"<figcaption>{escape(chart.caption)}</figcaption></figure>"
        f"<details><summary>The numbers behind this chart</summary>{_table(chart.table())}</details>"
    )


def _table(table: DataTable) -> str:
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

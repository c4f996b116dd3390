"""Writing report.html."""

from html import escape
from pathlib import Path

from quarterday.reports.chart import Chart
from quarterday.reports.document import Block, Bullets, Commentary, Paragraph, Report, Ring, Section
from quarterday.reports.files import whole_file
from quarterday.reports.page.parts import figure, grid, page
from quarterday.reports.svg import ring_svg
from quarterday.reports.table import SHORTHAND


def write_page(report: Report, path: Path) -> Path:
    """Write the report as a page; returns the file."""
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
    body += f"<section id='signals'><h2>{escape(signals.title)}</h2>{grid(signals)}</section>" if signals else ""
    contents += f"<li><a href='#signals'>{escape(signals.title)}</a></li>" if signals else ""
    shorthand = "".join(f"<li>{escape(words)}</li>" for words in (*SHORTHAND.values(), meta.note) if words)
    header = f"<p class='house'>{escape(meta.authority)}</p>{notice}"
    main = (
        f"<h1>{escape(meta.title)}</h1><dl class='head'>{head}</dl>"
        f"<nav aria-label='Contents'><h2>Contents</h2><ul>{contents}</ul></nav>"
        f"<section><h2>Summary</h2><p>{escape(report.summary)}</p></section>{body}"
        f"<section id='definitions'><h2>Definitions</h2>{grid(report.definitions)}"
        f"<h3>Shorthand</h3><ul>{shorthand}</ul></section>"
    )
    with whole_file(path) as aside:
        aside.write_text(page(meta.title, header, main), encoding="utf-8")
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
    return figure(block) if isinstance(block, Chart) else grid(block)

"""Writing presentation.pptx: unique titles, one finding a slide, native charts, notes, definitions last."""

from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from quarterday.reports.chart import Chart
from quarterday.reports.document import Report, Ring, Slide
from quarterday.reports.files import whole_file
from quarterday.reports.native_chart import add_native_chart, describe
from quarterday.reports.presentation.ring import add_ring
from quarterday.reports.table import DataTable

BLUE = RGBColor(0x12, 0x43, 0x6D)
INK = RGBColor(0x0B, 0x0C, 0x0C)
_TITLE_ONLY = 5
_TITLE = 55
_LONG_TITLE = 64
"""Letters that a title of 28 points, and one of 24, holds on one line."""
_ROWS = 14
"""Rows of a table that a slide holds at 12 points."""
_LARGE_ROWS = 11
"""Rows that it holds at 14 points."""
_ROOM = 4.5
"""Inches that a table may take."""
_DEFINITIONS = 8
"""Definitions that a slide holds."""


def write_presentation(report: Report, path: Path) -> Path:
    """Write the presentation; returns the file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title = report.meta.title
    deck.core_properties.language = "en-GB"
    deck.core_properties.author = report.meta.report_of
    _opening(deck, report)
    titles: set[str] = set()
    for slide in report.slides:
        _slide(deck, report, slide, _unique(slide.title, titles))
    definitions = report.slide_definitions
    for place in range(0, len(definitions.rows), _DEFINITIONS):
        rows = definitions.rows[place : place + _DEFINITIONS]
        part = DataTable("definitions", "Definitions", "", definitions.columns, rows)
        title = f"Definitions, {place // _DEFINITIONS + 1}"
        _slide(deck, report, Slide(title, "", part, "What each figure shown means, and the rule it follows."), title)
    with whole_file(path) as aside:
        deck.save(str(aside))
    return path


def _unique(title: str, known: set[str]) -> str:
    name, number = title, 2
    while name in known:
        name, number = f"{title} ({number})", number + 1
    known.add(name)
    return name


def _opening(deck: Any, report: Report) -> None:
    meta = report.meta
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, deck.slide_width, Inches(0.35))
    band.fill.solid()
    band.fill.fore_color.rgb = BLUE
    band.line.fill.background()
    describe(band, "")
    _title(slide, meta.title, top=1.9, size=38, height=1.8)
    lines = [meta.committee, meta.date, f"Report of {meta.report_of}", meta.period, meta.marking, meta.notice]
    _text(slide, [line for line in lines if line], 0.8, 3.9, 11.7, 2.8, 20)
    slide.notes_slide.notes_text_frame.text = report.summary


def _slide(deck: Any, report: Report, content: Slide, title: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _title(slide, title, top=0.35, size=28 if len(title) <= _TITLE else 24 if len(title) <= _LONG_TITLE else 20, height=0.9)
    _text(slide, [content.sentence], 0.6, 1.2, 12.1, 1.2, 18)
    _visual(slide, content.visual)
    foot = " · ".join(line for line in (report.meta.authority, report.meta.period, report.meta.notice) if line)
    _text(slide, [foot], 0.6, 7.0, 12.1, 0.4, 12)
    slide.notes_slide.notes_text_frame.text = content.notes


def _visual(slide: Any, visual: Chart | DataTable | Ring | None) -> None:
    if isinstance(visual, Chart):
        add_native_chart(slide, visual, Inches(0.6), Inches(2.4), Inches(12.1), Inches(4.5))
    elif isinstance(visual, DataTable):
        _table(slide, visual, 1.35 if visual.title == "Definitions" else 2.4)
    elif isinstance(visual, Ring):
        add_ring(slide, visual)


def _table(slide: Any, table: DataTable, top: float) -> None:
    rows = table.words()[:_ROWS]
    height = min(0.38, _ROOM / (len(rows) + 1)) if table.title != "Definitions" else 0.38
    small = len(table.columns) > 4 or table.title == "Definitions" or len(rows) > _LARGE_ROWS
    shape = slide.shapes.add_table(
        len(rows) + 1, len(table.columns), Inches(0.6), Inches(top), Inches(12.1), Inches(height * (len(rows) + 1))
    )
    describe(shape, f"{table.title}. {table.description}".strip())
    grid = shape.table
    words = [[column.name for column in table.columns], *rows]
    widths = [max(len(row[n]) for row in words) ** 0.6 for n in range(len(table.columns))]
    for n, width in enumerate(widths):
        grid.columns[n].width = Emu(int(Inches(12.1) * width / sum(widths)))
    for r, row in enumerate(words):
        for c, cell in enumerate(row):
            frame = grid.cell(r, c).text_frame
            frame.text = cell
            _font(frame.paragraphs[0], 12 if small else 14, bold=r == 0)
            if table.columns[c].kind == "number":
                frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            frame.margin_top = frame.margin_bottom = Inches(0.03) if len(rows) > _LARGE_ROWS else Inches(0.05)


def _title(slide: Any, text: str, *, top: float, size: int, height: float) -> None:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Inches(0.6), Inches(top), Inches(12.1), Inches(height)
    shape.text_frame.text = text
    shape.text_frame.word_wrap = True
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = 1
    _font(paragraph, size, bold=True, colour=BLUE)


def _text(slide: Any, lines: list[str], left: float, top: float, width: float, height: float, size: int) -> None:
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    frame = box.text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = line
        _font(paragraph, size)


def _font(paragraph: Any, size: int, *, bold: bool = False, colour: RGBColor = INK) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.name, run.font.bold = Pt(size), "Arial", bold
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if not (bold and colour == INK):
            run.font.color.rgb = colour

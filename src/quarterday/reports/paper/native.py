"""A native, editable chart inside a Word document: made as on a slide, then moved with its workbook."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm, Emu
from lxml import etree
from pptx import Presentation

from quarterday.reports.chart import RANKED, Chart
from quarterday.reports.native_chart import add_native_chart

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXTERNAL = "{http://schemas.openxmlformats.org/drawingml/2006/chart}externalData"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WIDTH, HEIGHT, JUDGED, IN_ROWS = Cm(16.2), Cm(6.0), Cm(7.2), Cm(9.0)
"""Of a chart; JUDGED is the height of one whose legend names limits and marks, IN_ROWS that of ranked bars."""

_INLINE = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>"""


def add_chart(document: Any, paragraph: Any, chart: Chart, number: int) -> None:
    """Add a chart to a paragraph of a document; `number` is unique among its charts."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    height = IN_ROWS if chart.kind == RANKED else JUDGED if any(series.words for series in chart.series) else HEIGHT
    frame = add_native_chart(slide, chart, Emu(0), Emu(0), WIDTH, height, points=10)
    made = frame.chart.part
    package = document.part.package
    workbook = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET_TYPE, made.chart_workbook.xlsx_part.blob, package
    )
    space = etree.fromstring(made.blob)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, b"", package)
    relation = part.relate_to(workbook, REL.PACKAGE)
    for external in space.iter(_EXTERNAL):
        external.set(_ID, relation)
    part._blob = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    related = document.part.relate_to(part, REL.CHART)
    inline = parse_xml(_INLINE.format(width=WIDTH, height=height, number=1000 + number, relation=related))
    inline.xpath(".//wp:docPr")[0].set("descr", chart.alt)
    paragraph.add_run()._r.append(inline)

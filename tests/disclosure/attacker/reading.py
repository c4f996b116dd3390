"""Everything a reader can take out of the four files, as text, tables and charts: nothing else is looked at."""

import io
import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
from docx import Document
from lxml import etree
from pptx import Presentation

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass
class Table:
    title: str
    description: str
    rows: list[list[str]]


@dataclass
class DrawnChart:
    """A chart by its alt text, with its own data and those of the workbook inside: series name -> values, None a gap."""

    alt: str
    categories: list[str]
    series: dict[str, list[float | None]]


@dataclass
class Everything:
    texts: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    charts: list[DrawnChart] = field(default_factory=list)


def read_report(folder: Path) -> Everything:
    """The four files of a report, opened as anybody can."""
    found = Everything()
    _appendix(folder / "appendix.xlsx", found)
    _paper(folder / "paper.docx", found)
    _presentation(folder / "presentation.pptx", found)
    _page(folder / "report.html", found)
    return found


def _appendix(path: Path, found: Everything) -> None:
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        found.tables.append(Table(rows[0][0], rows[1][0], rows[2:]))


def _paper(path: Path, found: Everything) -> None:
    document = Document(str(path))
    found.texts += [paragraph.text for paragraph in document.paragraphs]
    texts = [paragraph.text for paragraph in document.paragraphs]
    place = 0
    for element in document.element.body.iterchildren():
        if element.tag == f"{W}p":
            place += 1
        elif element.tag == f"{W}tbl":
            rows = [
                ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
                for row in element.iter(f"{W}tr")
            ]
            before = texts[max(0, place - 2) : place]
            found.tables.append(Table(before[0] if before else "", before[-1] if before else "", rows))
    with zipfile.ZipFile(path) as whole:
        related = _relations(whole, "word/_rels/document.xml.rels")
        body = etree.fromstring(whole.read("word/document.xml"))
        for inline in body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"):
            alt = next(each.get("descr", "") for each in inline if each.tag.endswith("docPr"))
            found.texts.append(alt)
            for chart in inline.iter(f"{C}chart"):
                part = f"word/{related[chart.get(f'{R}id')]}".replace("word//word", "word")
                _chart(alt, whole.read(part), _workbook(whole, part), found)


def _relations(whole: zipfile.ZipFile, name: str) -> dict[str, str]:
    return {
        each.get("Id"): each.get("Target").lstrip("/").removeprefix("word/") for each in etree.fromstring(whole.read(name))
    }


def _workbook(whole: zipfile.ZipFile, part: str) -> bytes:
    folder, name = part.rsplit("/", 1)
    target = next(iter(_relations(whole, f"{folder}/_rels/{name}.rels").values()))
    return next(
        whole.read(each) for each in whole.namelist() if each.endswith(target.rsplit("/", 1)[-1]) and "embeddings" in each
    )


def _presentation(path: Path, found: Everything) -> None:
    for slide in Presentation(str(path)).slides:
        found.texts.append(slide.notes_slide.notes_text_frame.text)
        for shape in slide.shapes:
            found.texts.append(shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")
            if shape.has_text_frame:
                found.texts.append(shape.text_frame.text)
            if shape.has_table:
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                found.tables.append(Table("", found.texts[-1] if not shape.has_text_frame else "", rows))
            if shape.has_chart:
                part = shape.chart.part
                alt = shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""
                _chart(alt, part.blob, part.chart_workbook.xlsx_part.blob, found)


def _chart(alt: str, xml: bytes, workbook: bytes, found: Everything) -> None:
    """The chart's cached numbers, and those of its embedded workbook, as two charts."""
    series = {}
    categories: list[str] = []
    for one in etree.fromstring(xml).iter(f"{C}ser"):
        categories = [name for _, name in sorted(_points(one.find(f"{C}cat")).items())]
        values = _points(one.find(f"{C}val"))
        name = one.find(f"{C}tx").findtext(f".//{C}v") or ""
        series[name] = [float(values[n]) if n in values else None for n in range(len(categories))]
    found.charts.append(DrawnChart(alt, categories, series))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    assert len(sheet) == 1, "an embedded workbook has one sheet, the protected table"
    rows = list(sheet[0].iter_rows(values_only=True))
    inside = {str(rows[0][n]): [row[n] for row in rows[1:]] for n in range(1, len(rows[0]))}
    found.charts.append(DrawnChart(alt, categories, inside))


def _points(data: etree._Element | None) -> dict[int, str]:
    return {} if data is None else {int(pt.get("idx")): pt.findtext(f"{C}v") or "" for pt in data.iter(f"{C}pt")}


class _Page(HTMLParser):
    """Tables with their captions; every other text, that of drawings included."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Everything()
        self._where: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.found.tables.append(Table("", "", []))
        if tag == "tr":
            self.found.tables[-1].rows.append([])
        if tag in {"td", "th", "p", "li", "desc", "title", "text", "figcaption", "caption"}:
            self._text = ""
        if tag == "span" and self.found.tables and not self.found.tables[-1].title:
            self.found.tables[-1].title, self._text = self._text, ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.found.tables[-1].rows[-1].append(self._text)
        elif tag == "span" and self.found.tables and not self.found.tables[-1].rows:
            self.found.tables[-1].description = self._text
        elif tag in {"p", "li", "desc", "title", "text", "figcaption"}:
            self.found.texts.append(re.sub(r"\s+", " ", self._text))


def _page(path: Path, found: Everything) -> None:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    found.texts += page.found.texts
    found.tables += page.found.tables

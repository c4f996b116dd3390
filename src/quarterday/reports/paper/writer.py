"""Writing paper.docx: the template's fields filled by docxtpl, its marked places by the report's blocks."""

import io
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl import DocxTemplate

from quarterday.reports.chart import Chart
from quarterday.reports.document import Block, Bullets, Commentary, Paragraph, Report, Ring
from quarterday.reports.files import whole_file
from quarterday.reports.paper.grid import make_grid
from quarterday.reports.paper.native import add_chart
from quarterday.reports.paper.ring import add_ring
from quarterday.reports.paper.template import make_template
from quarterday.reports.table import DataTable


class TemplateError(Exception):
    """The council's template cannot be used; the message says why."""


def write_paper(report: Report, path: Path, template: Path | None = None) -> Path:
    """Write the paper, into the council's own template where one is given; returns the file.

    Raises TemplateError where the template cannot be read or has no marked place.
    """
    document = _rendered(report, template)
    blocks = {section.number: section.blocks for section in report.sections}
    blocks["summary"] = (Paragraph(report.summary),)
    blocks["definitions"] = (report.definitions,)
    body = _Body(document)
    found = False
    for paragraph in list(document.paragraphs):
        words = paragraph.text.strip()
        if words.startswith("[[") and words.endswith("]]"):
            found = True
            body.put(paragraph, words[2:-2].strip(), blocks.get(words[2:-2].strip(), ()))
    if not found:
        raise TemplateError("The template has no marked place such as [[2.3]]. Add them where the sections should stand.")
    document.core_properties.title = report.meta.title
    document.core_properties.language = "en-GB"
    document.core_properties.author = report.meta.report_of
    with whole_file(path) as aside:
        document.save(str(aside))
    return path


def _rendered(report: Report, template: Path | None) -> Any:
    source = io.BytesIO()
    if template is None:
        make_template().save(source)
    else:
        try:
            source.write(template.read_bytes())
        except OSError as error:
            raise TemplateError(f"{template} cannot be read: {error.strerror}.") from None
    source.seek(0)
    try:
        filled = DocxTemplate(source)
        meta = report.meta
        filled.render(
            {
                "committee": meta.committee,
                "date": meta.date,
                "title": meta.title,
                "report_of": meta.report_of,
                "marking": meta.marking,
                "period": meta.period,
                "authority": meta.authority,
                "notice": meta.notice,
            },
            autoescape=True,
        )
        made = io.BytesIO()
        filled.save(made)
    except Exception as error:  # the template is the council's: whatever is wrong with it, say so
        raise TemplateError(f"{template} is not a Word template that can be filled ({type(error).__name__}).") from None
    made.seek(0)
    return Document(made)


class _Body:
    """Puts blocks at marked places, with paragraphs numbered within their section."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.charts = 0

    def put(self, place: Any, number: str, blocks: tuple[Block, ...]) -> None:
        count = 0
        for block in blocks:
            if isinstance(block, Paragraph):
                count += 1
                label = "" if number in {"summary", "definitions"} else f"{number}.{count}  "
                place.insert_paragraph_before(f"{label}{block.text}", style="Normal")
            else:
                self._block(place, block)
        place._p.getparent().remove(place._p)

    def _block(self, place: Any, block: Block) -> None:
        if isinstance(block, Bullets):
            for item in block.items:
                place.insert_paragraph_before(item, style="List Bullet")
        elif isinstance(block, Commentary):
            place.insert_paragraph_before(block.words, style="Quote")
        elif isinstance(block, Chart):
            self._chart(place, block)
        elif isinstance(block, DataTable):
            self._table(place, block)
        elif isinstance(block, Ring):
            self._headed(place, block.title)
            add_ring(place.insert_paragraph_before(), block)

    def _chart(self, place: Any, chart: Chart) -> None:
        self.charts += 1
        self._headed(place, chart.title)
        holder = place.insert_paragraph_before()
        holder.paragraph_format.keep_with_next = True
        add_chart(self.document, holder, chart, self.charts)
        place.insert_paragraph_before(chart.caption, style="Caption")

    def _table(self, place: Any, table: DataTable) -> None:
        self._headed(place, table.title)
        if table.description:
            place.insert_paragraph_before(table.description, style="Caption").paragraph_format.keep_with_next = True
        make_grid(self.document, table, place)
        place.insert_paragraph_before()

    def _headed(self, place: Any, title: str) -> None:
        heading = place.insert_paragraph_before(title, style="Normal")
        heading.runs[0].bold = True
        heading.paragraph_format.keep_with_next = True

"""Writing paper.docx: the template's fields filled by docxtpl, its marked places by the report's blocks."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from quarterday.reports.chart import Chart
from quarterday.reports.document import Block, Bullets, Commentary, Meta, Paragraph, Report, Ring
from quarterday.reports.files import whole_file
from quarterday.reports.paper.grid import PAGE, make_grid
from quarterday.reports.paper.native import add_chart
from quarterday.reports.paper.ring import add_ring
from quarterday.reports.paper.styles import add_missing_styles, bullet_of
from quarterday.reports.paper.template import FIELDS, PLACES, make_template
from quarterday.reports.table import DataTable

NARROWEST = PAGE - 0.3
"""Width between the margins, in centimetres, of which nobody need be told: Word's own margins on A4."""


class TemplateError(Exception):
    """The council's template cannot be used; the message says why."""


def write_paper(report: Report, path: Path, template: Path | None = None) -> Path:
    """Write the paper, into the council's own template where one is given; returns the file.

    Raises TemplateError where the template cannot be read or has no marked place.
    """
    document, _ = _filled(report.meta, template)
    blocks = {section.number: section.blocks for section in report.sections}
    blocks["summary"] = (Paragraph(report.summary),)
    blocks["definitions"] = (report.definitions,)
    body = _Body(document)
    for name, paragraph in _places(document, template):
        has_parts = any(other.startswith(f"{name}.") for other in blocks)
        body.put(paragraph, f"{name}.0" if has_parts else name, blocks.get(name, ()))
    document.core_properties.title = report.meta.title
    document.core_properties.language = "en-GB"
    document.core_properties.author = report.meta.report_of
    with whole_file(path) as aside:
        document.save(str(aside))
    return path


def check_template(meta: Meta, template: Path) -> list[str]:
    """Try a council's template before there is anything to put into it; what its author should know.

    Raises TemplateError where it cannot be read or has no marked place.
    """
    document, fields = _filled(meta, template)
    named = [name for name, _ in _places(document, template)]
    narrow = min((each.page_width - each.left_margin - each.right_margin) / Cm(1) for each in document.sections)
    said = {
        f"{narrow:.1f} cm lie between its margins; charts and tables are {PAGE} cm wide": narrow < NARROWEST,
        f"nobody fills its {_braced(fields - set(FIELDS))}; filled are {_braced(FIELDS)}": fields - set(FIELDS),
        f"it does not show {_braced(['marking'])}, which says who may read the paper": "marking" not in fields,
        f"the paper has no {_bracketed(set(named) - set(PLACES))}; it has {_bracketed(PLACES)}": set(named) - set(PLACES),
        f"it leaves out {_bracketed([name for name in PLACES if name not in named])}, so the paper does too": (
            set(PLACES) - set(named)
        ),
    }
    return [f"{template}: {words}." for words, holds in said.items() if holds]


def _braced(fields: Iterable[str]) -> str:
    return ", ".join(f"{{{{ {field} }}}}" for field in sorted(fields))


def _bracketed(places: Iterable[str]) -> str:
    return ", ".join(f"[[{place}]]" for place in places)


def _places(document: Any, template: Path | None) -> list[tuple[str, Any]]:
    """The marked places of a template, each with its paragraph."""
    marked = [
        (words[2:-2].strip(), paragraph)
        for paragraph in document.paragraphs
        for words in (paragraph.text.strip(),)
        if words.startswith("[[") and words.endswith("]]")
    ]
    if not marked:
        raise TemplateError(
            f"{template} has no marked place such as [[2.3]], alone in its paragraph and outside tables. Add them where the "
            "sections should stand."
        )
    return marked


def _filled(meta: Meta, template: Path | None) -> tuple[Any, set[str]]:
    """A template with its fields filled, as a document; and which fields it has."""
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
        nothing_runs = SandboxedEnvironment(autoescape=True)  # a template is a file that came from somewhere
        fields = set(filled.get_undeclared_template_variables(nothing_runs))
        filled.render({field: getattr(meta, field) for field in FIELDS}, nothing_runs)
        made = io.BytesIO()
        filled.save(made)
    except Exception as error:  # the template is the council's: whatever is wrong with it, say so
        raise TemplateError(f"{template} is not a Word template that can be filled ({type(error).__name__}).") from None
    made.seek(0)
    document = Document(made)
    add_missing_styles(document)
    return document, fields


class _Body:
    """Puts blocks at marked places, with paragraphs numbered within their section."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.charts = 0
        self.bullet = bullet_of(document)

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
                place.insert_paragraph_before(self.bullet + item, style="List Bullet")
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

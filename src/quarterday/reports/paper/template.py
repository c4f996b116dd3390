"""The paper's own Word template, made by code: styles, page, the head of a Committee report, and marked places."""

from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

PLACES = ("summary", "1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3", "definitions")
"""Marked places that a council may move, dress or leave out; `[[place]]` stands alone in its paragraph."""

FIELDS = ("committee", "date", "title", "report_of", "marking", "period", "authority", "notice")
"""What is filled in wherever `{{ field }}` stands."""

_HEADINGS = {
    "summary": ("SUMMARY", 1),
    "1": ("1. Service plan", 1),
    "2": ("2. Performance and quality", 1),
    "2.1": ("2.1 Contacts and referrals", 2),
    "2.2": ("2.2 Timely response", 2),
    "2.3": ("2.3 Children subject to child protection planning", 2),
    "2.4": ("2.4 Children in need", 2),
    "2.5": ("2.5 Looked-after children", 2),
    "2.6": ("2.6 Caseloads", 2),
    "3": ("3. Conclusion", 1),
    "definitions": ("Appendix: definitions", 1),
}


def make_template() -> Any:
    """The template as a document: docxtpl fills its `{{ fields }}`, the writer its `[[places]]`."""
    document = Document()
    _without_stale_parts(document)
    _styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    document.add_paragraph("Committee report", style="Title")
    document.add_paragraph("{{ notice }}", style="Normal").runs[0].bold = True
    _head(document)
    for place in PLACES:
        words, level = _HEADINGS[place]
        document.add_heading(words, level)
        document.add_paragraph(f"[[{place}]]")
    _page_number(section.footer.paragraphs[0])
    return document


def _head(document: Any) -> None:
    fields = (
        ("Committee", "committee"),
        ("Date", "date"),
        ("Title", "title"),
        ("Report of", "report_of"),
        ("Classification", "marking"),
    )
    table = document.add_table(rows=0, cols=2)
    table.style = document.styles["Table Grid"]
    for words, field in fields:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = words, f"{{{{ {field} }}}}"
        cells[0].paragraphs[0].runs[0].bold = True
        cells[0].width, cells[1].width = Cm(3.6), Cm(12.6)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(3.6), Cm(12.6)


def _styles(document: Any) -> None:
    for name, size, colour in (
        ("Normal", 12, "0B0C0C"),
        ("Title", 24, "12436D"),
        ("Heading 1", 16, "12436D"),
        ("Heading 2", 14, "12436D"),
        ("Caption", 11, "3D3D3D"),
        ("List Bullet", 12, "0B0C0C"),
        ("Quote", 12, "3D3D3D"),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), "Arial")
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(key), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    document.styles["Caption"].font.bold = False
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for known in properties.findall(qn("w:lang")):
        properties.remove(known)
    properties.append(language)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def _without_stale_parts(document: Any) -> None:
    """python-docx's own template carries parts that validators flag; they are let go."""
    part = document.part
    for key in [k for k, rel in part.rels.items() if rel.reltype.endswith(("customXml", "stylesWithEffects"))]:
        del part.rels[key]

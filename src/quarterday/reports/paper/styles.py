"""The styles that the paper is written in: a council's template may lack some, as Word keeps only those it has used."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from quarterday.reports.paper.template import make_template

STYLES = ("Normal", "List Bullet", "Quote", "Caption", "Table Grid")
BULLET = "• "

_ELSEWHERE = ("w:link", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed")
"""What a style says of other styles, which need not be in the document it is copied into."""


def add_missing_styles(document: Any) -> None:
    """Copy what a document lacks of the paper's styles from our own template; those it has stay as the council made them."""
    missing = [name for name in STYLES if name not in document.styles]
    if not missing:
        return
    ours = make_template().styles
    for name in missing:
        style = deepcopy(ours[name].element)
        for tag in _ELSEWHERE:
            for element in style.findall(qn(tag)):
                style.remove(element)
        for properties in style.findall(qn("w:pPr")):
            for numbering in properties.findall(qn("w:numPr")):  # its list is defined in our document, not in theirs
                properties.remove(numbering)
        document.styles.element.append(style)


def bullet_of(document: Any) -> str:
    """What begins an item of a list: nothing where the style itself draws a bullet."""
    properties = document.styles["List Bullet"].element.find(qn("w:pPr"))
    return "" if properties is not None and properties.find(qn("w:numPr")) is not None else BULLET

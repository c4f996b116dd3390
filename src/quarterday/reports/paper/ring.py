"""The framework's ring of activities as native, editable shapes inside the paper."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml

from quarterday.reports.document import Ring
from quarterday.reports.ring_layout import CORNER, INSET, Box, RingLayout, laid_out

_POINT = 12_700
_CM = 28.35
WIDTH, LEAST, MOST = 16.2 * _CM, 10.6 * _CM, 22 * _CM
"""Width of the drawing, and its heights: as tall as its words need, but within a page. In points."""
SIZES = (12, 11, 10, 9, 8)
"""Sizes of type, the best first: members asked for 12 points."""
_BLUE = "12436D"

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def add_ring(paragraph: Any, ring: Ring) -> None:
    """Draw the ring in a paragraph: an ellipse, a box an activity, and the framework's name in the middle."""
    layout = laid_out(ring, WIDTH, LEAST, MOST, SIZES)
    boxes = [_box(place, ring, layout) for place in range(len(ring.activities))]
    group = "".join([_loop(layout), *boxes, _centre(ring, layout)])
    frame = _offset(0, 0, layout.width, layout.height)
    inner = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    drawing = (
        f'<mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_emu(layout.width)}" cy="{_emu(layout.height)}"/>'
        f'<wp:docPr id="900" name="Quality framework" descr={quoteattr(ring.alt)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}{inner}"
        f"</a:xfrm></wpg:grpSpPr>{group}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{escape(ring.alt)}</w:t></mc:Fallback></mc:AlternateContent>"
    )
    paragraph.add_run()._r.append(parse_xml(drawing))


def _loop(layout: RingLayout) -> str:
    left, top = min(box.x for box in layout.boxes), max(box.height for box in layout.boxes) / 2
    place = _offset(left, top, layout.width - 2 * left, layout.height - 2 * top)
    return _shape(1, "ellipse", place, f"<a:noFill/>{_stroke(38100)}", "")


def _box(place: int, ring: Ring, layout: RingLayout) -> str:
    (name, said), box = ring.activities[place], layout.boxes[place]
    look = f'<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>{_stroke(19050)}'
    words = _line(f"{place + 1} {name}", layout.size, bold=True) + _line(said, layout.size)
    return _shape(place + 2, "roundRect", _around(box), look, words)


def _around(box: Box) -> str:
    return _offset(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def _stroke(width: int) -> str:
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="{_BLUE}"/></a:solidFill></a:ln>'


def _centre(ring: Ring, layout: RingLayout) -> str:
    place = _around(Box(layout.width / 2, layout.height / 2, 5.2 * _CM, 1.6 * _CM))
    return _shape(99, "rect", place, "<a:noFill/><a:ln><a:noFill/></a:ln>", _line(ring.centre, 15, bold=True))


def _shape(number: int, form: str, place: str, look: str, words: str) -> str:
    round_corners = f'<a:gd name="adj" fmla="val {CORNER * 100_000:.0f}"/>' if form == "roundRect" else ""
    inset = _emu(INSET)
    text = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm>{place}</a:xfrm><a:prstGeom prst="{form}"><a:avLst>{round_corners}</a:avLst></a:prstGeom>{look}'
        "</wps:spPr>"
        f'{text}<wps:bodyPr lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" anchor="ctr"/></wps:wsp>'
    )


def _line(words: str, size: float, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    colour = _BLUE if bold else "0B0C0C"
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>{weight}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{size * 2:.0f}"/></w:rPr><w:t>{escape(words)}</w:t></w:r></w:p>'
    )


def _offset(x: float, y: float, width: float, height: float) -> str:
    return f'<a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/>'


def _emu(points: float) -> int:
    return round(points * _POINT)

"""The framework's ring of activities as native, editable shapes inside the paper."""

import math
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml

from quarterday.reports.document import Ring

_CM = 360_000
WIDTH, HEIGHT = 16.2, 10.6
"""Size of the drawing, in centimetres."""
_BOX_WIDTH, _BOX_HEIGHT = 3.6, 1.5
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
    group = "".join([_loop(), *(_box(place, ring) for place in range(len(ring.activities))), _centre(ring)])
    frame = _offset(0, 0, WIDTH, HEIGHT)
    inner = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    drawing = (
        f'<mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_emu(WIDTH)}" cy="{_emu(HEIGHT)}"/>'
        f'<wp:docPr id="900" name="Quality framework" descr={quoteattr(ring.alt)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}{inner}"
        f"</a:xfrm></wpg:grpSpPr>{group}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{escape(ring.alt)}</w:t></mc:Fallback></mc:AlternateContent>"
    )
    paragraph.add_run()._r.append(parse_xml(drawing))


def _loop() -> str:
    margin_x, margin_y = _BOX_WIDTH / 2, _BOX_HEIGHT / 2
    place = _offset(margin_x, margin_y, WIDTH - 2 * margin_x, HEIGHT - 2 * margin_y)
    return _shape(1, "ellipse", place, f"<a:noFill/>{_stroke(38100)}", "")


def _box(place: int, ring: Ring) -> str:
    name, said = ring.activities[place]
    angle = 2 * math.pi * (place + 0.5) / len(ring.activities) - math.pi / 2
    x = WIDTH / 2 + (WIDTH - _BOX_WIDTH) / 2 * math.cos(angle)
    y = HEIGHT / 2 + (HEIGHT - _BOX_HEIGHT) / 2 * math.sin(angle)
    frame = _offset(x - _BOX_WIDTH / 2, y - _BOX_HEIGHT / 2, _BOX_WIDTH, _BOX_HEIGHT)
    look = f'<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>{_stroke(19050)}'
    words = _line(f"{place + 1} {name}", 18, bold=True) + _line(said, 18)
    return _shape(place + 2, "roundRect", frame, look, words)


def _stroke(width: int) -> str:
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="{_BLUE}"/></a:solidFill></a:ln>'


def _centre(ring: Ring) -> str:
    place = _offset(WIDTH / 2 - 2.6, HEIGHT / 2 - 0.8, 5.2, 1.6)
    return _shape(99, "rect", place, "<a:noFill/><a:ln><a:noFill/></a:ln>", _line(ring.centre, 30, bold=True))


def _shape(number: int, form: str, place: str, look: str, words: str) -> str:
    text = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm>{place}</a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
        f'{text}<wps:bodyPr lIns="36000" tIns="18000" rIns="36000" bIns="18000" anchor="ctr"/></wps:wsp>'
    )


def _line(words: str, half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    colour = _BLUE if bold else "0B0C0C"
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>{weight}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{half_points}"/></w:rPr><w:t>{escape(words)}</w:t></w:r></w:p>'
    )


def _offset(x: float, y: float, width: float, height: float) -> str:
    return f'<a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/>'


def _emu(centimetres: float) -> int:
    return round(centimetres * _CM)

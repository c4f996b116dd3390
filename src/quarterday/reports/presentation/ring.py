"""The framework's ring of activities as native shapes."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from quarterday.reports.document import Ring
from quarterday.reports.native_chart import describe
from quarterday.reports.ring_layout import CORNER, INSET, Box, laid_out

BLUE = RGBColor(0x12, 0x43, 0x6D)
INK = RGBColor(0x0B, 0x0C, 0x0C)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_INCH = 72
LEFT, TOP, WIDTH, ROOM = 0.3 * _INCH, 1.72 * _INCH, 12.7 * _INCH, 5.2 * _INCH
"""The part of the slide that the ring takes, in points: between the sentence and the foot."""
SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8)
"""Sizes of type, the best first: slides are read from afar."""


def add_ring(slide: Any, ring: Ring) -> None:
    """Draw the ring: an ellipse of boxes around its centre."""
    layout = laid_out(ring, WIDTH, ROOM, ROOM, SIZES)
    left, top = min(box.x for box in layout.boxes), max(box.height for box in layout.boxes) / 2
    middle = Box(WIDTH / 2, layout.height / 2, WIDTH - 2 * left, layout.height - 2 * top)
    loop = _shape(slide, MSO_SHAPE.OVAL, middle)
    loop.fill.background()
    loop.line.color.rgb, loop.line.width = BLUE, Pt(3)
    describe(loop, ring.alt)
    centre = _shape(slide, MSO_SHAPE.RECTANGLE, Box(middle.x, middle.y, 4.4 * _INCH, 0.85 * _INCH))
    centre.fill.background()
    centre.line.fill.background()
    _write(centre, (ring.centre,), 20)
    for place, (name, said) in enumerate(ring.activities):
        box = _shape(slide, MSO_SHAPE.ROUNDED_RECTANGLE, layout.boxes[place])
        box.adjustments[0] = CORNER
        box.fill.solid()
        box.fill.fore_color.rgb, box.line.color.rgb = WHITE, BLUE
        _write(box, (f"{place + 1} {name}", said), layout.size)


def _shape(slide: Any, form: Any, box: Box) -> Any:
    left, top = LEFT + box.x - box.width / 2, TOP + box.y - box.height / 2
    shape = slide.shapes.add_shape(form, Pt(left), Pt(top), Pt(box.width), Pt(box.height))
    shape.shadow.inherit = False
    return shape


def _write(shape: Any, lines: tuple[str, ...], size: float) -> None:
    """Put lines into a shape, the first of them bold."""
    describe(shape, ". ".join(lines))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(INSET)
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.size, run.font.name, run.font.bold = Pt(size), "Arial", place == 0
            run.font.color.rgb = BLUE if place == 0 else INK

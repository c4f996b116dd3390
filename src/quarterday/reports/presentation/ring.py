"""The framework's ring of activities as native shapes."""

import math
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from quarterday.reports.document import Ring
from quarterday.reports.native_chart import describe

BLUE = RGBColor(0x12, 0x43, 0x6D)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)


def add_ring(
    slide: Any, ring: Ring, *, middle: tuple[float, float] = (6.66, 4.35), radii: tuple[float, float] = (4.6, 2.05)
) -> None:
    """Draw the ring: an ellipse of boxes around its centre."""
    x, y = middle
    loop = slide.shapes.add_shape(
        MSO_SHAPE.OVAL, Inches(x - radii[0]), Inches(y - radii[1]), Inches(radii[0] * 2), Inches(radii[1] * 2)
    )
    loop.fill.background()
    loop.line.color.rgb, loop.line.width = BLUE, Pt(3)
    describe(loop, ring.alt)
    _box(slide, ring.centre, "", x, y, width=4.4, filled=False)
    for place, (name, said) in enumerate(ring.activities):
        angle = 2 * math.pi * place / len(ring.activities) - math.pi / 2
        _box(slide, f"{place + 1} {name}", said, x + radii[0] * math.cos(angle), y + radii[1] * math.sin(angle))


def _box(slide: Any, name: str, said: str, x: float, y: float, *, width: float = 2.5, filled: bool = True) -> None:
    height = 0.85
    shape = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Inches(x - width / 2), Inches(y - height / 2), Inches(width), Inches(height)
    )
    shape.fill.solid() if filled else shape.fill.background()
    if filled:
        shape.fill.fore_color.rgb = WHITE
    shape.line.color.rgb = BLUE
    if not filled:
        shape.line.fill.background()
    describe(shape, f"{name}. {said}".strip())
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Emu(40_000)
    for place, line in enumerate(part for part in (name, said) if part):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.size, run.font.name, run.font.bold = Pt(13 if filled else 20), "Arial", place == 0
            run.font.color.rgb = BLUE if place == 0 else RGBColor(0x0B, 0x0C, 0x0C)

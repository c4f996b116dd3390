"""The framework's ring: whatever the records say of an activity, its box holds the words and covers no other box."""

import io
import re
from datetime import date
from itertools import combinations

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu

from quarterday.indicators import Result
from quarterday.reports.document import Ring
from quarterday.reports.figure import Figure
from quarterday.reports.paper import ring as paper_ring
from quarterday.reports.presentation import ring as slide_ring
from quarterday.reports.ring_layout import laid_out, lines_of
from quarterday.reports.story.framework import ACTIVITIES
from quarterday.reports.story.framework import ring as framework_ring
from quarterday.sections import BY_CODE

USUAL = tuple((name, said.format(now="100.0 %")) for name, _, said in ACTIVITIES)
LONG = "68.2 % not foreseeable, as the reviewing officers said of every one of the plans that they looked at"
ARIAL_BOLD = {
    "foreseeable": 5.558,
    "Legal planning at 18 months": 14.17,
    "100.0 % threshold agreed": 12.84,
    "mmm WWW": 5.777,
}
"""Widths in bold Arial for each point of its size, from the type's published metrics."""


def ring(activities: tuple[tuple[str, str], ...]) -> Ring:
    return Ring("The quality framework", "Quality Matters", activities, "A ring of activities.")


def with_long_words(*places: int) -> Ring:
    return ring(tuple((name, LONG if place in places else said) for place, (name, said) in enumerate(USUAL)))


@pytest.mark.parametrize("words", ARIAL_BOLD)
def test_words_are_never_taken_as_narrower_than_arial_sets_them(words: str) -> None:
    assert lines_of(words, 10, ARIAL_BOLD[words] * 10) > 1
    assert lines_of(words, 10, ARIAL_BOLD[words] * 10 * 1.25) == 1


def test_a_word_longer_than_a_line_is_broken_over_several() -> None:
    assert lines_of("n" * 100, 10, 100) >= 6  # a bold n is 6.11 points wide at 10 points


words = st.text(alphabet="abcdefgh WM%é", min_size=1, max_size=160)


@given(st.lists(st.tuples(words, words), min_size=3, max_size=12))
def test_no_box_covers_another_or_leaves_the_drawing(activities: list[tuple[str, str]]) -> None:
    layout = laid_out(ring(tuple(activities)), 459, 300, 620, (12, 10, 8))

    for box in layout.boxes:
        assert box.width / 2 - 0.01 <= box.x <= layout.width - box.width / 2 + 0.01
        assert box.height / 2 - 0.01 <= box.y <= layout.height - box.height / 2 + 0.01
    for one, other in combinations(layout.boxes, 2):
        beside = abs(one.x - other.x) >= (one.width + other.width) / 2
        above = abs(one.y - other.y) >= (one.height + other.height) / 2
        assert beside or above


def test_a_box_grows_with_its_words_and_the_others_stay() -> None:
    usual = laid_out(ring(USUAL), 459, 300, 2000, (12,))
    grown = laid_out(with_long_words(5), 459, 300, 2000, (12,))

    assert grown.boxes[5].height > 2 * usual.boxes[5].height
    assert [box.height for box in grown.boxes[:5]] == [box.height for box in usual.boxes[:5]]


def test_type_is_made_smaller_only_where_the_ring_would_not_fit_its_page() -> None:
    assert laid_out(ring(USUAL), paper_ring.WIDTH, paper_ring.LEAST, paper_ring.MOST, paper_ring.SIZES).size == 12
    long = laid_out(with_long_words(*range(10)), paper_ring.WIDTH, paper_ring.LEAST, paper_ring.MOST, paper_ring.SIZES)

    assert long.size < 12
    assert long.height <= paper_ring.MOST


def test_the_papers_boxes_are_drawn_as_tall_as_laid_out() -> None:
    document, asked = Document(), with_long_words(1, 5)
    paper_ring.add_ring(document.add_paragraph(), asked)
    written = io.BytesIO()
    document.save(written)

    drawn = re.findall(r'prst="roundRect"', document.element.xml)
    heights = re.findall(r'<a:ext cx="\d+" cy="(\d+)"/>\s*</a:xfrm>\s*<a:prstGeom prst="roundRect"', document.element.xml)
    layout = laid_out(asked, paper_ring.WIDTH, paper_ring.LEAST, paper_ring.MOST, paper_ring.SIZES)
    assert len(drawn) == 10
    assert [int(height) for height in heights] == [round(box.height * 12_700) for box in layout.boxes]


def test_the_slides_ring_stays_between_its_sentence_and_its_foot() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide_ring.add_ring(slide, with_long_words(1, 5))

    boxes = [shape for shape in slide.shapes if shape.has_text_frame and LONG in shape.text_frame.text]
    assert len(boxes) == 2
    drawn = [shape for shape in slide.shapes if shape.shape_type is not None and not shape.is_placeholder]
    assert min(shape.top for shape in drawn) >= Emu(int(slide_ring.TOP * 12_700)) - 1
    assert max(shape.top + shape.height for shape in drawn) <= Emu(int((slide_ring.TOP + slide_ring.ROOM) * 12_700)) + 2


class _Bare:
    """A book whose every figure has one status and no value."""

    def __init__(self, status: str) -> None:
        self._status = status

    def at(self, code: str) -> Figure:
        indicator, day = BY_CODE[code], date(2021, 9, 30)
        result = Result(code, "", "snapshot", day, day, "all", "all", None, None, None, self._status, indicator.unit)
        return Figure(indicator, result)


@pytest.mark.parametrize(("status", "said"), [("x", "not known"), ("z", "none to judge"), ("c", "not shown")])
def test_a_box_whose_figure_has_no_value_says_so_in_words(status: str, said: str) -> None:
    drawn = framework_ring(_Bare(status))  # type: ignore[arg-type]
    assert {words for _, words in drawn.activities} == {said}
    assert f"[{status}]" not in drawn.alt

"""Bindings are found in their line and sentence; braces that do not match are told by line."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.reports.claims.places import bound_in
from quarterday.reports.claims.problems import ClaimsError
from quarterday.reports.commentary import LARGEST, CommentaryError, Words, read_words

BINDING = "{{CPP-01 at 2021-09-30}}"


def words(text: str, first_line: int = 1) -> Words:
    return Words("2.3", tuple(enumerate(text.split("\n"), start=first_line)))


def sentence(text: str, number: int = 0) -> str:
    start, end = bound_in(words(text), "c.md")[number].sentence
    return text[start:end]


def test_the_line_is_that_of_the_file_and_the_sentence_ends_at_its_full_stop() -> None:
    text = f"First. At the end {BINDING} children\nwere on a plan, 4.5 a week. Then {{{{REF-01 in 2021-22-Q2}}}} came."
    found = bound_in(words(text, first_line=7), "c.md")

    assert [each.line for each in found] == [7, 8]
    assert sentence(text) == f"At the end {BINDING} children\nwere on a plan, 4.5 a week."
    assert sentence(text, 1) == "Then {{REF-01 in 2021-22-Q2}} came."


def test_full_stops_inside_a_quotation_do_not_end_the_sentence() -> None:
    text = 'Ofsted wrote {{quote x | "Plans are good. Visits are made."}} in July. And so on.'

    assert sentence(text) == 'Ofsted wrote {{quote x | "Plans are good. Visits are made."}} in July.'


def test_a_paragraph_ends_a_sentence_without_a_full_stop() -> None:
    assert sentence(f"A heading\n\n{BINDING} children") == f"{BINDING} children"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\ntwo {{CPP-01 at 2021-09-30", "Line 2 of c.md: {{CPP-01 at 2021-09-30 is not closed"),
        ("{{CPP-01 {{REF-01}} at}}", "Line 1 of c.md: {{CPP-01 {{REF-01}} at}} has braces that do not match"),
        ("fine\n\nCPP-01 }} here", "Line 3 of c.md: }} here has braces that do not match"),
        ("{{CPP-01 on Monday}}", "Line 1 of c.md: {{CPP-01 on Monday}} cannot be understood"),
        ("{{}}", "Line 1 of c.md: {{}} cannot be understood: it is empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ClaimsError) as error:
        bound_in(words(text), "c.md")

    assert str(error.value).startswith(said)


@given(st.lists(st.sampled_from(["{{", "}}", "{", "}", "CPP-01 at 2021-09-30", '"', "|", "\n", ". A", "x"]), max_size=30))
def test_any_braces_are_bound_or_refused(parts: list[str]) -> None:
    text = "".join(parts)
    try:
        found = bound_in(words(text), "c.md")
    except ClaimsError:
        return
    assert all(text[each.start : each.end].startswith("{{") for each in found)
    assert all(each.sentence[0] <= each.start < each.end <= each.sentence[1] for each in found)


def steps_to_bind(count: int) -> int:
    """Lines of our own code, and elements that it looks at, until so many bindings of one section are found."""
    section = words("\n".join(f"In that week {BINDING} children. More." for _ in range(count)))
    steps = 0

    def step(frame: FrameType, event: str, _: object) -> Callable[..., Any]:
        nonlocal steps
        steps += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        found = bound_in(section, "c.md")
    finally:
        sys.settrace(before)
    assert len(found) == count
    return steps


def test_four_times_as_many_bindings_take_about_four_times_as_many_steps() -> None:
    """The work grows with the commentary's length, not with its square."""
    few, many = steps_to_bind(100), steps_to_bind(400)

    assert many < 5 * few


def test_the_text_of_a_section_is_put_together_once_however_many_bindings_it_has() -> None:
    """Building it again for each binding is work that no count of steps shows."""
    section = words("\n".join(f"In that week {BINDING} children. More." for _ in range(50)))
    bound_in(section, "c.md")

    assert section.text is section.text
    assert section._starts is section._starts


def test_a_section_begun_twice_keeps_the_lines_of_both(tmp_path: Path) -> None:
    path = tmp_path / "c.md"
    path.write_text("# 2.3\nfirst\n# 2.4\nother\n# 2.3\n\nsecond\n", encoding="utf-8")

    assert read_words(path)["2.3"].lines == ((2, "first"), (6, ""), (7, "second"), (8, ""))
    assert {name: found.text.strip() for name, found in read_words(path).items()} == {
        "2.3": "first\n\nsecond",
        "2.4": "other",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# 2.3\n" + b"a" * LARGEST, "is larger than 1,000,000 bytes"),
        (b"# 2.3\na\x00b", "Line 2 of"),
        (b"# 2.3\n\xff\xfe", "is not text in UTF-8"),
        (b"words\n# 2.3", "Line 1 of"),
        (b"# 2.9\nwords", "has a section 2.9"),
    ],
)
def test_a_file_that_is_no_commentary_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "c.md"
    path.write_bytes(content)

    with pytest.raises(CommentaryError, match=said):
        read_words(path)

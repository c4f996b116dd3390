"""A council's own template: tried before anything is computed; what is odd about it is said, and nothing in it is run."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm

from quarterday.reports.document import Meta
from quarterday.reports.paper import TemplateError, check_template
from quarterday.reports.paper.template import FIELDS, PLACES, make_template
from support.command_line import quarterday
from support.plain_words import message_of

META = Meta("Scrutiny", "3 May", "Quarter & <two>", "The Director", "Ours", "Quarter 2", "public", "OFFICIAL", made_up=False)
DOCS = Path(__file__).resolve().parents[2] / "docs" / "paper.md"


def template(path: Path, *paragraphs: str, margins: float = 2.4) -> Path:
    document = Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(21), Cm(margins), Cm(margins)
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(path))
    return path


EVERY = ("{{ marking }}", *(f"[[{place}]]" for place in PLACES))


def test_our_own_template_leaves_nothing_to_say(tmp_path: Path) -> None:
    make_template().save(str(tmp_path / "ours.docx"))
    assert check_template(META, tmp_path / "ours.docx") == []
    assert check_template(META, template(tmp_path / "theirs.docx", *EVERY)) == []


@pytest.mark.parametrize(
    ("paragraphs", "margins", "says"),
    [
        ((*EVERY, "{{ titel }}"), 2.4, "nobody fills its {{ titel }}"),
        ((*EVERY, " [[2.7]] "), 2.4, "the paper has no [[2.7]]; it has [[summary]], [[1]]"),
        (EVERY[:-1], 2.4, "it leaves out [[definitions]], so the paper does too"),
        (EVERY[1:], 2.4, "it does not show {{ marking }}"),
        (EVERY, 2.54, ""),  # as Word gives them
        (EVERY, 2.6, "15.8 cm lie between its margins"),
    ],
)
def test_what_is_odd_about_a_template_is_said(
    tmp_path: Path, paragraphs: tuple[str, ...], margins: float, says: str
) -> None:
    notices = check_template(META, template(tmp_path / "theirs.docx", *paragraphs, margins=margins))
    assert len(notices) == bool(says)
    assert all("theirs.docx" in notice and says in notice for notice in notices)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"not a document", "is not a Word template that can be filled (BadZipFile)"),
        (("{{ title }}",), "has no marked place such as [[2.3]]"),
        ((*EVERY, "here: [[2.3]]", "{{ title"), "is not a Word template that can be filled"),
        ((*EVERY, "{{ title.__class__.__mro__[1].__subclasses__() }}"), "(SecurityError)"),
        ((*EVERY, "{{ title.__init__.__globals__ }}"), "(SecurityError)"),
    ],
)
def test_what_cannot_be_filled_is_refused(tmp_path: Path, content: bytes | tuple[str, ...] | None, says: str) -> None:
    path = tmp_path / "theirs.docx"
    if isinstance(content, tuple):
        template(path, *content)
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(TemplateError, match=re.escape(says)):
        check_template(META, path)


def test_the_page_names_every_field_and_place() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert set(re.findall(r"\{\{ (\w+) \}\}", page)) == set(FIELDS)
    assert re.findall(r"^\| `\[\[([\w.]+)\]\]` \|", page, re.MULTILINE) == list(PLACES)


def test_the_command_writes_it_once_and_the_report_takes_it(tmp_path: Path) -> None:
    ours = tmp_path / "new" / "our-paper.docx"
    said = quarterday("template", ours)
    assert said.code == 0
    assert str(ours) in said.out
    assert check_template(META, ours) == []
    before = ours.read_bytes()
    assert "nothing is overwritten" in message_of(quarterday("template", ours), 2)
    assert "our-paper.docx" in message_of(quarterday("template", tmp_path / "paper.txt"), 2)
    assert ours.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["new"]

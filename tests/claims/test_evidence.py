"""A quotation holds word for word, whatever marks and spaces it is typed with."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.reports.claims.evidence import Passage, read_evidence
from quarterday.reports.claims.problems import EvidenceError

TEXT = """Plans are detailed, with thorough   exploration of
“family histories”. There is good consideration of children's needs – and abilities. Reviews are held."""


def passage(dated: date = date(2021, 7, 14)) -> Passage:
    return Passage("ofsted-2021-07", TEXT, "Ofsted focused visit", dated, "2")


@pytest.mark.parametrize(
    "words",
    [
        'detailed, with thorough exploration of "family histories"',
        "Detailed, with thorough exploration",  # the first letter may begin a sentence
        "children’s needs - and abilities",  # typed with other marks
        "thorough exploration.",  # the quoting sentence's own full stop
        "Plans are detailed … good consideration of children's needs",
        "Plans are detailed [...] Reviews are held",
    ],
)
def test_the_same_words_hold(words: str) -> None:
    assert passage().has(words)


@pytest.mark.parametrize(
    "words",
    [
        "detailed, with exploration",  # a word left out without saying so
        "detailed with thorough exploration",  # a comma left out
        "very detailed",
        "detail",  # the beginning of a word is another word
        "Good consideration … Plans are detailed",  # not in this order
        "thorough Exploration",
        "…",
        "",
    ],
)
def test_other_words_do_not(words: str) -> None:
    assert not passage().has(words)


@given(st.integers(0, 15), st.integers(1, 15))
def test_every_run_of_words_of_the_text_holds(first: int, count: int) -> None:
    run = TEXT.split()[first : first + count]

    assert passage().has(" ".join(run))


def test_evidence_is_old_after_twelve_months_and_not_before() -> None:
    quoted = passage(date(2020, 9, 30))

    assert not quoted.old_at(date(2021, 9, 30))
    assert quoted.old_at(date(2021, 10, 1))
    assert not quoted.old_at(date(2020, 1, 1))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "evidence.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_register_is_a_table_a_passage(tmp_path: Path) -> None:
    path = written(tmp_path, '[ofsted]\ntext = "Good."\nsource = "Ofsted"\ndate = 2021-07-14\npage = 3\n')

    assert read_evidence(path)["ofsted"].reference == "Ofsted, 2021-07-14, page 3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ofsted", "is not TOML"),
        ('ofsted = "Good."', "'ofsted' in .* is no passage"),
        ('[ofsted]\nsource = "Ofsted"\ndate = 2021-07-14', "has no text"),
        ('[ofsted]\ntext = ""\nsource = "Ofsted"\ndate = 2021-07-14', "has no text"),
        ('[ofsted]\ntext = "a"\nsource = "Ofsted"\ndate = "July"', "is no date. Write it bare"),
        ('[ofsted]\ntext = "a"\nsource = "Ofsted"\ndate = 2021-07-14T10:00:00', "is no date"),
        ('[ofsted]\ntext = "a"\nsource = "Ofsted"\ndate = 2021-07-14\npages = 2', "has 'pages', which means nothing"),
    ],
)
def test_a_register_that_lacks_something_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(EvidenceError, match=said):
        read_evidence(written(tmp_path, text))


def test_a_register_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="cannot be read"):
        read_evidence(tmp_path / "none.toml")

"""The access log is a chain: lines are added, never changed; and pseudonyms keep their key."""

import json
import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quarterday.submissions import DamagedLogError, StoreError
from quarterday.submissions.access_log import AccessLog
from quarterday.submissions.pseudonyms import pseudonym, pseudonym_key

WHEN = datetime(2021, 9, 30, 9, 0, tzinfo=UTC)


def view(log: AccessLog, why: str = "an audit") -> None:
    log.append(when=WHEN, what="children CPP-08", why=why, rows=3, authority="E06000046")


@pytest.fixture
def log(tmp_path: Path) -> AccessLog:
    """A log of three views."""
    log = AccessLog(tmp_path)
    for why in ("an audit", "a complaint", "naïve – 'quoted'\nand on two lines"):
        view(log, why)
    return log


def lines(log: AccessLog) -> list[str]:
    return log.path.read_text(encoding="utf-8").splitlines(keepends=True)


def test_a_log_that_was_only_added_to_is_whole(log: AccessLog) -> None:
    assert log.first_broken_line() is None
    entries = [json.loads(line) for line in lines(log)]
    assert [entry["why"] for entry in entries][:2] == ["an audit", "a complaint"]
    assert entries[0]["before"] == "0" * 64
    assert [entry["before"] for entry in entries[1:]] == [entry["hash"] for entry in entries[:-1]]
    assert all((entry["what"], entry["rows"]) == ("children CPP-08", 3) for entry in entries)


def test_a_store_without_views_has_a_whole_log(tmp_path: Path) -> None:
    assert AccessLog(tmp_path).first_broken_line() is None
    assert list(tmp_path.iterdir()) == []


def test_a_view_is_logged_with_who_saw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "reviewer")
    log = AccessLog(tmp_path)
    view(log)
    assert json.loads(lines(log)[0])["who"] == "reviewer"


TAMPERING = {
    "a changed reason": (lambda text: [text[0], text[1].replace("complaint", "holiday"), text[2]], 2),
    "a changed count": (lambda text: [text[0].replace('"rows": 3', '"rows": 1'), *text[1:]], 1),
    "a line taken out": (lambda text: [text[0], text[2]], 2),
    "the first line taken out": (lambda text: text[1:], 1),
    "the last line taken out": (lambda text: text[:2], 3),
    "two lines exchanged": (lambda text: [text[1], text[0], text[2]], 1),
    "a line repeated": (lambda text: [text[0], text[0], text[1], text[2]], 2),
    "an empty line": (lambda text: [text[0], "\n", *text[1:]], 2),
    "a line that is no JSON": (lambda text: [*text, "rubbish\n"], 4),
    "a line that is no entry": (lambda text: [*text, "3\n"], 4),
    "a line torn off": (lambda text: [text[0], text[1], text[2][:20]], 3),
    "the last line's end torn off": (lambda text: [text[0], text[1], text[2].rstrip("\n")], 3),
    "everything": (lambda text: [], 1),
}


@pytest.mark.parametrize(("change", "line"), TAMPERING.values(), ids=TAMPERING)
def test_a_change_is_noticed_at_its_line_and_nothing_more_is_shown(log: AccessLog, change, line: int) -> None:
    log.path.write_text("".join(change(lines(log))), encoding="utf-8")
    assert log.first_broken_line() == line
    with pytest.raises(DamagedLogError, match=f"line {line}"):
        view(log)


def test_a_log_taken_away_is_noticed(log: AccessLog) -> None:
    log.path.unlink()
    assert log.first_broken_line() == 1


@pytest.mark.parametrize(
    "text", [None, "", "{}", '{"lines": 2, "hash": "0"}', '{"lines": 0, "hash": ""}', '{"lines": 9, "hash": "0"}']
)
def test_an_end_that_was_changed_is_noticed(log: AccessLog, text: str | None) -> None:
    if text is None:
        log.end_path.unlink()
    else:
        log.end_path.write_text(text)
    assert log.first_broken_line() is not None


def test_a_kill_between_the_line_and_its_end_is_no_tampering(log: AccessLog) -> None:
    before = log.end_path.read_text()
    view(log)
    log.end_path.write_text(before)
    assert log.first_broken_line() is None
    view(log)
    assert log.first_broken_line() is None
    assert len(lines(log)) == 5


def test_a_kill_within_the_very_first_view_is_no_tampering(tmp_path: Path) -> None:
    log = AccessLog(tmp_path)
    view(log)
    log.end_path.unlink()
    assert log.first_broken_line() is None


def test_several_at_once_make_one_chain(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        pool.map(_view_five_times, [tmp_path] * 3)
    log = AccessLog(tmp_path)
    assert log.first_broken_line() is None
    assert len(lines(log)) == 15


def _view_five_times(folder: Path) -> None:
    for _ in range(5):
        view(AccessLog(folder))


def test_a_record_keeps_its_pseudonym_in_a_store_and_has_another_elsewhere(tmp_path: Path) -> None:
    here, there = pseudonym_key(tmp_path / "here"), pseudonym_key(tmp_path / "there")
    assert pseudonym("Ana", here) == pseudonym("Ana", pseudonym_key(tmp_path / "here"))
    assert len({pseudonym("Ana", here), pseudonym("Ben", here), pseudonym("Ana", there)}) == 3
    assert "Ana" not in pseudonym("Ana", here)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions elsewhere")
def test_the_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    pseudonym_key(tmp_path)
    assert (tmp_path / "pseudonym.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "abc", "00" * 31, "Zoë" * 30])
def test_a_damaged_key_is_refused_rather_than_used(tmp_path: Path, text: str) -> None:
    (tmp_path / "pseudonym.key").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=r"pseudonym\.key"):
        pseudonym_key(tmp_path)


def test_first_uses_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        keys = pool.map(pseudonym_key, [tmp_path] * 12)
    assert len(set(keys)) == 1

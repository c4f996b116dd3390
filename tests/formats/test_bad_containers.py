"""Folders, zips and paths of every bad kind: one clear message, and nothing opened that would harm (promise 6)."""

import errno
import os
import random
import zipfile
from pathlib import Path

import pytest

from quarterday.formats import containers, read_source
from support.bad_input import CODE, MARKER, PERSON, read_or_refused, refusal


def zipped(path: Path, *members: tuple[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


GOOD = f"{PERSON}1,2010-01-01,F\n"


@pytest.mark.parametrize("name", ["../ssd_person.csv", "/ssd_person.csv", "a/../../ssd_person.csv", "..\\ssd_person.csv"])
def test_a_zip_that_would_unpack_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert "outside its folder" in refusal(zipped(tmp_path / "x.zip", (name, GOOD)))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "x.zip", *[(f"ssd_person{n}.csv", b"0" * 20_000_000) for n in range(3)])
    assert "would unpack to 60,000,000 bytes" in refusal(bomb)


def test_a_zip_of_countless_files_is_refused(tmp_path: Path) -> None:
    many = zipped(tmp_path / "x.zip", *[(f"{n}.csv", "") for n in range(containers.MOST_FILES + 1)])
    assert "2,001 files" in refusal(many)


def test_a_folder_of_countless_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.csv").write_text("")
    assert "4 files" in refusal(tmp_path)


def test_a_source_larger_than_any_extract_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST_BYTES", 1000)
    (tmp_path / "ssd_person.csv").write_bytes(b"x" * 1001)
    for path in (tmp_path, tmp_path / "ssd_person.csv"):
        assert "1,001 bytes" in refusal(path)


def test_a_damaged_zip_is_refused_wherever_it_is_damaged(tmp_path: Path) -> None:
    lines = "".join(f"{number},2010-01-01,F\n" for number in range(3000))
    whole = zipped(tmp_path / "whole.zip", ("ssd_person.csv", PERSON + lines)).read_bytes()
    chance = random.Random(1)
    path = tmp_path / "x.zip"
    for place in [*range(60), *(chance.randrange(len(whole)) for _ in range(60)), *range(len(whole) - 60, len(whole))]:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
        read_or_refused(path)
    for share in (0.1, 0.5, 0.9, 0.999):
        path.write_bytes(whole[: int(len(whole) * share)])
        refusal(path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_of_rarer_packing_is_read_or_refused(tmp_path: Path, packing: int) -> None:
    path = zipped(tmp_path / "x.zip", ("ssd_person.csv", GOOD * 50), packing=packing)
    assert read_source(path, CODE).records["children"]["child_id"][0].as_py() == "1"
    data = bytearray(path.read_bytes())
    data[60:80] = b"\xff" * 20
    path.write_bytes(data)
    refusal(path)


@pytest.mark.parametrize("data", [b"", PERSON.encode(), b"PK\x03\x04 and no more"])
def test_a_file_named_as_a_zip_that_is_none_is_called_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert "damaged" in refusal(tmp_path / "x.zip")


def test_a_folder_or_zip_without_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder" / "within").mkdir(parents=True)
    assert "holds no files" in refusal(tmp_path / "folder")
    assert "holds no files" in refusal(zipped(tmp_path / "x.zip"))


def test_loops_of_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be read" in refusal(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "ssd_person.csv").symlink_to(tmp_path / "folder" / "ssd_person.csv")
    (tmp_path / "folder" / "again").symlink_to(tmp_path / "folder")
    assert "holds no files" in refusal(tmp_path / "folder")


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ssd_person.csv").write_text(GOOD)

    def refused(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    for path in (tmp_path, tmp_path / "ssd_person.csv"):
        assert "Permission denied" in refusal(path)


def test_names_in_other_scripts_or_no_script_are_read(tmp_path: Path) -> None:
    for name in ("Zoë Łódź 日本", os.fsdecode(b"no \xff text")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "ssd_person.csv").write_text(GOOD)
        (folder / os.fsdecode(b"\xff.csv")).write_text("x")
        assert read_source(folder, CODE).records["children"].num_rows == 1


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "x.zip", ("ssd_person.csv", GOOD)).read_bytes())
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    assert "password" in refusal(tmp_path / "x.zip")


def test_a_zip_within_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", ("ssd_person.csv", GOOD)).read_bytes()
    assert "not recognised" in refusal(zipped(tmp_path / "x.zip", ("inner.zip", inner)))


def test_one_table_in_two_files_is_refused(tmp_path: Path) -> None:
    both = zipped(tmp_path / "x.zip", ("a/ssd_person.csv", GOOD), ("b/SSD_Person.csv", GOOD))
    assert "comes twice" in refusal(both)


def test_a_file_under_the_name_of_another_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ssd_cp_plans.csv").write_text(f"{PERSON}{MARKER},2010-01-01,F\n")
    assert "Rename" in refusal(tmp_path)


@pytest.mark.parametrize("name", ["nothing", "x" * 5000, "a\0b", "file.txt/below"])
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("")
    refusal(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in refusal(tmp_path / "pipe")
    assert "neither a file nor a folder" in refusal(Path("/dev/zero"))

"""Reading sources that may be bad: what is read, and the one kind of refusal that says so."""

from datetime import date
from pathlib import Path

import pytest

from quarterday.checks import run_checks
from quarterday.formats import Reading, UnreadableSourceError, read_source

CODE = "E99999999"
MARKER = "Marker"
PERSON = "pers_person_id,pers_dob,pers_sex\n"


def read(folder: Path, **files: str | bytes) -> Reading:
    """What is read of a folder with these CSV files."""
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_source(folder, CODE)


def refusal(path: Path) -> str:
    """The message with which a source is refused; it never repeats what the source holds."""
    with pytest.raises(UnreadableSourceError) as error:
        read_source(path, CODE)
    message = str(error.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert MARKER not in message
    return message


def read_or_refused(path: Path) -> None:
    """Reading and checking a source that may be bad ends well, or with the one kind of error that says so."""
    try:
        records = read_source(path, CODE).records
    except UnreadableSourceError:
        refusal(path)
    else:
        run_checks(records, extract_date=date(2022, 3, 31))

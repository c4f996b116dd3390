"""The published files, read once; and small files made by hand."""

from pathlib import Path

import pytest

from quarterday.benchmarks import Benchmarks, PublishedFile, read_published
from quarterday.benchmarks.cells import ReadCells
from support.reference import reference_file

HEAD = "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,"
PLACES = {
    "england": "National,E92000001,,,,",
    "south east": "Regional,E92000001,E12000008,,,",
    "isle of wight": "Local authority,E92000001,E12000008,921,E06000046,Isle of Wight",
    "kent": "Local authority,E92000001,E12000008,886,E10000016,Kent",
}


@pytest.fixture(scope="session")
def published_files() -> list[PublishedFile]:
    """Every statistics file at hand."""
    folder = reference_file("published")
    return [file for file in (read_published(path) for path in sorted(folder.glob("*"))) if file.family is not None]


@pytest.fixture(scope="session")
def benchmarks(published_files: list[PublishedFile]) -> Benchmarks:
    """All of it, ready to be asked."""
    return Benchmarks(ReadCells(published_files))


@pytest.fixture
def published(tmp_path: Path):
    """Writes a small published file: rows as "2021 | isle of wight | 1,2,3"."""

    def write(name: str, columns: str, *rows: str) -> Path:
        lines = [HEAD + columns]
        for row in rows:
            year, place, values = (part.strip() for part in row.split("|"))
            lines.append(f"{year},Reporting year,{PLACES[place]},{values}")
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write

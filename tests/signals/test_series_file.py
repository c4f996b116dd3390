"""A series in a CSV file, in the forms in which people keep one."""

from contextlib import suppress
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterday.signals import SeriesFileError, read_days, read_series
from quarterday.signals.series_file.cells import number_in


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "series.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "1\n2\n3.5",
        "value\n1\n2\n3.5\n",
        "Value\r\n1\r\n2\r\n3.5\r\n\r\n",
        "\ufeffvalue\n1\n2\n3.5\n",
        "month,value\n2021-01,1\n2021-02,2\n2021-03,3.5\n",
        "value,month\n1,Jan 2021\n2,Feb 2021\n3.5,Mar 2021\n",
        "2021-01-31,1\n2021-02-28,2\n2021-03-31,3.5\n",
        "month;referrals\n01/01/2021;1\n01/02/2021;2\n01/03/2021;3.5\n",
        "month\treferrals\nJan-21\t1\nFeb-21\t2\nMar-21\t3.5\n",
        "point,referrals\n1,1\n2,2\n3,3.5\n",
        'team,month,referrals\nNorth,2021-01,"1"\nNorth,2021-02, 2\nNorth,2021-03,3.50\n',
        "value,\n1,\n2,\n3.5,\n",
        "month,value\n2021-03,3.5\n2021-01,1\n2021-02,2\n",
    ],
)
def test_a_value_column_is_found_with_a_heading_or_without(tmp_path: Path, text: str) -> None:
    assert read_series(written(tmp_path, text)).values == (1, 2, Fraction("3.5"))


def test_the_encodings_of_spreadsheets_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        assert read_series(written(tmp_path, "month,value £\nJan 2021,1\nFeb 2021,2\n".encode(encoding))).values == (1, 2)


def test_rows_out_of_order_are_put_in_the_order_of_time_and_that_is_said(tmp_path: Path) -> None:
    series = read_series(written(tmp_path, "month,value\n2021-02,2\n2021-01,1\n"))

    assert series.periods == ("2021-01", "2021-02")
    assert series.notes


def test_our_own_results_table_is_read_with_its_denominators(tmp_path: Path) -> None:
    text = (
        "code,authority,period_kind,period_start,period_end,breakdown,group,numerator,denominator,value,status,unit\n"
        "ASM-03,X,month,2021-01-01,2021-01-31,all,all,1,4,25.0,ok,%\n"
        "ASM-03,X,month,2021-02-01,2021-02-28,all,all,2,5,40.0,ok,%\n"
    )
    series = read_series(written(tmp_path, text))

    assert (series.values, series.denominators) == ((25, 40), (4, 5))
    assert series.periods == ("2021-01-01", "2021-02-01")


def test_a_column_may_be_named_or_numbered(tmp_path: Path) -> None:
    path = written(tmp_path, "month,contacts,referrals\n2021-01,10,1\n2021-02,20,2\n")

    assert read_series(path, "Referrals").values == (1, 2)
    assert read_series(path, "2").values == (10, 20)
    with pytest.raises(SeriesFileError, match=r"several columns.*--column.*'contacts', 'referrals'"):
        read_series(path)
    with pytest.raises(SeriesFileError, match="no column '4'"):
        read_series(path, "4")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", "12"),
        ("+1.5", "1.5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1,234.5", "1234.5"),
        ("1 234", "1234"),
        ("45.6%", "45.6"),
        ("45.6 %", "45.6"),
        ("£16.80", "16.8"),
        ("1e3", "1000"),
    ],
)
def test_numbers_as_people_write_them(cell: str, number: str) -> None:
    assert number_in(cell) == Fraction(number)


@pytest.mark.parametrize(
    "cell", ["", "n/a", "nan", "inf", "1_000", "12,34", "1.2.3", "c", "..", "٣", "0x1f", "1" * 61, "=1+1", "12 cases"]
)
def test_what_is_no_number_is_none(cell: str) -> None:
    assert number_in(cell) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_number_is_read_exactly_as_written(number: object) -> None:
    assert number_in(f"{number:f}") == Fraction(str(number))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("value\n1\nx9\n3\n", 3),
        ("month,value\n2021-01,1\n2021-02,\n2021-03,3\n", 3),
        ("n/a\n1\n2\n", 1),
        ("2021-01,lots\n2021-02,2\n", 1),
        ("value\n\n1\n\n2\nc\n", 6),
        ("month,value\n2021-01,1\n2021-01,2\n", 3),
    ],
)
def test_a_bad_cell_is_named_by_its_row_and_never_repeated(tmp_path: Path, text: str, row: int) -> None:
    with pytest.raises(SeriesFileError, match=rf"series.csv, row {row}:") as refused:
        read_series(written(tmp_path, text))

    assert "x9" not in str(refused.value)
    assert "lots" not in str(refused.value)


@pytest.mark.parametrize("text", [b"", b"\n\n", b"value\n", b"\x00\x01\x02", b"month,team\n2021-01,North\n"])
def test_a_file_without_a_series_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(SeriesFileError, match=r"series\.csv"):
        read_series(written(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(SeriesFileError, match="cannot be read"):
            read_series(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = written(tmp_path_factory.getbasetemp(), data)
    with suppress(SeriesFileError):
        assert read_series(path).values


def test_days_of_events_are_read_from_the_first_column_of_dates(tmp_path: Path) -> None:
    path = written(tmp_path, "child,day\n1,2021-01-31\n2,28/02/2021\n")

    assert read_days(path) == [date(2021, 1, 31), date(2021, 2, 28)]
    with pytest.raises(SeriesFileError, match="row 3"):
        read_days(written(tmp_path, "day\n2021-01-31\nsoon\n2021-02-01\n2021-03-01\n"))
    with pytest.raises(SeriesFileError, match="no column of dates"):
        read_days(written(tmp_path, "value\n1\n2\n"))

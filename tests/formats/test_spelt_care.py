"""Words of care that local systems write in their own way are read as the codes that figures count."""

import pyarrow as pa
import pytest

from quarterday.formats.typing_columns import typed
from quarterday.records.tables.around_care import own_postcode_districts
from quarterday.records.tables.looked_after_health import health_checks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Health Assessment", "Health Assessment"),
        ("Review health assessment (RHA)", "Health Assessment"),
        ("INITIAL HEALTH ASSESSMENT", "Health Assessment"),
        ("Dental Check", "Dental Check"),
        ("Dentist visit", "Dental Check"),
        ("Eye test", "Eye test"),  # of another kind: kept, and not counted
    ],
)
def test_kinds_of_health_checks_are_known_by_their_words(written: str, read: str) -> None:
    column, wrong, _ = typed(health_checks.by_name["check_type"], pa.chunked_array([[written]]))

    assert column.to_pylist() == [read]
    assert not wrong


def test_of_the_authoritys_own_postcodes_the_district_is_kept() -> None:
    column, *_ = typed(own_postcode_districts.by_name["district"], pa.chunked_array([["po30", " PO31 ", "PO30 1UD"]]))

    assert column.to_pylist() == ["PO30", "PO31", "PO30"]

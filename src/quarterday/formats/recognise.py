"""Which format a source is in: told by its content, never by its name alone."""

from pathlib import Path

from quarterday.formats.annex_a import is_annex_a, read_annex_a
from quarterday.formats.containers import contents_of
from quarterday.formats.errors import UnrecognisedSourceError
from quarterday.formats.reading import Reading
from quarterday.formats.safeguarding_dataset import is_safeguarding_dataset, read_safeguarding_dataset


def read_source(path: Path, authority: str) -> Reading:
    """A folder, zip or workbook as records of one authority.

    Raises UnreadableSourceError where it is not recognised or cannot be read; nothing is half read.
    """
    contents = contents_of(path)
    if is_safeguarding_dataset(contents):
        return read_safeguarding_dataset(contents, authority)
    if is_annex_a(contents):
        return read_annex_a(contents, authority)
    raise UnrecognisedSourceError(
        f"{path} was not recognised. Quarterday reads the Standard Safeguarding Dataset (a folder or zip of CSV or "
        "Parquet files named as its tables, such as ssd_cp_plans.csv), and Annex A (an .xlsx workbook whose sheets have its "
        "headings, such as 'Child Unique ID' and 'Date of Contact')."
    )

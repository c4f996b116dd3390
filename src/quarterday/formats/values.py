"""From text as recorded to typed values; what cannot be understood becomes null, with its places."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

YES = {"y", "yes", "true", "t", "1", "a) yes"}
NO = {"n", "no", "false", "f", "0", "b) no"}

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?")
_LARGEST = 1e12
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_BRITISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NO_DATE = pa.scalar(None, pa.date32())

Parsed = tuple[pa.ChunkedArray, list[int]]
"""A typed column, and the places (from 0) of values that could not be understood."""


def dates(column: pa.ChunkedArray) -> Parsed:
    """Dates written as ISO, with or without a time, or as dd/mm/yyyy; a day that its month does not have is none."""
    text = pc.replace_substring_regex(column, r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$", "")
    parsed = pc.strptime(text, format="%Y-%m-%d", unit="s", error_is_null=True).cast(pa.date32(), safe=False)
    typed = pc.if_else(pc.equal(pc.strftime(parsed, "%Y-%m-%d"), text), parsed, _NO_DATE)  # 30 February was 2 March
    if typed.null_count > text.null_count:
        others = pc.if_else(pc.is_valid(typed), pa.scalar(None, pa.string()), text)
        typed = pc.coalesce(typed, _per_value(others, _date, pa.date32())[0])
    plausible = _plausible(typed)
    return plausible, _lost(column, plausible)


def integers(column: pa.ChunkedArray) -> Parsed:
    """Whole numbers; a decimal such as 3.0 counts as whole."""
    return _per_value(column, _integer, pa.int64())


def decimals(column: pa.ChunkedArray) -> Parsed:
    """Decimal numbers."""
    return _per_value(column, _number, pa.float64())


def hundredths(column: pa.ChunkedArray) -> Parsed:
    """Decimal numbers in hundredths, half away from zero: 0.6 becomes 60."""
    return _per_value(column, _hundredth, pa.int64())


def yes_no(column: pa.ChunkedArray) -> Parsed:
    """Y and N from their many spellings; NA stays NA."""
    return _per_value(column, _yes_no, pa.string())


def mapped(column: pa.ChunkedArray, change: Callable[[str], str]) -> pa.ChunkedArray:
    """Text changed value by value."""
    return _per_value(column, change, pa.string())[0]


def json_flag(column: pa.ChunkedArray, key: str) -> Parsed:
    """One yes-or-no flag of a JSON object; a blank or missing flag is unknown (R32)."""
    return _per_value(column, lambda text: _flag(json.loads(text), key), pa.string())


def json_codes(column: pa.ChunkedArray) -> tuple[list[list[str]], list[int]]:
    """The codes of a JSON array, or the keys that are yes in a JSON object, for every row."""
    known: dict[str | None, list[str] | None] = {None: []}
    lost, codes = [], []
    for place, text in enumerate(column.to_pylist()):
        if text not in known:
            known[text] = _codes(text)
        found = known[text]
        if found is None:
            lost.append(place)
        codes.append(found or [])
    return codes, lost


def _per_value(column: pa.ChunkedArray, change: Callable[[str], Any], kind: pa.DataType) -> Parsed:
    """Change each distinct value once; a value whose change fails becomes null and is reported."""
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    changed = [_attempt(change, value) for value in encoded.dictionary.to_pylist()]
    failed = {place for place, (_, fine) in enumerate(changed) if not fine}
    values = pa.array([value for value, _ in changed], kind)
    typed = pa.chunked_array([values.take(encoded.indices)])
    if not failed:
        return typed, []
    return typed, [place for place, index in enumerate(encoded.indices.to_pylist()) if index in failed]


def _attempt(change: Callable[[str], Any], value: str) -> tuple[Any, bool]:
    try:
        return change(value), True
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None, False


def _number(text: str) -> float:
    """A number in plain digits; infinities, other scripts' digits and numbers beyond every record are none."""
    if not _NUMBER.fullmatch(text) or abs(float(text)) > _LARGEST:
        raise ValueError
    return float(text)


def _date(text: str) -> date:
    iso, british = _ISO.fullmatch(text), _BRITISH.fullmatch(text)
    if iso:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if british:
        return date(int(british[3]), int(british[2]), int(british[1]))
    raise ValueError


def _integer(text: str) -> int:
    number = _number(text)
    if number != int(number):
        raise ValueError
    return int(number)


def _hundredth(text: str) -> int:
    number = _number(text) * 100
    return int(number + 0.5) if number >= 0 else -int(0.5 - number)


def _yes_no(text: str) -> str:
    lowered = text.strip().lower()
    if lowered in YES:
        return "Y"
    if lowered in NO:
        return "N"
    if lowered == "na":
        return "NA"
    raise ValueError


def _flag(content: dict[str, Any], key: str) -> str | None:
    value = content.get(key)
    return None if value in (None, "") else _yes_no(str(value))


def _codes(text: str | None) -> list[str] | None:
    try:
        content = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return None
    if isinstance(content, list) and all(isinstance(code, str | int) for code in content):
        codes = sorted({str(code).strip() for code in content})
    elif isinstance(content, dict):
        codes = sorted(code for code, value in content.items() if str(value).strip().lower() in YES)
    else:
        return None
    return codes if all(code.isprintable() for code in codes) else None


def _plausible(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Dates from 1900 on; earlier ones (such as the empty date of some systems) are blank."""
    first = pa.scalar(-25567, pa.int32()).cast(pa.date32())
    return pc.if_else(pc.less(column, first), pa.scalar(None, pa.date32()), column)


def _lost(before: pa.ChunkedArray, after: pa.ChunkedArray) -> list[int]:
    if after.null_count == before.null_count:
        return []
    lost = pc.and_(pc.is_valid(before), pc.is_null(after))
    return [place for place, gone in enumerate(lost.to_pylist()) if gone]

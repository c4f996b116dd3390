"""How far a sheet reaches, told before it is opened: one cell far out makes the whole range as large."""

import re

_TOKEN = re.compile(rb"""<(?:[\w.-]+:)?(row|c)(?=[\s/>])|\sr\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
"""The start of a row or cell, or a place such as r="B9": each found in one pass, whatever stands between."""


def extent_of(xml: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell, or somewhat more where not every place is written.

    Places are read however the file writes them: in either kind of quotation mark, in any order, with a prefix or
    without; a cell or row without a place follows the one before it.
    """
    rows = columns = unplaced_rows = unplaced = most_unplaced = 0
    last = b""
    for tag, letters, number in _TOKEN.findall(xml):
        if not tag:
            rows, columns = max(rows, int(number[:12])), max(columns, _column(letters[:6]))
            last = b""
            continue
        unplaced_rows += last == b"row"
        unplaced += last == b"c"
        if tag == b"row":
            most_unplaced, unplaced = max(most_unplaced, unplaced), 0
        last = tag
    unplaced_rows += last == b"row"
    unplaced += last == b"c"
    return rows + unplaced_rows, columns + max(most_unplaced, unplaced)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number

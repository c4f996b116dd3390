"""What every message of a failed command has in common: one sentence or two, in words, without a child."""

import re

from support.command_line import Said

CHILD = "Zzchild"
"""A child's name or id in sources made to fail: it must never be repeated."""

_RECORD_ID = re.compile(r"\b[A-Z]{1,4}\d{6}\b")
"""What record ids look like in the example authority."""

_FAULT = re.compile(r"Traceback|Error\b(?!:)|Exception|\.py:|<[a-z]+ object")


def message_of(said: Said, code: int) -> str:
    """The message of a command that must fail with a code: its last line, plain and without a child.

    Fails where the command ended otherwise, showed a fault of the program, or printed figures beside the message.
    """
    assert said.code == code, said.everything
    lines = said.err.strip().splitlines()
    assert lines, "nothing was said"
    message = lines[-1]
    assert message.endswith((".", "FILE.csv")), message
    assert not _FAULT.search(said.everything), said.everything
    assert says_no_child(said), said.everything
    return message


def says_no_child(said: Said) -> bool:
    """Whether no child's name and no record id is in either stream."""
    return CHILD.lower() not in said.everything.lower() and not _RECORD_ID.search(said.everything)

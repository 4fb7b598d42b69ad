"""A tar file in the ustar form of POSIX.1: plain files, one after the other."""

import re

from .answer import unreadable

BLOCK = 512
ZEROS = bytes(BLOCK)
# Octal digits; zeros and spaces may stand around them, as writers differ there.
_NUMBER = re.compile(rb" *([0-7]+)[ \0]*")


def members(data):
    """The files of an archive as [(name, bytes)] in their order. Raises Failed with unreadable.

    Exactly two zero blocks end it. What pads a file to a block is not looked at, nor are owner, mode and time.
    """
    found, at = [], 0
    while data[at : at + BLOCK] != ZEROS:
        name, size = _header(data[at : at + BLOCK])
        at += BLOCK
        found.append((name, data[at : at + size]))
        at += size + -size % BLOCK
        if at > len(data):
            raise unreadable("the file ends before it is whole")
    if data[at:] != ZEROS + ZEROS:
        raise unreadable("two empty blocks do not end it")
    return found


def _header(block):
    if len(block) != BLOCK:
        raise unreadable("the file ends before it is whole")
    if _number(block[148:156]) != sum(block[:148]) + 8 * ord(" ") + sum(block[156:]):
        raise unreadable("a header's checksum is wrong")
    if block[257:262] != b"ustar" or block[156:157] != b"0":
        raise unreadable("not a tar file of plain files in ustar form")
    name, prefix = (field.partition(b"\0")[0] for field in (block[:100], block[345:500]))
    return (prefix + b"/" + name if prefix else name), _number(block[124:136])


def _number(field):
    match = _NUMBER.fullmatch(field)
    if not match:
        raise unreadable("a number in a header is not octal")
    return int(match[1], 8)

"""Entries: their members, and what is read from them."""

import datetime
import re
from functools import lru_cache

from .canonical import NotJson, parse_canonical, whole
from .spelling import is_uuid

_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?P<fraction>\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
# 16 bytes are 22 characters, the last of which has two bits of them.
_SALT = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")


def is_time(value, digits=None):
    """Whether it is a time with an offset (RFC 3339) on a day that exists, with so many digits of a second."""
    match = _TIME.fullmatch(value) if type(value) is str else None
    if not match or (digits is not None and len(match["fraction"] or "") != 1 + digits):
        return False
    try:
        datetime.date.fromisoformat(match["day"])
    except ValueError:
        return False
    return True


def _is_object(value):
    return type(value) is dict


def _is_text(value):
    return type(value) is str


def _is_count(value, least=0):
    number = whole(value)
    return number is not None and number >= least


# The members of an entry, no more and no fewer.
MEMBERS = {
    "v": lambda value: whole(value) == 1,
    "log": is_uuid,
    "seq": lambda value: _is_count(value, 1),
    "event": is_uuid,
    "part": _is_count,
    "at": lambda value: is_time(value, digits=3),
    "boot": is_uuid,
    "mono": lambda value: type(value) in (int, float) and value >= 0,
    "actor": _is_object,
    "type": _is_text,
    "ids": _is_object,
    "data": _is_object,
    "salt": lambda value: _is_text(value) and _SALT.fullmatch(value) is not None,
    "app": _is_text,
}


@lru_cache(maxsize=1 << 12)
def parse_entry(line):
    """The entry of a line's bytes (well-formed UTF-8), or None if it is not one in RFC 8785 form. Not to be changed."""
    try:
        entry = parse_canonical(line.decode())
    except NotJson:
        return None
    if type(entry) is not dict or entry.keys() != MEMBERS.keys():
        return None
    return entry if all(holds(entry[name]) for name, holds in MEMBERS.items()) else None


def restored_from(entry):
    """The (from, size, root in hex) of a `restored` entry, as far as they are such; None for any other entry."""
    if entry["type"] != "restored":
        return None
    data = entry["data"]
    return data.get("from"), whole(data.get("size")), data.get("root")


def purged_through(entry):
    """The last entry that a `purged` entry tells the end of, or None."""
    return whole(entry["data"].get("through")) if entry["type"] == "purged" else None

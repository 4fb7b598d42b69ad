"""Spellings of bytes and ids in a bundle, each with one spelling only."""

import base64
import binascii
import re
from functools import lru_cache

_HASH = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@lru_cache(maxsize=1 << 14)
def from_base64(text):
    """The bytes, or None where it is not the one spelling that RFC 4648, section 4, gives them."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_hash(value):
    """Whether it is a SHA-256 in hex."""
    return type(value) is str and _HASH.fullmatch(value) is not None


def is_uuid(value):
    """Whether it is a UUID in lower case, of any version."""
    return type(value) is str and _UUID.fullmatch(value) is not None


def lines(text):
    """The lines of a text (str or bytes) that is empty or ends with LF; no other character ends a line."""
    end = b"\n" if isinstance(text, bytes) else "\n"
    return text[:-1].split(end) if text else []

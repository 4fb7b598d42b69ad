"""Ed25519 signatures (RFC 8032, section 5.1.7)."""

import hashlib
from functools import cache, lru_cache

from . import curve

BASE_WIDTH = 8
KEY_WIDTH = 5


@lru_cache(maxsize=1 << 16)
def verify(key, message, signature):
    """Whether 64 bytes are a signature over the message by the key of 32 bytes.

    Compares encodings, without the cofactor: [S]B - [k]A must be R byte for byte, so there is one R and, with S below
    L, one S. Refuses keys of small order, which the RFC allows: they sign everything, so a signature by one says nothing.
    """
    minus_key = _tables_of_minus(key)
    scalar = int.from_bytes(signature[32:], "little")
    if minus_key is None or len(signature) != 64 or scalar >= curve.L:
        return False
    challenge = hashlib.sha512(signature[:32] + key + message).digest()
    k = int.from_bytes(challenge, "little") % curve.L
    found = curve.sum_of_multiples([(scalar, base_tables(), BASE_WIDTH), (k, minus_key, KEY_WIDTH)])
    return curve.encode(found) == signature[:32]


@cache
def base_tables():
    """Multiples of B, the point that all keys are multiples of: y = 4/5, x even."""
    y = 4 * pow(5, -1, curve.P) % curve.P
    return curve.tables(curve.decode(y.to_bytes(32, "little")), BASE_WIDTH)


@lru_cache(maxsize=256)
def _tables_of_minus(key):
    point = curve.decode(key)
    if point is None or curve.is_small(point):
        return None
    return curve.tables(curve.negate(point), KEY_WIDTH)

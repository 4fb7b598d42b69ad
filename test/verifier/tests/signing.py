"""Signing, which a verifier never does (RFC 8032, sections 5.1.5 and 5.1.6), and what is made with it."""

import base64
import hashlib
from functools import cache, lru_cache

from verifier import curve, ed25519


@cache
def public_key(seed):
    return curve.encode(_times_base(_expanded(seed)[0]))


@lru_cache(maxsize=1 << 12)
def sign(seed, message):
    scalar, prefix = _expanded(seed)
    public = curve.encode(_times_base(scalar))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % curve.L
    commitment = curve.encode(_times_base(r))
    k = int.from_bytes(hashlib.sha512(commitment + public + message).digest(), "little")
    return commitment + ((r + k * scalar) % curve.L).to_bytes(32, "little")


def verifier_key(name, public, algorithm=1):
    data = bytes([algorithm]) + public
    return f"{name}+{key_id(name, data).hex()}+{to_base64(data)}"


def signature_line(name, seed, text):
    """A device's signature over the text of a note."""
    data = key_id(name, b"\1" + public_key(seed)) + sign(seed, text.encode())
    return f"— {name} {to_base64(data)}\n"


def cosignature_line(name, seed, text, time=1_700_000_000):
    """A witness's, as c2sp.org/tlog-cosignature has it."""
    signature = sign(seed, f"cosignature/v1\ntime {time}\n{text}".encode())
    data = key_id(name, b"\4" + public_key(seed)) + time.to_bytes(8, "big") + signature
    return f"— {name} {to_base64(data)}\n"


def key_id(name, data):
    return hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]


def to_base64(data):
    return base64.b64encode(data).decode()


def _expanded(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return scalar & ((1 << 254) - 8) | 1 << 254, digest[32:]


def _times_base(scalar):
    return curve.sum_of_multiples([(scalar, ed25519.base_tables(), ed25519.BASE_WIDTH)])

"""Keys and signatures of notes (c2sp.org/signed-note) and cosignatures (c2sp.org/tlog-cosignature)."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from . import ed25519
from .spelling import from_base64

NOTE_KEY = 0x01
COSIGNATURE_KEY = 0x04

_NAME = r"([^+\s\x00-\x1f\x7f-\x9f]+)"
_KEY = re.compile(_NAME + r"\+([0-9a-f]{8})\+(.+)")
_SIGNATURE_LINE = re.compile("— " + _NAME + r" (\S+)")


@dataclass(frozen=True)
class VerifierKey:
    """A name, the four bytes of its key id, and an Ed25519 public key of 32 bytes."""

    name: str
    key_id: bytes
    public: bytes

    @property
    def fingerprint(self):
        return hashlib.sha256(self.public).hexdigest()


@dataclass(frozen=True)
class Signature:
    """What one signature line says; `data` is what follows the key id."""

    name: str
    key_id: bytes
    data: bytes


@lru_cache(maxsize=1 << 10)
def parse_key(text, algorithm):
    """The key of a line NAME+KEYID+BASE64, or None if it is not one for this algorithm with its right key id."""
    match = _KEY.fullmatch(text)
    data = match and from_base64(match[3])
    if not data or len(data) != 33 or data[0] != algorithm:
        return None
    key_id = hashlib.sha256(match[1].encode() + b"\n" + data).digest()[:4]
    return VerifierKey(match[1], key_id, data[1:]) if key_id.hex() == match[2] else None


@lru_cache(maxsize=1 << 14)
def parse_signature(line):
    """What a signature line says, or None if it has not the form of one."""
    match = _SIGNATURE_LINE.fullmatch(line)
    data = match and from_base64(match[2])
    return Signature(match[1], data[:4], data[4:]) if data and len(data) > 4 else None


def signs(signature, key, text):
    """Whether it is this key's signature over the text (str, with its last LF)."""
    return _is_by(signature, key) and ed25519.verify(key.public, text.encode(), signature.data)


def cosigns(signature, witness, text):
    """Whether it is this witness's cosignature/v1 over the text of a checkpoint; its time may be any."""
    if not _is_by(signature, witness) or len(signature.data) != 8 + 64:
        return False
    time = int.from_bytes(signature.data[:8], "big")
    message = f"cosignature/v1\ntime {time}\n{text}".encode()
    return time < 2**63 and ed25519.verify(witness.public, message, signature.data[8:])


def _is_by(signature, key):
    return signature is not None and (signature.name, signature.key_id) == (key.name, key.key_id)

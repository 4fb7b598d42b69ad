"""Checkpoints (c2sp.org/tlog-checkpoint) of exactly three lines, one or many in a text."""

import re
from dataclasses import dataclass

from .spelling import from_base64, lines
from .note import parse_signature, signs

# Bounds the work that one note can ask for.
MOST_SIGNATURES = 100

_SIZE = re.compile(r"[1-9][0-9]{0,15}")
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True)
class Checkpoint:
    """A tree's size and root as the log `origin` signed them; `text` is what is signed."""

    origin: str
    size: int
    root: bytes
    text: str
    signatures: tuple

    def is_signed(self, keys):
        """Whether its first signature is by the key of its origin; keys by name."""
        key = keys.get(self.origin)
        return key is not None and signs(self.signatures[0], key, self.text)


def parse_checkpoints(text):
    """The checkpoints of a text, each but the last followed by an empty line, in their order; at least one.

    None if any of it has not that form. Whether they are signed, and by whom, is not looked at.
    """
    if not text.endswith("\n"):
        return None
    found, note = [], []
    for line in lines(text):
        # The empty line after the third is the note's own; the next one divides it from the note that follows.
        if line == "" and len(note) > 3:
            found.append(_read(note))
            note = []
        else:
            note.append(line)
    found.append(_read(note))
    return None if None in found else found


def _read(note):
    """The checkpoint of a note's lines, or None if they are not one."""
    if not 5 <= len(note) <= 4 + MOST_SIGNATURES or note[3] != "":
        return None
    origin, size, root = note[0], note[1], from_base64(note[2])
    if not origin or _CONTROL.search(origin):
        return None
    signatures = tuple(map(parse_signature, note[4:]))
    if not _SIZE.fullmatch(size) or int(size) >= 2**53 or not root or len(root) != 32 or None in signatures:
        return None
    return Checkpoint(origin, int(size), root, f"{origin}\n{size}\n{note[2]}\n", signatures)

"""Roots and proofs by the definitions of RFC 9162 (2.1.1, 2.1.3.1, 2.1.4.1): slow, and not those of tree.py."""

import hashlib


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return hashlib.sha256(b"\1" + root(leaves[:split]) + root(leaves[split:])).digest()


def inclusion(index, leaves):
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion(index, leaves[:split]), root(leaves[split:])]
    return [*inclusion(index - split, leaves[split:]), root(leaves[:split])]


def consistency(size, leaves):
    return _subproof(size, leaves, True)


def _subproof(size, leaves, is_known):
    if size == len(leaves):
        return [] if is_known else [root(leaves)]
    split = _split(len(leaves))
    if size <= split:
        return [*_subproof(size, leaves[:split], is_known), root(leaves[split:])]
    return [*_subproof(size - split, leaves[split:], False), root(leaves[:split])]


def _split(count):
    """The largest power of two below count."""
    return 1 << (count - 1).bit_length() - 1

"""Merkle trees and their proofs (RFC 9162, sections 2.1.1 to 2.1.4). A hash is 32 bytes of SHA-256."""

import hashlib


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class GrowingTree:
    """A tree to which leaves are added; it keeps only the roots of its complete subtrees, largest first."""

    def __init__(self):
        self.size = 0
        self._subtrees = []

    def append(self, leaf):
        self._subtrees.append(leaf)
        self.size += 1
        # Every complete pair of equal subtrees is closed by a trailing zero bit of the new size.
        ended = self.size
        while ended & 1 == 0:
            right = self._subtrees.pop()
            self._subtrees[-1] = node_hash(self._subtrees[-1], right)
            ended >>= 1

    def root(self):
        """Section 2.1.1; of no leaves, the hash of nothing."""
        if not self._subtrees:
            return hashlib.sha256(b"").digest()
        root = self._subtrees[-1]
        for subtree in reversed(self._subtrees[:-1]):
            root = node_hash(subtree, root)
        return root


def includes(leaf, index, size, proof, root):
    """Whether the proof leads from leaf `index` (from 0) to the root over `size` leaves (section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    fn, sn, found = index, size - 1, leaf
    for step in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            found = node_hash(step, found)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            found = node_hash(found, step)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and found == root


def is_consistent(first, first_root, second, second_root, proof):
    """Whether the proof shows the tree of `first` leaves to begin that of `second`, 0 < first < second (2.1.4.2)."""
    if not 0 < first < second or not proof:
        return False
    if first & (first - 1) == 0:
        proof = [first_root, *proof]
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first_found = second_found = proof[0]
    for step in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first_found = node_hash(step, first_found)
            second_found = node_hash(step, second_found)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            second_found = node_hash(second_found, step)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and first_found == first_root and second_found == second_root

"""Anchors: checkpoints that came by another road, and those that witnesses cosigned (step 7)."""

from .answer import bad, bad_entry
from .checkpoint import parse_checkpoints
from .note import cosigns


def parse_anchors(texts, keys):
    """The checkpoints of all texts by ascending size, each with whether it is signed.

    One that has not the form of a checkpoint has no size to be ordered by, so it fails before any is compared.
    """
    parsed = [parse_checkpoints(text) for text in texts]
    if None in parsed:
        raise bad("anchor", "anchor-unsigned")
    anchors = sorted((anchor for some in parsed for anchor in some), key=lambda anchor: anchor.size)
    return [(anchor, anchor.is_signed(keys)) for anchor in anchors]


def anchored_by(record, anchors, size):
    """The largest size of an anchor that holds (0 if none does), and the sizes of those that count for nothing.

    `record.roots` says what the root over so many leaves is, where it can. Raises Failed at the first that does not.
    """
    roots = record.roots([anchor.size for anchor, _ in anchors if anchor.size <= size])
    held, unmatched = 0, []
    for anchor, is_signed in anchors:
        if not is_signed:
            raise bad("anchor", "anchor-unsigned")
        if anchor.size > size:
            raise bad_entry("shorter-than-anchor", size + 1)
        if anchor.size not in roots:
            unmatched.append(anchor.size)
        elif roots[anchor.size] != anchor.root:
            raise bad_entry("rewritten-since-anchor", held + 1)
        else:
            held = anchor.size
    return held, tuple(unmatched)


def witnessed(checkpoints, witnesses):
    """The sizes of the checkpoints that one of the witnesses cosigned."""
    return [
        checkpoint.size
        for checkpoint in checkpoints
        if any(
            cosigns(signature, witness, checkpoint.text)
            for signature in checkpoint.signatures[1:]
            for witness in witnesses
        )
    ]

"""The entries of a part, each held against the last checkpoint by its own proof (step 5b)."""

from .answer import bad, bad_entry
from .canonical import NotJson, parse_canonical, whole
from .spelling import from_base64, lines
from .entry import parse_entry
from .statement import statement_filter
from .tree import includes, is_consistent, leaf_hash


class PartRecord:
    def __init__(self, bundle, checkpoints):
        self._entry_lines = lines(bundle.files["entries.ndjson"])
        self._proof_lines = lines(bundle.text("proofs.ndjson"))
        self._consistency_lines = lines(bundle.text("consistency.ndjson"))
        self._checkpoints = checkpoints
        self._last = checkpoints[-1]
        self._is_asked_for = statement_filter(bundle.statement)

    def check(self, keys):
        """The entries, all of them as the page wants them; else raises Failed."""
        entries, before = [], 0
        for at, line in enumerate(self._proof_lines):
            k, proof = _proof(line, "seq")
            if k is None or not before < k <= self._last.size:
                raise bad_entry("proof-malformed", before + 1, before)
            stored = self._entry_lines[at] if at < len(self._entry_lines) else None
            entry = parse_entry(stored) if stored is not None else None
            why = self._why_not(stored, entry, k, proof, keys)
            if why:
                raise bad_entry(why, k, before)
            entries.append(entry)
            before = k
        if len(self._entry_lines) > len(self._proof_lines):
            raise bad_entry("entry-extra", before + 1, before)
        if not self._is_consistent():
            raise bad("checkpoint", "checkpoint-inconsistent")
        return entries

    def roots(self, sizes):
        """The root over so many leaves, where a checkpoint says it, as {size: root}."""
        known = {checkpoint.size: checkpoint.root for checkpoint in self._checkpoints}
        return {size: known[size] for size in sizes if size in known}

    def _why_not(self, stored, entry, k, proof, keys):
        """Why this line is not entry k, or None if it is."""
        if stored is None:
            return "entry-missing"
        if entry is None:
            return "entry-malformed"
        if whole(entry["seq"]) != k:
            return "entry-misplaced"
        if f"bedside-hello/{entry['log']}" not in keys:
            return "entry-of-another-log"
        if not includes(leaf_hash(stored), k - 1, self._last.size, proof, self._last.root):
            return "entry-changed"
        return None if self._is_asked_for(entry) else "filter-disagrees"

    def _is_consistent(self):
        earlier = self._checkpoints[:-1]
        if len(earlier) != len(self._consistency_lines):
            return False
        return all(map(self._leads_to_last, earlier, self._consistency_lines))

    def _leads_to_last(self, checkpoint, line):
        size, proof = _proof(line, "size")
        last = self._last
        return size == checkpoint.size and is_consistent(size, checkpoint.root, last.size, last.root, proof)


def _proof(line, number):
    """The number under that name and the hashes of a proof's line, or (None, None) if it is not one."""
    try:
        told = parse_canonical(line)
    except NotJson:
        return None, None
    if type(told) is not dict or told.keys() != {"proof", number} or type(told["proof"]) is not list:
        return None, None
    hashes = [from_base64(step) if type(step) is str else None for step in told["proof"]]
    if any(step is None or len(step) != 32 for step in hashes):
        return None, None
    return whole(told[number]), hashes

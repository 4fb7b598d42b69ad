"""The entries of a whole bundle, held against its leaves and checkpoints (step 5)."""

from .answer import bad, bad_entry
from .canonical import whole
from .spelling import is_hash, lines
from .entry import parse_entry, purged_through, restored_from
from .tree import GrowingTree, leaf_hash


class WholeRecord:
    def __init__(self, bundle, checkpoints):
        self._size, self._purged = bundle.statement["size"], bundle.statement["purged"]
        self._leaf_lines = lines(bundle.text("leaves.txt"))
        self._entry_lines = lines(bundle.files["entries.ndjson"])
        self._checkpoints = checkpoints
        self._tree = GrowingTree()
        self._entries = []

    def check(self, _keys):
        """The entries, all of them as the page wants them; else raises Failed."""
        if not 0 <= self._purged <= self._size:
            raise bad("statement", "statement-disagrees")
        by_size = {checkpoint.size: checkpoint for checkpoint in self._checkpoints}
        vouched = 0
        for k in range(1, self._size + 1):
            leaf = self._leaf(k)
            if k > self._purged:
                self._take_entry(k, leaf)
            self._tree.append(leaf)
            if k in by_size:
                self._hold_against(by_size[k], vouched)
                vouched = k
        if len(self._leaf_lines) > self._size or len(self._entry_lines) > self._size - self._purged:
            raise bad_entry("entry-extra", self._size + 1)
        self._explain_purge()
        return self._entries

    def roots(self, sizes):
        """The root over so many leaves, for ascending sizes none larger than the record, as {size: root}."""
        tree, roots = GrowingTree(), {}
        for size in sizes:
            for k in range(tree.size + 1, size + 1):
                tree.append(self._leaf(k))
            roots[size] = tree.root()
        return roots

    def _leaf(self, k):
        line = self._leaf_lines[k - 1] if k <= len(self._leaf_lines) else None
        if not is_hash(line):
            raise bad_entry("leaf-missing", k)
        return bytes.fromhex(line)

    def _take_entry(self, k, leaf):
        at = k - self._purged - 1
        if at >= len(self._entry_lines):
            raise bad_entry("entry-missing", k)
        line = self._entry_lines[at]
        if leaf_hash(line) != leaf:
            raise bad_entry("entry-changed", k)
        entry = parse_entry(line)
        if entry is None:
            raise bad_entry("entry-malformed", k)
        if whole(entry["seq"]) != k:
            raise bad_entry("entry-misplaced", k)
        if not self._may_follow(entry, k):
            raise bad_entry("entry-of-another-log", k)
        self._entries.append(entry)

    def _may_follow(self, entry, k):
        """Whether it goes on the log of the entry before it, or truly says what it was put back upon.

        What the first entry here follows is not known, so there `restored` must only be true of the tree.
        """
        before = self._entries[-1] if self._entries else None
        restored = restored_from(entry)
        if before is None and restored is None:
            return True
        if before is not None and before["log"] == entry["log"]:
            return True
        if restored is None:
            return False
        log, size, root = restored
        return (before is None or log == before["log"]) and size == k - 1 and root == self._tree.root().hex()

    def _hold_against(self, checkpoint, vouched):
        """`vouched` is the size of the checkpoint before it: no entry after that is vouched for if this one fails."""
        if self._tree.root() != checkpoint.root:
            raise bad_entry("rewritten", vouched + 1)
        if self._entries and checkpoint.origin != f"bedside-hello/{self._entries[-1]['log']}":
            raise bad_entry("entry-of-another-log", checkpoint.size)

    def _explain_purge(self):
        through = [number for number in map(purged_through, self._entries) if number is not None]
        if self._purged > 0 and (self._purged not in through or max(through) > self._purged):
            raise bad_entry("purge-unexplained", 1)

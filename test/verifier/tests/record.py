"""A kiosk's record as the page describes it, for bundles to be made of."""

import hashlib
import json

from . import proofs
from .draft import Draft
from .signing import public_key, signature_line, to_base64, verifier_key


def uuid(number):
    return f"{number:08x}-0000-4000-8000-000000000000"


def json_line(value):
    """RFC 8785 for what tests write: whole numbers, and names in ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def leaf(line):
    return hashlib.sha256(b"\0" + line).digest()


SESSION = uuid(77)


class Record:
    """Entries, leaves and checkpoints of one device. `add` and `checkpoint` do it right; tests then do it wrong."""

    def __init__(self, seed=b"\1" * 32):
        self.seed = seed
        self.log = uuid(1)
        self.logs = [self.log]
        self.lines = []
        self.checkpoints = {}
        self.purged = 0

    @property
    def size(self):
        return len(self.lines)

    @property
    def leaves(self):
        return list(map(leaf, self.lines))

    def entry(self, kind="introduction-recorded", **changes):
        """The next entry, not yet added."""
        k = self.size + 1
        return {
            "v": 1,
            "log": self.log,
            "seq": k,
            "event": uuid(1000 + k),
            "part": 0,
            "at": f"2026-03-{1 + k // 10 % 28:02}T08:00:{k % 60:02}.250+02:00",
            "boot": uuid(2),
            "mono": 1000 * k,
            "actor": {"kind": "device"},
            "type": kind,
            "ids": {"session": SESSION if k % 2 else uuid(78)},
            "data": {},
            "salt": "AAAAAAAAAAAAAAAAAAAAAA",
            "app": "0.3.0",
            **changes,
        }

    def add(self, kind="introduction-recorded", **changes):
        self.lines.append(json_line(self.entry(kind, **changes)).encode())
        return self

    def fill(self, until):
        while self.size < until:
            self.add("session-opened" if self.size % 5 == 0 else "introduction-recorded")
        return self

    def checkpoint(self, size=None, root=None):
        size = self.size if size is None else size
        self.checkpoints[size] = self.signed_checkpoint(size, root or proofs.root(self.leaves[:size]))
        return self

    def signed_checkpoint(self, size, root, log=None, seed=None):
        origin = f"bedside-hello/{log or self.log}"
        text = f"{origin}\n{size}\n{to_base64(root)}\n"
        return text + "\n" + signature_line(origin, seed or self.seed, text)

    def purge(self, through):
        self.add("purged", data={"through": through})
        self.purged = through
        return self

    def put_back(self, kept, **changes):
        """From a backup that knew only the first so many entries: a new log goes on from there."""
        old, self.lines = self.log, self.lines[:kept]
        self.checkpoints = {size: text for size, text in self.checkpoints.items() if size <= kept}
        self.log = uuid(len(self.logs) + 1)
        self.logs.append(self.log)
        told = {"from": old, "size": kept, "root": proofs.root(self.leaves).hex(), **changes}
        return self.add("restored", data=told)

    def whole(self):
        draft = self._draft({"kind": "all"}, self.lines[self.purged :])
        draft.leaves = [leaf_hash.hex() for leaf_hash in self.leaves]
        return draft.say(purged=self.purged)

    def part(self, numbers, asked):
        """These entries of it; the filter should be one that holds for them."""
        draft = self._draft(asked, [self.lines[k - 1] for k in numbers])
        leaves, sizes = self.leaves, sorted(self.checkpoints)
        draft.proofs = [_proof("seq", k, proofs.inclusion(k - 1, leaves)) for k in numbers]
        draft.consistency = [_proof("size", size, proofs.consistency(size, leaves)) for size in sizes[:-1]]
        return draft

    def _draft(self, asked, lines):
        public = public_key(self.seed)
        return Draft(
            seed=self.seed,
            log=self.log,
            keys=[verifier_key(f"bedside-hello/{log}", public) for log in self.logs],
            checkpoints=[self.checkpoints[size] for size in sorted(self.checkpoints)],
            entries=list(lines),
        ).say(app="0.3.0", made="2026-03-09T10:00:00+02:00", log=self.log, filter=asked, purged=0,
              size=self.size, root=proofs.root(self.leaves).hex())


def _proof(name, number, hashes):
    return json_line({"proof": list(map(to_base64, hashes)), name: number})

"""A bundle before it is packed: everything in it can still be made wrong, and is signed after that."""

import hashlib
import json

from .signing import signature_line

TITLE = "bedside-hello statement 1\n"


class Draft:
    def __init__(self, seed, log, keys, checkpoints, entries):
        self.seed, self.log = seed, log
        self.keys, self.checkpoints, self.entries = keys, checkpoints, entries
        self.leaves = self.proofs = self.consistency = None
        self.said = {}
        self.files = {}

    def say(self, **members):
        """Says this in the statement, whether it is true or not; what nobody says is made true."""
        self.said.update(members)
        return self

    def put(self, name, content):
        """Has this member hold these bytes, whatever belongs there."""
        self.files[name] = content
        return self

    def statement(self):
        found = list(map(_object, self.entries))
        numbers = [entry.get("seq") for entry in found]
        types = [entry.get("type") for entry in found]
        return {
            "entries": len(self.entries),
            "first": numbers[0] if numbers else None,
            "last": numbers[-1] if numbers else None,
            "digest": hashlib.sha256(_ended(self.entries)).hexdigest(),
            "sessions": types.count("session-opened"),
            "introductions": types.count("introduction-recorded"),
            **self.said,
        }

    def signed_statement(self, line=None):
        if line is None:
            line = json.dumps(self.statement(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        text = TITLE + line + "\n"
        return (text + "\n" + signature_line(f"bedside-hello/{self.log}", self.seed, text)).encode()

    def members(self):
        made = {
            "README.txt": b"For people.\n",
            "statement.txt": self.signed_statement(),
            "keys.txt": _ended(self.keys),
            "checkpoints.txt": "\n".join(self.checkpoints).encode(),
            "entries.ndjson": _ended(self.entries),
            "leaves.txt": self.leaves,
            "proofs.ndjson": self.proofs,
            "consistency.ndjson": self.consistency,
        }
        listed = {name: _ended(content) if isinstance(content, list) else content for name, content in made.items()}
        return {name: content for name, content in {**listed, **self.files}.items() if content is not None}

    def pack(self):
        return archive(self.members().items())


def archive(members):
    """A tar file of (name, bytes)."""
    return b"".join(member(name, content) for name, content in members) + bytes(1024)


def member(name, content):
    return header(name, len(content)) + content + bytes(-len(content) % 512)


def header(name, size, kind=b"0", magic=b"ustar\x0000"):
    before = name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size + b"%011o\0" % 0
    after = kind + bytes(100) + magic
    block = (before + b" " * 8 + after).ljust(512, b"\0")
    return before + b"%06o\0 " % sum(block) + block[156:]


def _object(line):
    """What a line says if it is an object, else one that says nothing."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _ended(content):
    return b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in content)

"""A bundle as it is read, before anything in it is believed (step 1 of the page)."""

from dataclasses import dataclass

from . import tar
from .answer import unreadable
from .statement import Statement, parse_statement

_BOTH = ["README.txt", "statement.txt", "keys.txt", "checkpoints.txt", "entries.ndjson"]
WHOLE = [*_BOTH, "leaves.txt"]
PART = [*_BOTH, "proofs.ndjson", "consistency.ndjson"]


@dataclass(frozen=True)
class Bundle:
    """`files` holds each member's bytes by name; all but the README are UTF-8 that is empty or ends with LF."""

    files: dict
    statement: Statement

    def text(self, name):
        return self.files[name].decode()


def read_bundle(data):
    """The bundle of a tar file's bytes. Raises Failed with unreadable."""
    found = tar.members(data)
    names = [name.decode(errors="replace") for name, _ in found]
    if names not in (WHOLE, PART):
        raise unreadable("its members are not those of a bundle")
    files = dict(zip(names, (content for _, content in found)))
    for name in names[1:]:
        _require_text(name, files[name])
    statement = parse_statement(files["statement.txt"].decode())
    if statement.is_whole != (names == WHOLE):
        raise unreadable("its filter and its members do not agree")
    return Bundle(files, statement)


def _require_text(name, content):
    if content and not content.endswith(b"\n"):
        raise unreadable(f"{name} does not end with a line feed")
    try:
        content.decode()
    except UnicodeDecodeError:
        raise unreadable(f"{name} is not UTF-8") from None

"""The steps of "How a bundle is checked" (docs/record-format.md), in their order."""

import hashlib

from .anchors import anchored_by, parse_anchors, witnessed
from .answer import Failed, Ok, bad
from .bundle import read_bundle
from .checkpoint import parse_checkpoints
from .spelling import is_uuid, lines
from .note import NOTE_KEY, parse_key
from .part import PartRecord
from .whole import WholeRecord

ORIGIN = "bedside-hello/"


def check(data, key=None, anchors=(), witnesses=()):
    """Checks the bytes of a bundle; gives Ok, Bad or Unreadable.

    `key` is a fingerprint to trust, or None; `anchors` are texts of checkpoints that came by another road;
    `witnesses` are verifier keys as note.parse_key gives them for algorithm 0x04.
    """
    try:
        return _checked(data, key, anchors, witnesses)
    except Failed as failed:
        return failed.answer


def _checked(data, trusted, anchors, witnesses):
    bundle = read_bundle(data)
    statement = bundle.statement
    keys = _keys(bundle.text("keys.txt"), statement["log"], trusted)
    newest = keys[ORIGIN + statement["log"]]
    if not statement.is_signed(newest):
        raise bad("statement", "statement-unsigned")
    checkpoints = _checkpoints(bundle.text("checkpoints.txt"), keys)
    last = checkpoints[-1]
    if (last.origin, last.size, last.root.hex()) != (newest.name, statement["size"], statement["root"]):
        raise bad("checkpoint", "statement-disagrees")
    record = (WholeRecord if statement.is_whole else PartRecord)(bundle, checkpoints)
    entries = record.check(keys)
    _compare(statement, entries, bundle.files["entries.ndjson"])
    held, unmatched = anchored_by(record, parse_anchors(anchors, keys), last.size)
    return Ok(
        size=last.size,
        entries=len(entries),
        purged=statement["purged"],
        anchored=max([held, *witnessed(checkpoints, witnesses)]),
        key=newest.fingerprint,
        is_part=not statement.is_whole,
        unmatched=unmatched,
        invented=sum(entry["actor"].get("kind") == "simulator" for entry in entries),
    )


def _keys(text, newest_log, trusted):
    """Step 2: the keys by name, that of the newest log last."""
    found = [parse_key(line, NOTE_KEY) for line in lines(text)]
    if not found or None in found or not all(map(_names_a_log, found)):
        raise bad("keys", "key-malformed")
    by_name = {key.name: key for key in found}
    if len(by_name) < len(found) or found[-1].name != ORIGIN + newest_log:
        raise bad("keys", "key-malformed")
    if trusted is not None and found[-1].fingerprint != trusted:
        raise bad("keys", "key-not-trusted")
    return by_name


def _names_a_log(key):
    return key.name.startswith(ORIGIN) and is_uuid(key.name.removeprefix(ORIGIN))


def _checkpoints(text, keys):
    """Step 4 but for its last sentence."""
    found = parse_checkpoints(text)
    if not found or any(after.size <= before.size for before, after in zip(found, found[1:])):
        raise bad("checkpoint", "checkpoint-unsigned")
    if not all(checkpoint.is_signed(keys) for checkpoint in found):
        raise bad("checkpoint", "checkpoint-unsigned")
    return found


def _compare(statement, entries, stored):
    """Step 6: what the statement says of the entries is true of them."""
    types = [entry["type"] for entry in entries]
    true = {
        "entries": len(entries),
        "first": entries[0]["seq"] if entries else None,
        "last": entries[-1]["seq"] if entries else None,
        "digest": hashlib.sha256(stored).hexdigest(),
        "sessions": types.count("session-opened"),
        "introductions": types.count("introduction-recorded"),
    }
    if any(statement[name] != value for name, value in true.items()):
        raise bad("statement", "statement-disagrees")

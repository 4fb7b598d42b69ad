"""The three answers, and how each is said on a line, in JSON and as an exit code."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Ok:
    """What was checked holds. `unmatched` are sizes of anchors that a part could not be held against."""

    size: int
    entries: int
    purged: int
    anchored: int
    key: str
    is_part: bool = False
    unmatched: tuple = ()
    invented: int = 0

    exit_code = 0

    def line(self):
        which = f"{self.entries} of entries" if self.is_part else "entries"
        return f"ok: {which} 1–{self.size}, anchored to {self.anchored}"

    def more(self, key_was_given):
        """What else is to be known, a sentence a line."""
        if key_was_given:
            yield f"The key {self.key} is the one you gave."
        else:
            yield f"NOT COMPARED: the key {self.key} is the one in the bundle. Compare it by another road."
        if self.invented:
            yield f"INVENTED: a simulation wrote {self.invented} of the {self.entries} entries here; they never happened."
        if self.anchored < self.size:
            yield f"{self.anchored + 1}–{self.size} not yet anchored: whoever has the device and its key could have rewritten them."
        if self.purged:
            yield f"Entries purged by then: 1–{self.purged}."
        if self.is_part:
            yield "That these are all that was asked for is what the kiosk states; only the whole record shows it."
        if self.unmatched:
            yield f"Anchors that count for nothing, as no checkpoint of their size is here: {len(self.unmatched)}."

    def json(self):
        told = {name: getattr(self, name) for name in ("size", "entries", "purged", "anchored", "key")}
        return _json({"result": "ok", **told})


@dataclass(frozen=True)
class Bad:
    """The first step that failed. `entry` is the first entry that cannot be trusted, or None."""

    what: str
    why: str
    entry: int | None = None
    last_good: int | None = None

    exit_code = 1

    def more(self, _key_was_given):
        if self.why == "anchor-unsigned":
            yield "Compare the anchor letter by letter first: this says nothing against the bundle yet."
        if self.why == "shorter-than-anchor":
            yield "The anchor is newer than this bundle, or the end of the record is missing."

    def line(self):
        if self.entry is None:
            return f"bad: {self.what}: {self.why}"
        return f"bad: {self.what} {self.entry}: {self.why}; last good {self.last_good}"

    def json(self):
        told = {"what": self.what, "entry": self.entry, "why": self.why, "lastGood": self.last_good}
        return _json({"result": "bad", **told})


@dataclass(frozen=True)
class Unreadable:
    """It is not a bundle in this form; `why` is for people only."""

    why: str

    exit_code = 2

    def more(self, _key_was_given):
        return ()

    def line(self):
        return f"unreadable: {self.why}"

    def json(self):
        return _json({"result": "unreadable"})


class Failed(Exception):
    """Ends the steps; `answer` is what the first that failed says."""

    def __init__(self, answer):
        super().__init__(answer.line())
        self.answer = answer


def unreadable(why):
    return Failed(Unreadable(why))


def bad(what, why):
    return Failed(Bad(what, why))


def bad_entry(why, number, last_good=None):
    """Bad from this entry on; the last good one is that before it unless said otherwise."""
    return Failed(Bad("entry", why, number, number - 1 if last_good is None else last_good))


def _json(told):
    return json.dumps(told, separators=(",", ":"))

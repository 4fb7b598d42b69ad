"""The statement: what a bundle says of itself."""

import re
from dataclasses import dataclass

from .answer import unreadable
from .canonical import NotJson, parse, parse_canonical, whole
from .spelling import is_hash, is_uuid, lines
from .entry import is_time
from .note import parse_signature, signs

FIRST_LINE = "bedside-hello statement 1"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _is_text(value):
    return type(value) is str


def _is_day(value):
    return _is_text(value) and _DAY.fullmatch(value) is not None


def _is_whole(value):
    return whole(value) is not None


def _is_number_of_entry(value):
    return value is None or _is_whole(value)


# Each kind of filter with its other members.
FILTERS = {"all": {}, "days": {"from": _is_day, "to": _is_day}, "session": {"id": _is_text}}


def _is_filter(value):
    if type(value) is not dict or not _is_text(value.get("kind")) or value["kind"] not in FILTERS:
        return False
    others = FILTERS[value["kind"]]
    return value.keys() == {"kind", *others} and all(holds(value[name]) for name, holds in others.items())


MEMBERS = {
    "app": _is_text,
    "made": is_time,
    "log": is_uuid,
    "size": _is_whole,
    "root": is_hash,
    "filter": _is_filter,
    "entries": _is_whole,
    "first": _is_number_of_entry,
    "last": _is_number_of_entry,
    "purged": _is_whole,
    "digest": is_hash,
    "sessions": _is_whole,
    "introductions": _is_whole,
}


@dataclass(frozen=True)
class Statement:
    """What it says, and the lines that say and sign it."""

    says: dict
    line: str
    signature_line: str

    def __getitem__(self, name):
        """A member of it; whole numbers as int."""
        value = self.says[name]
        return whole(value) if type(value) is float else value

    @property
    def is_whole(self):
        return self["filter"]["kind"] == "all"

    def is_signed(self, key):
        """Whether it is in RFC 8785 form and the signature by this key."""
        try:
            parse_canonical(self.line)
        except NotJson:
            return False
        return signs(parse_signature(self.signature_line), key, f"{FIRST_LINE}\n{self.line}\n")


def parse_statement(text):
    """The statement of statement.txt. Raises Failed with unreadable if it has not its lines and members."""
    found = lines(text)
    if len(found) != 4 or found[0] != FIRST_LINE or found[2] != "":
        raise unreadable("statement.txt has not its four lines")
    try:
        says = parse(found[1])
    except NotJson as error:
        raise unreadable(f"the statement is not JSON: {error}") from None
    if type(says) is not dict or says.keys() != MEMBERS.keys():
        raise unreadable("the statement has not exactly its members")
    wrong = [name for name, holds in MEMBERS.items() if not holds(says[name])]
    if wrong:
        raise unreadable(f"in the statement, {wrong[0]} is not of its kind")
    return Statement(says, found[1], found[3])


def statement_filter(statement):
    """Whether an entry is one that the statement's filter asks for, as a function of the entry."""
    asked = statement["filter"]
    if asked["kind"] == "session":
        return lambda entry: entry["ids"].get("session") == asked["id"]
    return lambda entry: asked["from"] <= entry["at"][:10] <= asked["to"]

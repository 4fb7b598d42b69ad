"""What the tests of bundles share: a record that is right, and the answer that one expects."""

import json
import unittest

from verifier.answer import Bad, Ok, Unreadable
from verifier.check import check

from .record import SESSION, Record, json_line

SESSION_FILTER = {"id": SESSION, "kind": "session"}


def small_record():
    """12 entries with checkpoints at 4, 9 and 12."""
    return Record().fill(4).checkpoint().fill(9).checkpoint().fill(12).checkpoint()


def small_part():
    """Entries 1, 3, 5, 7, 9 and 11 of it, those of one session."""
    return small_record().part(range(1, 12, 2), SESSION_FILTER)


class BundleCase(unittest.TestCase):
    def assert_ok(self, draft, **how):
        answer = check(_packed(draft), **how)
        self.assertIsInstance(answer, Ok, answer)
        return answer

    def assert_bad(self, draft, what, why, entry=None, last_good=None, **how):
        """Entries are followed by the last good one, which is that before unless said otherwise."""
        expected_last = entry - 1 if entry is not None and last_good is None else last_good
        self.assertEqual(check(_packed(draft), **how), Bad(what, why, entry, expected_last))

    def assert_unreadable(self, draft, **how):
        self.assertIsInstance(check(_packed(draft), **how), Unreadable)


def _packed(draft):
    return draft if isinstance(draft, bytes) else draft.pack()


def changed(line, **members):
    """An entry's line with some members changed (None: left out), in RFC 8785 form."""
    entry = {**json.loads(line), **members}
    return json_line({name: value for name, value in entry.items() if value is not None}).encode()

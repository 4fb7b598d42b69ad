import json

from . import proofs
from .record import Record, leaf, uuid
from .signing import public_key, verifier_key
from .support import BundleCase, changed, small_record


def holding(change):
    """A small whole bundle of which the line of entry 6 was changed, and everything made to fit: leaves, roots, signatures."""
    record = small_record()
    record.lines[5] = change(record.lines[5])
    for size in record.checkpoints:
        record.checkpoint(size)
    return record.whole()


class LeavesTest(BundleCase):
    """Step 5, 1 and what is left over."""

    def test_there_is_a_leaf_for_every_entry(self):
        for k in (1, 6, 12):
            for line in ("", "0" * 63, "0" * 65, "A" * 64, "g" * 64, " " + "0" * 64):
                draft = small_record().whole()
                draft.leaves[k - 1] = line
                self.assert_bad(draft, "entry", "leaf-missing", k)
        draft = small_record().whole()
        draft.leaves.pop()
        self.assert_bad(draft, "entry", "leaf-missing", 12)

    def test_nothing_is_left_over(self):
        draft = small_record().whole()
        draft.leaves.append("0" * 64)
        self.assert_bad(draft, "entry", "entry-extra", 13)
        draft = small_record().whole()
        draft.entries.append(draft.entries[-1])
        self.assert_bad(draft, "entry", "entry-extra", 13)

    def test_a_size_that_nobody_can_count_to_ends_where_the_leaves_do(self):
        record = small_record()
        draft = record.whole().say(size=2**53 - 1)
        root = bytes.fromhex(draft.statement()["root"])
        draft.checkpoints[-1] = record.signed_checkpoint(2**53 - 1, root)
        self.assert_bad(draft, "entry", "leaf-missing", 13)


class EntriesTest(BundleCase):
    """Step 5, 2."""

    def test_a_changed_entry_is_named(self):
        for k in (1, 6, 12):
            draft = small_record().whole()
            draft.entries[k - 1] = draft.entries[k - 1].replace(b'"part":0', b'"part":1')
            self.assert_bad(draft, "entry", "entry-changed", k)

    def test_a_deleted_entry_is_named(self):
        draft = small_record().whole()
        del draft.entries[5]
        self.assert_bad(draft, "entry", "entry-changed", 6)
        draft = small_record().whole()
        draft.entries.pop()
        self.assert_bad(draft, "entry", "entry-missing", 12)

    def test_entries_in_another_order_are_named(self):
        draft = small_record().whole()
        draft.entries[3:5] = reversed(draft.entries[3:5])
        self.assert_bad(draft, "entry", "entry-changed", 4)
        draft = holding(lambda line: changed(line, seq=7))
        self.assert_bad(draft, "entry", "entry-misplaced", 6)

    def test_an_inserted_entry_is_named(self):
        draft = small_record().whole()
        draft.entries.insert(2, draft.entries[2].replace(b'"part":0', b'"part":1'))
        self.assert_bad(draft, "entry", "entry-changed", 3)

    def test_every_member_of_an_entry_is_of_its_kind(self):
        wrong = {
            "v": [2, "1", True],
            "log": ["x", uuid(1).replace("-", ""), uuid(10).upper() + "A", 1],
            "seq": [0, -6, 6.5, "6", True],
            "event": ["", 5],
            "part": [-1, 0.5, "0"],
            "at": ["", "2026-03-01T08:00:05+02:00", "2026-03-01T08:00:05.25+02:00", "2026-03-01 08:00:05.250+02:00",
                   "2026-03-01T08:00:05.250", "2026-13-01T08:00:05.250Z", "2026-02-29T08:00:05.250Z", "2026-03-01T24:00:05.250Z", 5],
            "boot": ["x", 5],
            "mono": [-1, "5", True],
            "actor": ["device", [], 1],
            "type": [1, []],
            "ids": [[], "x"],
            "data": [[], 1],
            "salt": ["", "A" * 21, "A" * 23, "A" * 21 + "B", "A" * 20 + "+A", "A" * 22 + "==", 1],
            "app": [1, {}],
            "more": ["x"],
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(f"{name} {value}"):
                    draft = holding(lambda line: changed(line, **{name: value}))
                    self.assert_bad(draft, "entry", "entry-malformed", 6)
        for name in json.loads(small_record().lines[5]):
            with self.subTest(f"no {name}"):
                self.assert_bad(holding(lambda line: changed(line, **{name: None})), "entry", "entry-malformed", 6)

    def test_milliseconds_may_be_none_or_have_fractions(self):
        for mono in (b"0", b"0.5", b"1e+300"):
            self.assert_ok(holding(lambda line: line.replace(b'"mono":6000', b'"mono":' + mono)))

    def test_an_entry_is_in_rfc_8785_form(self):
        for change in (
            lambda line: b"",
            lambda line: b"null",
            lambda line: b"[]",
            lambda line: line[:-1],
            lambda line: line + b" ",
            lambda line: line.replace(b'"part":0', b'"part":0.0'),
            lambda line: line.replace(b'"part":0', b'"part":7,"part":0'),
            lambda line: line.replace(b'"data":{}', b'"data":{"b":1,"a":2}'),
            lambda line: line.replace(b'"data":{}', b'"data":{"a":"\\ud800"}'),
            lambda line: line.replace(b'"data":{}', b'"data":{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"),
            lambda line: line.replace(b'"data":{}', b'"data":{"a":' + b"[" * 10**6 + b"}"),
        ):
            self.assert_bad(holding(change), "entry", "entry-malformed", 6)
        self.assert_ok(holding(lambda line: line.replace(b'"data":{}', '"data":{"a":"é\U0001f600"}'.encode())))

    def test_an_entry_of_another_log_is_named(self):
        self.assert_bad(holding(lambda line: changed(line, log=uuid(9))), "entry", "entry-of-another-log", 6)

    def test_a_log_that_was_put_back_goes_on(self):
        record = Record().fill(4).checkpoint().fill(6).put_back(5).fill(9).checkpoint()
        self.assertEqual(self.assert_ok(record.whole()).entries, 9)

    def test_what_a_log_says_it_was_put_back_upon_is_true(self):
        for broken in ({"from": uuid(9)}, {"size": 4}, {"size": "5"}, {"size": 6}, {"root": "0" * 64}, {"root": None}):
            record = Record().fill(4).checkpoint().fill(6).put_back(5, **broken).fill(9).checkpoint()
            self.assert_bad(record.whole(), "entry", "entry-of-another-log", 6)
        self.assert_bad(holding(lambda line: changed(line, type="restored", log=uuid(9))), "entry", "entry-of-another-log", 6)

    def test_the_first_entry_after_a_purge_may_be_of_any_log(self):
        record = Record().fill(5).put_back(5).fill(9)
        record.purge(5).fill(12).checkpoint()
        self.assert_ok(record.whole())
        broken = Record().fill(5).put_back(5, root="0" * 64).fill(9)
        self.assert_bad(broken.purge(5).checkpoint().whole(), "entry", "entry-of-another-log", 6)


class RootsTest(BundleCase):
    """Step 5, 3."""

    def test_a_rewritten_record_is_vouched_for_up_to_the_checkpoint_before(self):
        for k, entry in ((2, 1), (4, 1), (5, 5), (9, 5), (10, 10), (12, 10)):
            draft = small_record().whole()
            draft.entries[k - 1] = changed(draft.entries[k - 1], part=1)
            draft.leaves[k - 1] = leaf(draft.entries[k - 1]).hex()
            self.assert_bad(draft, "entry", "rewritten", entry)

    def test_a_checkpoint_is_of_the_log_of_its_entry(self):
        record = Record().fill(4).put_back(3).fill(8)
        record.checkpoint()
        record.checkpoints[5] = record.signed_checkpoint(5, proofs.root(record.leaves[:5]), log=uuid(1))
        self.assert_bad(record.whole(), "entry", "entry-of-another-log", 5)
        record.checkpoints[5] = record.signed_checkpoint(5, proofs.root(record.leaves[:5]))
        self.assert_ok(record.whole())

    def test_the_log_of_a_purged_entry_is_not_known(self):
        record = Record().fill(6).purge(5).fill(9).checkpoint()
        record.checkpoints[4] = record.signed_checkpoint(4, proofs.root(record.leaves[:4]), log=uuid(9))
        draft = record.whole()
        draft.keys.insert(0, verifier_key(f"bedside-hello/{uuid(9)}", public_key(record.seed)))
        self.assert_ok(draft)
        draft.checkpoints[0] = record.signed_checkpoint(4, bytes(32), log=uuid(9))
        self.assert_bad(draft, "entry", "rewritten", 1)


class PurgeTest(BundleCase):
    def test_a_purge_that_is_explained_is_ok(self):
        record = Record().fill(6).checkpoint().purge(4).fill(9).purge(6).fill(12).checkpoint()
        answer = self.assert_ok(record.whole())
        self.assertEqual((answer.size, answer.entries, answer.purged), (12, 6, 6))

    def test_a_purge_that_nothing_explains_is_named(self):
        self.assert_bad(self._purged(2, None), "entry", "purge-unexplained", 1, last_good=0)
        for through in (3, 5, "4", None):
            self.assert_bad(self._purged(4, through), "entry", "purge-unexplained", 1, last_good=0)
        record = Record().fill(6).purge(4).purge(5).fill(9).checkpoint()
        record.purged = 4
        self.assert_bad(record.whole(), "entry", "purge-unexplained", 1, last_good=0)
        record.purged = 9
        self.assert_bad(record.whole(), "entry", "purge-unexplained", 1, last_good=0)

    def test_how_much_was_purged_is_possible(self):
        for purged in (-1, 13):
            self.assert_bad(small_record().whole().say(purged=purged), "statement", "statement-disagrees")
        self.assert_bad(small_record().whole().say(purged=1), "entry", "entry-changed", 2)

    @staticmethod
    def _purged(count, through):
        record = Record().fill(6).add("purged", data={"through": through}).fill(9).checkpoint()
        record.purged = count
        return record.whole()


class StatementAgainTest(BundleCase):
    """Step 6."""

    def test_what_the_statement_says_of_the_entries_is_true(self):
        for wrong in (
            {"entries": 11},
            {"first": 2},
            {"first": None},
            {"last": 11},
            {"last": None},
            {"digest": "0" * 64},
            {"sessions": 0},
            {"introductions": -1},
        ):
            self.assert_bad(small_record().whole().say(**wrong), "statement", "statement-disagrees")

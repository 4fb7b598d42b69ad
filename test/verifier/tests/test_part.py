import json

from . import proofs
from .draft import archive
from .record import Record, json_line, uuid
from .support import SESSION_FILTER, BundleCase, changed, small_part, small_record

DAYS = {"from": "2026-03-01", "kind": "days", "to": "2026-03-01"}


class PartTest(BundleCase):
    """Step 5b."""

    def test_a_part_is_ok(self):
        answer = self.assert_ok(small_part())
        self.assertEqual(answer.line(), "ok: 6 of entries 1–12, anchored to 0")
        self.assertEqual(self.assert_ok(small_part().say(purged=2)).purged, 2)
        self.assert_ok(small_record().part(range(1, 10), DAYS))

    def test_a_part_may_be_empty(self):
        answer = self.assert_ok(small_record().part([], SESSION_FILTER))
        self.assertEqual((answer.entries, answer.size), (0, 12))

    def test_a_part_of_a_log_that_was_put_back_is_ok(self):
        record = Record().fill(4).checkpoint().put_back(4).fill(9).checkpoint()
        self.assert_ok(record.part([1, 3, 7, 9], SESSION_FILTER))

    def test_a_missing_entry_is_named_by_its_proof(self):
        draft = small_part()
        draft.entries.pop()
        self.assert_bad(draft, "entry", "entry-missing", 11, last_good=9)
        draft.entries.clear()
        self.assert_bad(draft, "entry", "entry-missing", 1, last_good=0)

    def test_an_entry_in_another_form_is_named(self):
        for line in (b"", b"{}", b"[" * 10**5, small_part().entries[2][:-1], changed(small_part().entries[2], v=2)):
            draft = small_part()
            draft.entries[2] = line
            self.assert_bad(draft, "entry", "entry-malformed", 5, last_good=3)

    def test_an_entry_in_another_place_is_named(self):
        draft = small_part()
        draft.entries[2] = changed(draft.entries[2], seq=6)
        self.assert_bad(draft, "entry", "entry-misplaced", 5, last_good=3)
        draft = small_part()
        del draft.entries[2]
        self.assert_bad(draft, "entry", "entry-misplaced", 5, last_good=3)

    def test_an_entry_of_another_log_is_named(self):
        draft = small_part()
        draft.entries[2] = changed(draft.entries[2], log=uuid(9))
        self.assert_bad(draft, "entry", "entry-of-another-log", 5, last_good=3)

    def test_a_changed_entry_is_named(self):
        draft = small_part()
        draft.entries[2] = changed(draft.entries[2], part=1)
        self.assert_bad(draft, "entry", "entry-changed", 5, last_good=3)

    def test_a_proof_that_does_not_lead_to_the_root_is_named(self):
        proof = json.loads(small_part().proofs[2])["proof"]
        for wrong in ([], proof[:-1], [*proof, proof[0]], [proof[1], proof[0], *proof[2:]]):
            draft = small_part()
            draft.proofs[2] = json_line({"proof": wrong, "seq": 5})
            self.assert_bad(draft, "entry", "entry-changed", 5, last_good=3)

    def test_an_entry_that_the_filter_does_not_ask_for_is_named(self):
        self.assert_bad(small_record().part([1, 2, 3], SESSION_FILTER), "entry", "filter-disagrees", 2, last_good=1)
        self.assert_bad(small_record().part([8, 9, 10], DAYS), "entry", "filter-disagrees", 10, last_good=9)
        later = {**DAYS, "from": "2026-03-02", "to": "2026-03-02"}
        self.assert_bad(small_record().part([9, 10], later), "entry", "filter-disagrees", 9, last_good=0)

    def test_a_line_that_is_not_a_proof_is_named(self):
        right = small_part().proofs[2]
        first = json.loads(right)["proof"][0]
        for line in (
            "",
            "{}",
            "[]",
            right[:-1],
            right.replace(",", ", "),
            right.replace('"seq":5', '"seq":5.0'),
            right.replace('"seq":5', '"seq":3'),
            right.replace('"seq":5', '"seq":13'),
            right.replace('"seq":5', '"seq":-5'),
            right.replace('"seq":5', '"seq":"5"'),
            right.replace('"seq":5', '"seq":5,"seq":5'),
            right.replace('"seq":5', '"seq":5,"size":5'),
            right.replace(first, first[:-1]),
            right.replace(first, "AAAA"),
            right.replace(f'"{first}"', "5"),
            '{"proof":"","seq":5}',
            '{"proof":null,"seq":5}',
            "[" * 10**5,
        ):
            with self.subTest(line[:80]):
                draft = small_part()
                draft.proofs[2] = line
                self.assert_bad(draft, "entry", "proof-malformed", 4, last_good=3)
        draft = small_part()
        draft.proofs[0] = "{}"
        self.assert_bad(draft, "entry", "proof-malformed", 1, last_good=0)

    def test_an_entry_without_a_proof_is_named(self):
        draft = small_part()
        draft.proofs.pop()
        self.assert_bad(draft, "entry", "entry-extra", 10, last_good=9)
        draft.proofs.clear()
        self.assert_bad(draft, "entry", "entry-extra", 1, last_good=0)

    def test_what_the_statement_says_of_a_part_is_true(self):
        for wrong in ({"entries": 7}, {"first": 2}, {"last": 12}, {"digest": "0" * 64}, {"sessions": 9}):
            self.assert_bad(small_part().say(**wrong), "statement", "statement-disagrees")


class ConsistencyTest(BundleCase):
    def test_every_checkpoint_but_the_last_is_consistent_with_it(self):
        first, second = small_part().consistency
        for lines in (
            [],
            [first],
            [second, first],
            [first, second, second],
            [first, first],
            [first, "{}"],
            [first, ""],
            [first, second.replace(":", ": ")],
            [first, second.replace('"size":9', '"size":8')],
            [first, json_line({"proof": json.loads(second)["proof"][:-1], "size": 9})],
            [first, json_line({"proof": [], "size": 9})],
        ):
            draft = small_part()
            draft.consistency = lines
            self.assert_bad(draft, "checkpoint", "checkpoint-inconsistent")

    def test_a_rewritten_record_is_found(self):
        record = small_record()
        record.checkpoint(9, root=proofs.root(record.leaves[:8]))
        self.assert_bad(record.part([1, 3], SESSION_FILTER), "checkpoint", "checkpoint-inconsistent")

    def test_the_last_checkpoint_alone_needs_no_proof(self):
        self.assert_ok(Record().fill(8).checkpoint().part([1, 3], SESSION_FILTER))

    def test_a_part_has_the_members_of_a_part(self):
        members = dict(small_part().members())
        for name in ("proofs.ndjson", "consistency.ndjson"):
            self.assert_unreadable(archive((key, value) for key, value in members.items() if key != name))
        swapped = list(members.items())
        self.assert_unreadable(archive([*swapped[:5], *reversed(swapped[5:])]))

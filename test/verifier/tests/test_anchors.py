import base64

from verifier.note import COSIGNATURE_KEY, parse_key

from . import proofs
from .record import Record
from .signing import cosignature_line, public_key, to_base64, verifier_key
from .support import SESSION_FILTER, BundleCase, small_part, small_record

WITNESS, WITNESS_SEED = "witness.example/w1", b"\3" * 32


def anchor(size, root=None, **how):
    """A checkpoint of the record that all tests have, as it stood when it grew on without checkpoints there."""
    record = Record().fill(20)
    return record.signed_checkpoint(size, root or proofs.root(record.leaves[:size]), **how)


def told_later(line):
    """A cosignature that tells another second than the one signed."""
    before, encoded = line.rsplit(" ", 1)
    data = bytearray(base64.b64decode(encoded))
    data[11] ^= 1
    return f"{before} {to_base64(bytes(data))}\n"


class AnchorsTest(BundleCase):
    """Step 7 in a whole bundle."""

    def test_the_largest_anchor_that_holds_is_told(self):
        whole = small_record().whole
        self.assertEqual(self.assert_ok(whole()).anchored, 0)
        self.assertEqual(self.assert_ok(whole(), anchors=[anchor(7)]).anchored, 7)
        self.assertEqual(self.assert_ok(whole(), anchors=[anchor(12), anchor(3), anchor(12)]).anchored, 12)
        together = "\n".join([anchor(9), anchor(2)])
        self.assertEqual(self.assert_ok(whole(), anchors=[together, anchor(5)]).anchored, 9)

    def test_an_anchor_is_a_checkpoint_signed_by_the_device(self):
        right = anchor(7)
        for text in (
            "",
            "x",
            right[:-1],
            right[:-1] + "x",
            right + "\n",
            right + "— a\x01b 3q2+7wAAAAA=\n",
            right + "— a\x85b 3q2+7wAAAAA=\n",
            right + right.splitlines(True)[-1] * 100,
            right.replace("\n7\n", "\n07\n"),
            right.replace("\n7\n", "\n6\n"),
            anchor(7, seed=b"\2" * 32),
            anchor(7, log="00000009-0000-4000-8000-000000000000"),
        ):
            for draft in (small_record().whole(), small_part()):
                self.assert_bad(draft, "anchor", "anchor-unsigned", anchors=[anchor(4), text])

    def test_a_record_rewritten_since_is_good_up_to_the_anchor_before(self):
        for sizes, wrong, entry in (([], 7, 1), ([3, 5], 7, 6), ([3, 9], 7, 4)):
            anchors = [anchor(wrong, root=bytes(32)), *map(anchor, sizes)]
            self.assert_bad(small_record().whole(), "entry", "rewritten-since-anchor", entry, anchors=anchors)

    def test_a_record_cut_since_is_found(self):
        for draft in (small_record().whole, small_part):
            self.assert_bad(draft(), "entry", "shorter-than-anchor", 13, anchors=[anchor(13), anchor(4)])
            self.assert_bad(draft(), "entry", "shorter-than-anchor", 13, anchors=[anchor(20, root=bytes(32))])

    def test_anchors_are_taken_by_size(self):
        wrong, unsigned, longer = anchor(7, root=bytes(32)), anchor(9, seed=b"\2" * 32), anchor(13)
        draft = small_record().whole()
        self.assert_bad(draft, "entry", "rewritten-since-anchor", 1, anchors=[longer, unsigned, wrong])
        self.assert_bad(draft, "anchor", "anchor-unsigned", anchors=[longer, unsigned])


class AnchorsOfPartTest(BundleCase):
    def test_an_anchor_holds_if_its_checkpoint_is_there(self):
        answer = self.assert_ok(small_part(), anchors=[anchor(9), anchor(4)])
        self.assertEqual((answer.anchored, answer.unmatched), (9, ()))

    def test_an_anchor_without_its_checkpoint_counts_for_nothing(self):
        answer = self.assert_ok(small_part(), anchors=[anchor(4), anchor(5, root=bytes(32)), anchor(11)])
        self.assertEqual((answer.anchored, answer.unmatched), (4, (5, 11)))

    def test_an_anchor_with_another_root_is_named(self):
        wrong = anchor(9, root=bytes(32))
        self.assert_bad(small_part(), "entry", "rewritten-since-anchor", 5, anchors=[wrong, anchor(4)])
        self.assert_bad(small_part(), "entry", "rewritten-since-anchor", 1, anchors=[wrong])


class WitnessesTest(BundleCase):
    def setUp(self):
        self.witness = parse_key(verifier_key(WITNESS, public_key(WITNESS_SEED), COSIGNATURE_KEY), COSIGNATURE_KEY)

    def _anchored(self, cosignature, at=9, witnesses=None):
        record = small_record()
        text = record.checkpoints[at].split("\n\n")[0] + "\n"
        record.checkpoints[at] += cosignature(text)
        for bundle in (record.whole(), record.part([1, 3], SESSION_FILTER)):
            answer = self.assert_ok(bundle, witnesses=[self.witness] if witnesses is None else witnesses)
        return answer.anchored

    def test_a_cosigned_checkpoint_is_an_anchor_that_holds(self):
        self.assertEqual(self._anchored(lambda text: cosignature_line(WITNESS, WITNESS_SEED, text)), 9)
        self.assertEqual(self._anchored(lambda text: cosignature_line(WITNESS, WITNESS_SEED, text), at=12), 12)
        largest = lambda text: cosignature_line(WITNESS, WITNESS_SEED, text, time=2**63 - 1)
        self.assertEqual(self._anchored(largest), 9)

    def test_only_a_given_witness_is_believed(self):
        right = lambda text: cosignature_line(WITNESS, WITNESS_SEED, text)
        self.assertEqual(self._anchored(right, witnesses=[]), 0)
        for cosignature in (
            lambda text: cosignature_line(WITNESS, b"\4" * 32, text),
            lambda text: cosignature_line("witness.example/w2", WITNESS_SEED, text),
            lambda text: cosignature_line(WITNESS, WITNESS_SEED, text + "x"),
            lambda text: cosignature_line(WITNESS, WITNESS_SEED, text, time=2**63),
            lambda text: told_later(right(text)),
        ):
            self.assertEqual(self._anchored(cosignature), 0)

    def test_a_key_of_a_witness_is_of_its_algorithm(self):
        self.assertIsNone(parse_key(verifier_key(WITNESS, public_key(WITNESS_SEED)), COSIGNATURE_KEY))

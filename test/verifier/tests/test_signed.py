from .record import json_line, uuid
from .signing import public_key, signature_line, verifier_key
from .support import BundleCase, small_part, small_record

OTHER = b"\2" * 32


class KeysTest(BundleCase):
    """Step 2."""

    def test_every_line_is_a_verifier_key_of_a_log(self):
        public = public_key(b"\1" * 32)
        right = verifier_key(f"bedside-hello/{uuid(9)}", public)
        draft = small_record().whole()
        draft.keys.insert(0, right)
        self.assert_ok(draft)
        name, key_id, data = right.split("+", 2)
        for line in (
            "",
            "x",
            f"{name}+{key_id}",
            f"{name}+00000000+{data}",
            f"{name}+{key_id.upper()}+{data}" if key_id != key_id.upper() else "x",
            f"{name}+{key_id}+{data}=",
            f"{name}+{key_id}+{data[:-4]}",
            f" {right}",
            verifier_key(f"bedside-hello/{uuid(9)}", public, algorithm=4),
            verifier_key(f"bedside-hello/{uuid(9)}", public + b"\0"),
            verifier_key(f"bedside-hello/{uuid(0xA)}".replace("a-", "A-"), public),
            verifier_key("bedside-hello/x", public),
            verifier_key(uuid(1), public),
        ):
            with self.subTest(line):
                draft = small_record().whole()
                draft.keys.insert(0, line)
                self.assert_bad(draft, "keys", "key-malformed")

    def test_there_is_a_key(self):
        draft = small_record().whole()
        draft.keys.clear()
        self.assert_bad(draft, "keys", "key-malformed")

    def test_no_name_is_there_twice(self):
        draft = small_record().whole()
        draft.keys.insert(0, verifier_key(f"bedside-hello/{uuid(1)}", public_key(OTHER)))
        self.assert_bad(draft, "keys", "key-malformed")

    def test_the_last_key_is_that_of_the_newest_log(self):
        draft = small_record().whole()
        draft.keys.append(verifier_key(f"bedside-hello/{uuid(9)}", public_key(OTHER)))
        self.assert_bad(draft, "keys", "key-malformed")
        draft.keys.reverse()
        self.assert_ok(draft)

    def test_only_the_trusted_key_is_trusted(self):
        fingerprint = self.assert_ok(small_record().whole()).key
        self.assert_ok(small_record().whole(), key=fingerprint)
        for other in ("0" * 64, "", fingerprint[:-1]):
            self.assert_bad(small_record().whole(), "keys", "key-not-trusted", key=other)


class StatementTest(BundleCase):
    """Step 3."""

    def test_the_statement_is_signed_by_the_last_key(self):
        draft = small_record().whole()
        draft.put("statement.txt", draft.signed_statement().replace(b'"app":"0.3.0"', b'"app":"0.3.1"'))
        self.assert_bad(draft, "statement", "statement-unsigned")
        draft = small_record().whole()
        draft.seed = OTHER
        self.assert_bad(draft, "statement", "statement-unsigned")

    def test_its_signature_line_is_that_of_the_device(self):
        draft = small_record().whole()
        right = draft.signed_statement().decode()
        signed, line = right.rsplit("\n\n", 1)
        text = signed + "\n"
        spare_bits = line.replace("=\n", "").rstrip()
        for wrong in (
            line.replace("—", "-"),
            line.replace("— ", "—"),
            line.replace(" ", "  "),
            line.replace("\n", " \n"),
            line.replace("=", ""),
            spare_bits[:-1] + chr(ord(spare_bits[-1]) + 1) + "=\n",
            signature_line(f"bedside-hello/{uuid(9)}", b"\1" * 32, text),
            signature_line(f"bedside-hello/{uuid(1)}", OTHER, text),
            signature_line(f"bedside-hello/{uuid(1)}", b"\1" * 32, text[:-1]),
            "x\n",
            "\n",
        ):
            with self.subTest(wrong):
                draft.put("statement.txt", f"{text}\n{wrong}".encode())
                self.assert_bad(draft, "statement", "statement-unsigned")

    def test_it_is_in_rfc_8785_form(self):
        draft = small_record().whole()
        for line in (
            json_line(draft.statement()).replace('":', '": '),
            json_line(draft.statement()).replace('"purged":0', '"purged":0.0'),
            json_line(draft.statement()).replace('"purged":0', '"purged":7,"purged":0'),
        ):
            self.assert_bad(draft.put("statement.txt", draft.signed_statement(line)), "statement", "statement-unsigned")


class CheckpointsTest(BundleCase):
    """Step 4."""

    def assert_checkpoints_refused(self, text):
        for draft in (small_record().whole(), small_part()):
            self.assert_bad(draft.put("checkpoints.txt", text.encode()), "checkpoint", "checkpoint-unsigned")

    def test_checkpoints_have_their_form(self):
        first, second, last = small_record().whole().checkpoints
        root = last.split("\n")[2]
        for text in (
            "",
            "\n",
            "\n".join([first, second, last]) + "\n",
            "\n" + last,
            first + last,
            first + "\n\n" + last,
            last.replace("\n\n", "\n"),
            last.rsplit("—", 1)[0],
            last.replace(root, root[:-1]),
            last.replace("\n\n", "\nmore\n\n"),
            last.replace("\n\n", "\nx\n"),
            last + "not a signature\n",
            last + "— name too+many AAAAAAAA\n",
            last + "— name AAAAAA==\n",
            last + last.split("\n\n")[1] * 100,
        ):
            with self.subTest(text):
                self.assert_checkpoints_refused(text)

    def test_sizes_ascend(self):
        first, second, last = small_record().whole().checkpoints
        for found in ([second, first, last], [first, first, last], [first, last, last]):
            self.assert_checkpoints_refused("\n".join(found))

    def test_sizes_are_whole_numbers_from_1(self):
        root = bytes(32)
        for size in ("0", "-1", "012", "+12", "1e1", "12 ", "", "١٢", 2**53, "9" * 50):
            self.assert_checkpoints_refused(small_record().signed_checkpoint(size, root))

    def test_the_first_signature_is_by_the_key_of_the_origin(self):
        first, second, last = small_record().whole().checkpoints
        record, root = small_record(), bytes(32)
        for broken in (
            second.replace("\n9\n", "\n8\n"),
            record.signed_checkpoint(9, bytes(31)),
            record.signed_checkpoint(9, root, seed=OTHER),
            record.signed_checkpoint(9, root, log=uuid(9)),
            second.replace("\n\n", "\n\n" + last.split("\n\n")[1]),
        ):
            self.assert_checkpoints_refused("\n".join([first, broken, last]))

    def test_other_signatures_are_for_others_to_believe(self):
        draft = small_record().whole()
        draft.checkpoints[1] += "— somebody.example/w AAAAAAA=\n" * 99
        self.assert_ok(draft)

    def test_the_last_is_that_of_the_statement(self):
        for draft in (small_record().whole(), small_part()):
            self.assert_bad(draft.say(size=11), "checkpoint", "statement-disagrees")
            self.assert_bad(draft.say(size=12, root="0" * 64), "checkpoint", "statement-disagrees")
        record = small_record()
        draft = record.whole()
        older = f"bedside-hello/{uuid(9)}"
        draft.keys.insert(0, verifier_key(older, public_key(record.seed)))
        root = bytes.fromhex(draft.statement()["root"])
        draft.checkpoints[-1] = record.signed_checkpoint(12, root, log=uuid(9))
        self.assert_bad(draft, "checkpoint", "statement-disagrees")

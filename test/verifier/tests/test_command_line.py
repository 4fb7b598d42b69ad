import base64
import json
import os
import subprocess
import sys
import tempfile
import unittest

from .draft import archive
from .signing import public_key, verifier_key
from .support import small_part, small_record
from .test_anchors import anchor

FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def run_it(self, *arguments, stdin=None):
        """The exit code, and what was said; run as a folder, from elsewhere."""
        command = [sys.executable, FOLDER, *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=self.folder, env={"LC_ALL": "C"})
        self.assertNotIn(b"Traceback", done.stderr)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_a_whole_bundle_and_a_part_are_ok(self):
        whole, part = self.file("whole", small_record().whole().pack()), self.file("part", small_part().pack())
        several = self.file("anchors", "\n".join([anchor(4), anchor(9)]).encode())
        code, told, said = self.run_it(whole)
        self.assertEqual((code, told.splitlines()[0], said), (0, "ok: entries 1–12, anchored to 0", ""))
        self.assertIn("NOT COMPARED", told)
        self.assertIn("1–12 not yet anchored", told)
        told = self.run_it(whole, "--anchor", several)[1]
        self.assertEqual(told.splitlines()[0], "ok: entries 1–12, anchored to 9")
        self.assertIn("10–12 not yet anchored", told)
        self.assertEqual(self.run_it(part)[1].splitlines()[0], "ok: 6 of entries 1–12, anchored to 0")
        module = subprocess.run(
            [sys.executable, "-m", "verifier", whole], capture_output=True, cwd=os.path.dirname(FOLDER)
        )
        self.assertEqual((module.returncode, module.stderr), (0, b""))

    def test_an_anchor_that_counts_for_nothing_is_told(self):
        part, beside = self.file("part", small_part().pack()), self.file("anchor", anchor(5).encode())
        code, told, _ = self.run_it(part, "--anchor", beside)
        self.assertEqual((code, told.splitlines()[0]), (0, "ok: 6 of entries 1–12, anchored to 0"))
        self.assertIn("count for nothing, as no checkpoint of their size is here: 1", told)

    def test_a_fingerprint_may_come_in_groups_and_capitals(self):
        whole = self.file("whole", small_record().whole().pack())
        key = json.loads(self.run_it(whole, "--json")[1])["key"]
        groups = " ".join(key[at : at + 4] for at in range(0, 64, 4))
        for given in (key, groups, groups.upper(), key.upper()):
            code, told, _ = self.run_it(whole, "--key", given)
            self.assertEqual(code, 0)
            self.assertIn("is the one you gave", told)
        for given in (key[:-1], "fingerprint " + key):
            code, told, _ = self.run_it(whole, "--key", given)
            self.assertEqual(code, 2)
            self.assertIn("64 hex digits", told)

    def test_an_anchor_may_come_as_mail_and_scanners_leave_it(self):
        whole, right = self.file("whole", small_record().whole().pack()), anchor(7)
        for text in (right, right.rstrip("\n"), right.replace("\n", "\r\n"), "\ufeff" + right, f"\n{right}\n\n"):
            told = self.run_it(whole, "--anchor", self.file("anchor", text.encode()))[1]
            self.assertEqual(told.splitlines()[0], "ok: entries 1–12, anchored to 7")
        told = self.run_it(whole, "--anchor", self.file("anchor", right.replace("—", "-").encode()))[1]
        self.assertIn("letter by letter", told)

    def test_a_bad_bundle_is_told_with_the_entry_if_there_is_one(self):
        draft = small_record().whole()
        draft.entries[5] = b"{}"
        path = self.file("bad", draft.pack())
        self.assertEqual(self.run_it(path)[:2], (1, "bad: entry 6: entry-changed; last good 5\n"))
        self.assertEqual(self.run_it(path, "--key", "0" * 64)[:2], (1, "bad: keys: key-not-trusted\n"))

    def test_what_is_not_a_bundle_is_unreadable(self):
        for path in (self.file("x", b"x"), self.folder, os.path.join(self.folder, "none"), "/dev/zero"):
            code, line, _ = self.run_it(path)
            self.assertEqual(code, 2)
            self.assertRegex(line, r"^unreadable: [^\n]+\n$")
        whole = self.file("whole", small_record().whole().pack())
        self.assertEqual(self.run_it(whole, "--anchor", "none", "--json")[:2], (2, '{"result":"unreadable"}\n'))
        self.assertEqual(self.run_it(whole, "--witness", "none", "--json")[:2], (2, '{"result":"unreadable"}\n'))

    def test_json_has_one_line(self):
        path = self.file("whole", small_record().whole().pack())
        code, line, _ = self.run_it(path, "--json")
        key = json.loads(line)["key"]
        told = f'{{"result":"ok","size":12,"entries":12,"purged":0,"anchored":0,"key":"{key}"}}\n'
        self.assertEqual((code, line), (0, told))
        told = '{"result":"bad","what":"keys","entry":null,"why":"key-not-trusted","lastGood":null}\n'
        self.assertEqual(self.run_it(path, "--json", "--key", "0" * 64)[:2], (1, told))
        self.assertEqual(self.run_it(path, "--json", "--key", key)[0], 0)

    def test_a_batch_is_answered_line_by_line(self):
        whole = small_record().whole().pack()
        witness = verifier_key("w", public_key(b"\3" * 32), algorithm=4)
        cases = [
            {"bundle": self.file("whole", whole), "key": None, "anchors": [], "witnesses": []},
            {"base64": base64.b64encode(whole).decode(), "key": None, "anchors": [anchor(7)], "witnesses": [witness]},
            {"base64": base64.b64encode(whole).decode(), "key": "0" * 64, "anchors": [], "witnesses": []},
            {"base64": base64.b64encode(archive([])).decode(), "key": None, "anchors": [], "witnesses": []},
        ]
        code, said, _ = self.run_it("--batch", stdin=b"".join(json.dumps(case).encode() + b"\n" for case in cases))
        answers = list(map(json.loads, said.splitlines()))
        self.assertEqual(code, 0)
        self.assertEqual([answer["result"] for answer in answers], ["ok", "ok", "bad", "unreadable"])
        self.assertEqual(answers[1]["anchored"], 7)

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
        self.assertEqual(self.run_it(whole), (0, "ok: entries 1–12, anchored to 0\n", ""))
        self.assertEqual(self.run_it(whole, "--anchor", several)[1], "ok: entries 1–12, anchored to 9\n")
        self.assertEqual(self.run_it(part)[:2], (0, "ok: 6 of entries 1–12, anchored to 0\n"))
        module = subprocess.run(
            [sys.executable, "-m", "verifier", whole], capture_output=True, cwd=os.path.dirname(FOLDER)
        )
        self.assertEqual((module.returncode, module.stderr), (0, b""))

    def test_an_anchor_that_counts_for_nothing_is_told(self):
        part, beside = self.file("part", small_part().pack()), self.file("anchor", anchor(5).encode())
        code, line, said = self.run_it(part, "--anchor", beside)
        self.assertEqual((code, line), (0, "ok: 6 of entries 1–12, anchored to 0\n"))
        self.assertIn("the anchor of size 5 counts for nothing", said)

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

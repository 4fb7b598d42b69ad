from .draft import archive, header, member
from .record import uuid
from .support import BundleCase, small_part, small_record


def repacked(change):
    """A right bundle whose list of (name, bytes) was changed."""
    members = list(small_record().whole().members().items())
    change(members)
    return archive(members)


class ReadTest(BundleCase):
    """Step 1."""

    def test_a_right_bundle_is_read(self):
        self.assert_ok(small_record().whole())

    def test_a_file_that_ends_early_or_goes_on_is_not_a_bundle(self):
        right = small_record().whole().pack()
        for end in (0, 1, 511, 512, 513, 5000, len(right) - 1024, len(right) - 512, len(right) - 1):
            self.assert_unreadable(right[:end])
        for more in (b"\0", bytes(512), b"x" * 512):
            self.assert_unreadable(right + more)

    def test_every_bit_of_a_header_counts(self):
        right = small_record().whole().pack()
        for at in range(0, 512, 7):
            broken = right[:at] + bytes([right[at] ^ 4]) + right[at + 1 :]
            self.assert_unreadable(broken)

    def test_only_plain_files_in_ustar_form_are_members(self):
        content = b"For people.\n"
        rest = archive(list(small_record().whole().members().items())[1:])
        for kind, magic in ((b"\0", b"ustar\x0000"), (b"5", b"ustar\x0000"), (b"0", bytes(8))):
            first = header("README.txt", len(content), kind, magic) + content.ljust(512, b"\0")
            self.assert_unreadable(first + rest)
        self.assert_ok(header("README.txt", len(content)) + content.ljust(512, b"\0") + rest)

    def test_members_are_those_of_the_page_once_and_in_order(self):
        changes = {
            "swapped": lambda found: found.insert(1, found.pop(2)),
            "twice": lambda found: found.insert(1, found[1]),
            "missing": lambda found: found.pop(0),
            "the last missing": lambda found: found.pop(),
            "more": lambda found: found.append(("more.txt", b"")),
            "renamed": lambda found: found.__setitem__(0, ("readme.txt", b"")),
            "none": lambda found: found.clear(),
        }
        for name, change in changes.items():
            with self.subTest(name):
                self.assert_unreadable(repacked(change))

    def test_a_name_is_with_its_prefix(self):
        block = bytearray(header("README.txt", 0))
        block[345:348] = b"a/b"
        block[148:156] = b"%06o\0 " % (sum(block[:148]) + 256 + sum(block[156:]))
        rest = archive(list(small_record().whole().members().items())[1:])
        self.assert_unreadable(bytes(block) + rest)

    def test_members_are_lines_of_utf_8(self):
        for name in ("statement.txt", "keys.txt", "checkpoints.txt", "entries.ndjson", "leaves.txt"):
            content = small_record().whole().members()[name]
            for broken in (content[:-1], content + b"\xff\n", content + b"\xed\xa0\xbd\n", content + b"\xc0\xaf\n"):
                self.assert_unreadable(small_record().whole().put(name, broken))
        for name in ("proofs.ndjson", "consistency.ndjson"):
            self.assert_unreadable(small_part().put(name, b"[]"))

    def test_the_readme_is_not_looked_at(self):
        for content in (b"", b"\xff", b"no line feed"):
            self.assert_ok(small_record().whole().put("README.txt", content))

    def test_the_statement_has_four_lines(self):
        first, second, _, fourth, _ = small_record().whole().signed_statement().split(b"\n")
        for lines in (
            [],
            [b"bedside-hello statement 2", second, b"", fourth],
            [first, b"", fourth],
            [first, second, fourth],
            [first, second, b" ", fourth],
            [first, second, b"", fourth, fourth],
            [first, second, b"more", b"", fourth],
        ):
            self.assert_unreadable(small_record().whole().put("statement.txt", b"".join(line + b"\n" for line in lines)))

    def test_the_statement_is_json_with_its_members(self):
        for line in ("", "null", "[]", "{", '{"app":1', "[" * 100_000, "{}"):
            draft = small_record().whole()
            self.assert_unreadable(draft.put("statement.txt", draft.signed_statement(line)))
        self.assert_unreadable(small_record().whole().say(more=1))

    def test_the_members_of_the_statement_are_of_their_kinds(self):
        wrong = {
            "app": [1, None],
            "made": ["", "2026-03-09", "2026-03-09T10:00:00", "2026-02-30T10:00:00Z", 5],
            "log": [uuid(1).upper().replace("0", "A"), "x", 1],
            "size": ["12", 1.5, None, True, 2**53],
            "root": ["00", "A" * 64, None],
            "filter": [None, {}, {"kind": "none"}, {"kind": "all", "id": "x"}, {"kind": ["all"]}],
            "entries": ["12", None],
            "first": ["1", 0.5],
            "last": ["1", False],
            "purged": [None, "0"],
            "digest": ["", "g" * 64],
            "sessions": [None],
            "introductions": [[]],
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(f"{name} {value}"):
                    self.assert_unreadable(small_record().whole().say(**{name: value}))

    def test_the_filter_and_the_members_agree(self):
        days = {"kind": "days", "from": "2026-03-01", "to": "2026-03-31"}
        self.assert_unreadable(small_record().whole().say(filter=days))
        self.assert_unreadable(small_part().say(filter={"kind": "all"}))
        for broken in ({**days, "to": "tomorrow"}, {**days, "to": 5}, {"kind": "days", "from": "2026-03-01"}, {"kind": "session"}):
            self.assert_unreadable(small_part().say(filter=broken))

    def test_a_size_in_a_header_is_not_trusted(self):
        self.assert_unreadable(header("README.txt", 8**11 - 1) + bytes(1024))
        self.assert_unreadable(member("README.txt", b"x")[:-1])

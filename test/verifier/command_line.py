"""The command line: one bundle, or with --batch one case a line."""

import argparse
import base64
import json
import os
import re
import stat
import sys

from .answer import Unreadable
from .check import check
from .note import COSIGNATURE_KEY, parse_key

LARGEST = 1 << 30


def main(arguments=None):
    """Runs the command and gives its exit code: 0 ok, 1 bad, 2 unreadable."""
    sys.stdout.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    if asked.batch:
        return _batch(sys.stdin.buffer)
    if asked.bundle is None:
        _parser().error("which bundle?")
    answer = _answer(asked)
    print(answer.json() if asked.json else "\n".join([answer.line(), *answer.more(asked.key is not None)]))
    return answer.exit_code


def _parser():
    parser = argparse.ArgumentParser(prog="verifier", description="Checks a bundle of Bedside Hello.")
    parser.add_argument("bundle", nargs="?", metavar="BUNDLE")
    parser.add_argument("--key", metavar="FINGERPRINT", help="the newest log's key must be this one")
    parser.add_argument("--anchor", metavar="FILE", action="append", default=[], help="checkpoints from elsewhere")
    parser.add_argument("--witness", metavar="VKEY", action="append", default=[], help="a witness to believe")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--batch", action="store_true", help="cases from standard input, one in JSON a line")
    return parser


def _answer(asked):
    try:
        data = _contents(asked.bundle)
        anchors = [_anchor(name) for name in asked.anchor]
        key = asked.key and _fingerprint(asked.key)
        witnesses = _witnesses(asked.witness)
    except (OSError, ValueError) as error:
        return Unreadable(str(error))
    return check(data, key, anchors, witnesses)


def _fingerprint(text):
    """As it is compared: people give it in groups and in capitals."""
    digits = re.sub(r"[\s:-]", "", text).lower()
    if not re.fullmatch("[0-9a-f]{64}", digits):
        raise ValueError(f"a fingerprint has 64 hex digits, and {text!r} has not")
    return digits


def _anchor(name):
    """The text of a file with checkpoints. Mail, editors and scanners change the ends of lines, what stands before the
    first and after the last; nothing of that is signed."""
    text = _contents(name).decode().replace("\r\n", "\n")
    return text.removeprefix("\ufeff").strip("\n") + "\n"


def _contents(name):
    """The bytes of a plain file. Anything else might never end."""
    status = os.stat(name)
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        raise ValueError(f"{name!r} is not a plain file, or is too large")
    with open(name, "rb") as file:
        return file.read(LARGEST)


def _witnesses(texts):
    keys = [parse_key(text, COSIGNATURE_KEY) for text in texts]
    if None in keys:
        raise ValueError("that is not the verifier key of a witness")
    return keys


def _batch(cases):
    """Answers {"bundle":PATH | "base64":TEXT,"key","anchors","witnesses"} a line. A case in another form is the
    caller's mistake, and ends it."""
    for line in cases:
        case = json.loads(line)
        data = base64.b64decode(case["base64"]) if "base64" in case else _contents(case["bundle"])
        witnesses = _witnesses(case.get("witnesses") or [])
        answer = check(data, case.get("key"), case.get("anchors") or [], witnesses)
        print(answer.json(), flush=True)
    return 0

import struct
import unittest

from verifier.canonical import DEEPEST, NotJson, encode, format_number, parse, parse_canonical, whole

# RFC 8785, appendix B.
NUMBERS = """
0000000000000000 0
8000000000000000 0
0000000000000001 5e-324
8000000000000001 -5e-324
7fefffffffffffff 1.7976931348623157e+308
ffefffffffffffff -1.7976931348623157e+308
4340000000000000 9007199254740992
c340000000000000 -9007199254740992
4430000000000000 295147905179352830000
44b52d02c7e14af5 9.999999999999997e+22
44b52d02c7e14af6 1e+23
44b52d02c7e14af7 1.0000000000000001e+23
444b1ae4d6e2ef4e 999999999999999700000
444b1ae4d6e2ef4f 999999999999999900000
444b1ae4d6e2ef50 1e+21
3eb0c6f7a0b5ed8c 9.999999999999997e-7
3eb0c6f7a0b5ed8d 0.000001
41b3de4355555553 333333333.3333332
41b3de4355555554 333333333.33333325
41b3de4355555555 333333333.3333333
41b3de4355555556 333333333.3333334
41b3de4355555557 333333333.33333343
becbf647612f3696 -0.0000033333333333333333
43143ff3c1cb0959 1424953923781206.2
"""

# RFC 8785, section 3.2.2 and 3.2.3.
SAMPLE = r"""{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}"""
SAMPLE_CANONICAL = (
    r'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
    r'"string":"€$\u000f\nA' + "'" + r'B\"\\\\\"/"}'
)
SORTED = ["\r", "1", "\x80", "ö", "€", "\U0001f600", "\ufb33"]

NOT_CANONICAL = {
    "space": '{"a": 1}',
    "space at the end": '{"a":1} ',
    "order": '{"b":1,"a":2}',
    "order by code points": '{"\ufb33":1,"\U0001f600":2}',
    "a name twice": '{"a":1,"a":1}',
    "a name twice, spelled differently": '{"a":1,"\\u0061":1}',
    "a fraction of nothing": '{"a":1.0}',
    "minus nothing": '{"a":-0}',
    "an exponent in capitals": '{"a":1E+30}',
    "more digits than a double has": '{"a":9007199254740993}',
    "more than a double can hold": '{"a":1e400}',
    "more digits than anybody needs": '{"a":' + "1" * 5000 + "}",
    "an escape that need not be": '{"a":"\\/"}',
    "an escape in capitals": '{"a":"\\u001F"}',
    "a long escape": '{"a":"\\u000a"}',
    "half of a pair": '{"a":"\\ud83d"}',
    "half of a pair in a name": '{"\\ud83d":1}',
    "not a number": '{"a":NaN}',
    "infinity": '{"a":Infinity}',
    "a control character": '{"a":"\n"}',
    "a byte order mark": "\ufeff{}",
    "too much": "{}{}",
    "too little": "",
}


class Canonical(unittest.TestCase):
    def test_numbers_are_those_of_appendix_b(self):
        for bits, text in map(str.split, NUMBERS.strip().split("\n")):
            number = struct.unpack(">d", bytes.fromhex(bits))[0]
            self.assertEqual(format_number(number), text)
        for number, text in {0.5: "0.5", 0.1: "0.1", -1.5: "-1.5", 10: "10", 1e20: "100000000000000000000"}.items():
            self.assertEqual(format_number(number), text)
        for number in (float("nan"), float("inf")):
            self.assertRaises(ValueError, encode, number)

    def test_the_sample_of_the_rfc(self):
        self.assertEqual(encode(parse(SAMPLE)), SAMPLE_CANONICAL)

    def test_names_are_sorted_by_utf_16(self):
        self.assertEqual(list(parse(encode(dict.fromkeys(reversed(SORTED))))), SORTED)

    def test_what_is_in_the_form_is_read(self):
        for text in (SAMPLE_CANONICAL, "{}", "[]", '"\x7f\u2028"', "-5e-324", "null"):
            self.assertEqual(encode(parse_canonical(text)), text)

    def test_what_is_not_in_the_form_is_refused(self):
        for reason, text in NOT_CANONICAL.items():
            with self.subTest(reason):
                self.assertRaises(NotJson, parse_canonical, text)

    def test_deep_nesting_is_refused_and_does_not_end_the_program(self):
        self.assertEqual(encode(parse_canonical("[" * DEEPEST + "]" * DEEPEST)), "[" * DEEPEST + "]" * DEEPEST)
        for text in ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "[" * 10**6, '{"a":' * 10**5, '["' + "[" * 10**6):
            self.assertRaises(NotJson, parse_canonical, text)
        wide = "[" + ",".join(['"[{"', "[]"] * 500) + "]"
        self.assertEqual(encode(parse_canonical(wide)), wide)

    def test_whole_numbers_are_those_that_a_double_holds(self):
        for text, value in {"5": 5, "5.0": 5, "9007199254740991": 2**53 - 1, "-3": -3}.items():
            self.assertEqual(whole(parse(text)), value)
        for text in ("9007199254740992", "0.5", "true", '"5"', "null", "1e400"):
            self.assertIsNone(whole(parse(text)))

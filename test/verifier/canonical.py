"""JSON, and its canonical form (RFC 8785)."""

import json
import math
import re

# The page sets no depth; no entry needs ten. Beyond this a line is refused rather than followed.
DEEPEST = 100

_BRACKET_OR_STRING = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"')
_ESCAPED = re.compile(r'["\\\x00-\x1f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


class NotJson(ValueError):
    """It is not JSON, or nests deeper than DEEPEST."""


def parse(text):
    """What a JSON text says. Of members with one name the last counts; numbers are doubles, as RFC 8785 has them
    (an int where it is one of at most 15 digits). Raises NotJson."""
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise NotJson("nested too deeply")
    try:
        return json.loads(text, parse_int=_integer, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise NotJson(str(error)) from None


def parse_canonical(text):
    """What a text in RFC 8785 form says; raises NotJson for every other text. To encode again what was read finds
    space, order, other spellings, members named twice and halves of surrogate pairs alike."""
    value = parse(text)
    try:
        if encode(value) == text:
            return value
    except ValueError:
        pass
    raise NotJson("not in RFC 8785 form")


def encode(value):
    """RFC 8785, section 3.2. Raises ValueError for what has no form: infinities, and halves of surrogate pairs."""
    text = _encode(value)
    text.encode("utf-8")
    return text


def whole(value):
    """The value as an int if it is a whole number that a double holds exactly, else None."""
    if type(value) is float and value.is_integer():
        value = int(value)
    return value if type(value) is int and abs(value) < 2**53 else None


def _encode(value):
    if type(value) is str:
        return _quote(value)
    if type(value) is dict:
        # Section 3.2.3: names are sorted by UTF-16 code units, which is not the order of code points.
        names = sorted(value) if all(map(str.isascii, value)) else sorted(value, key=_utf16)
        return "{" + ",".join(f"{_quote(name)}:{_encode(value[name])}" for name in names) + "}"
    if type(value) is list:
        return "[" + ",".join(map(_encode, value)) + "]"
    if value is None or type(value) is bool:
        return {None: "null", True: "true", False: "false"}[value]
    return format_number(value)


def format_number(value):
    """ECMAScript's Number::toString, to which RFC 8785, section 3.2.2.3, refers."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("no form for a number that is not finite")
    if number == 0:
        return "0"
    if number < 0:
        return "-" + format_number(-number)
    # repr gives the shortest digits that read back as this double: ECMAScript's k digits, and its exponent n.
    mantissa, _, exponent = repr(number).partition("e")
    before, _, after = mantissa.partition(".")
    after = "" if after == "0" else after
    n = len(before) + int(exponent or 0)
    digits = before + after
    n -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    k = len(digits)
    if k <= n <= 21:
        return digits + "0" * (n - k)
    if 0 < n <= 21:
        return digits[:n] + "." + digits[n:]
    if -6 < n <= 0:
        return "0." + "0" * -n + digits
    point = "." if k > 1 else ""
    return f"{digits[0]}{point}{digits[1:]}e{'+' if n > 0 else '-'}{abs(n - 1)}"


def _quote(text):
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match):
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _utf16(name):
    return name.encode("utf-16-be", "surrogatepass")


def _integer(digits):
    return int(digits) if len(digits) <= 15 else float(digits)


def _refuse(name):
    raise ValueError(f"{name} is not JSON")


def _depth(text):
    """How deep brackets outside strings nest, as far as it takes to be too deep."""
    deepest = depth = 0
    for match in _BRACKET_OR_STRING.finditer(text):
        if match[0] in "[{]}":
            depth += 1 if match[0] in "[{" else -1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
    return deepest

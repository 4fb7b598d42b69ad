"""The curve edwards25519 (RFC 8032, section 5.1): points, and sums of their multiples.

A point is (X, Y, Z, T), extended coordinates with x = X/Z, y = Y/Z, x*y = T/Z. What is added often is kept as
(Y+X, Y-X, 2*d*T, 2*Z), which saves four operations each time. Nothing here is secret, so nothing is constant-time.
"""

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)

NEUTRAL = (0, 1, 1, 0)

# A multiple is summed in four pieces of 64 bits over four tables (of p, 2^64 p, 2^128 p, 2^192 p): a quarter of the
# doublings, for tables that cost as much as one verification and are kept with the key.
PIECES = 4
PIECE_BITS = 64


def decode(encoded):
    """The point of 32 bytes, or None where RFC 8032, section 5.1.3, says that decoding fails."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if len(encoded) != 32 or y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if v * x * x % P == P - u and u != 0:
        x = x * SQRT_MINUS_ONE % P
    if v * x * x % P != u or (x == 0 and sign == 1):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def encode(point):
    """The 32 bytes of a point (RFC 8032, section 5.1.2)."""
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def negate(point):
    x, y, z, t = point
    return (-x % P, y, z, -t % P)


def double(point):
    x, y, z, _ = point
    a, b = x * x % P, y * y % P
    h, g = a + b, a - b
    e, f = h - (x + y) ** 2 % P, 2 * z * z % P + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def add(point, prepared):
    """The sum of a point and one that `prepare` made ready."""
    x, y, z, t = point
    plus, minus, t2d, z2 = prepared
    a, b, c, d = (y - x) * minus % P, (y + x) * plus % P, t * t2d % P, z * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def prepare(point):
    x, y, z, t = point
    return ((y + x) % P, (y - x) % P, 2 * D * t % P, 2 * z % P)


def is_small(point):
    """Whether its order divides 8."""
    x, y, z, _ = double(double(double(point)))
    return x % P == 0 and (y - z) % P == 0


def tables(point, width):
    """For each piece the odd multiples, positive and negative, that digits of `width` bits can ask for."""
    made = []
    for _ in range(PIECES):
        step, multiple, table = prepare(double(point)), point, {}
        for digit in range(1, 2 ** (width - 1), 2):
            plus, minus, t2d, z2 = table[digit] = prepare(multiple)
            table[-digit] = (minus, plus, -t2d % P, z2)
            multiple = add(multiple, step)
        made.append(table)
        for _ in range(PIECE_BITS):
            point = double(point)
    return made


def sum_of_multiples(terms):
    """The sum of scalar * point over terms of (scalar below 2^256, tables of the point, their width)."""
    slots = [[] for _ in range(PIECE_BITS + 2)]
    for scalar, made, width in terms:
        for table in made:
            piece = scalar & (2**PIECE_BITS - 1)
            scalar >>= PIECE_BITS
            for place, digit in _sparse_digits(piece, width):
                slots[place].append(table[digit])
    total = NEUTRAL
    for slot in reversed(slots):
        total = double(total)
        for prepared in slot:
            total = add(total, prepared)
    return total


def _sparse_digits(number, width):
    """The number as odd signed digits at places (width-w non-adjacent form): few of them, far apart."""
    place, span = 0, 1 << width
    while number:
        zeros = (number & -number).bit_length() - 1
        number >>= zeros
        place += zeros
        digit = number & (span - 1)
        if digit >= span // 2:
            digit -= span
        yield place, digit
        number -= digit

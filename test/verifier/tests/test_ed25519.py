import unittest

from verifier import curve, ed25519

from .signing import public_key, sign

# RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc): secret key, public key, message, signature.
VECTORS = """
9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60
d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
-
e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b

4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb
3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c
72
92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00

c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7
fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025
af82
6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a

833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42
ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf
ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
"""
CASES = [[bytes.fromhex(text.strip("-")) for text in case.split()] for case in VECTORS.strip().split("\n\n")]
SMALL = ["01" + "00" * 31, "ec" + "ff" * 30 + "7f", "00" * 32, "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"]


class Ed25519(unittest.TestCase):
    def test_signs_and_verifies_as_rfc_8032_does(self):
        for seed, public, message, signature in CASES:
            self.assertEqual(public_key(seed), public)
            self.assertEqual(sign(seed, message), signature)
            self.assertTrue(ed25519.verify(public, message, signature))

    def test_every_flipped_bit_of_a_signature_undoes_it(self):
        _, public, message, signature = CASES[2]
        for bit in range(512):
            flipped = (int.from_bytes(signature, "little") ^ 1 << bit).to_bytes(64, "little")
            self.assertFalse(ed25519.verify(public, message, flipped), bit)

    def test_another_message_or_key_undoes_it(self):
        _, public, message, signature = CASES[2]
        self.assertFalse(ed25519.verify(public, message + b"\0", signature))
        self.assertFalse(ed25519.verify(CASES[1][1], message, signature))

    def test_the_scalar_has_one_form(self):
        _, public, message, signature = CASES[2]
        larger = int.from_bytes(signature[32:], "little") + curve.L
        self.assertFalse(ed25519.verify(public, message, signature[:32] + larger.to_bytes(32, "little")))

    def test_a_signature_has_64_bytes(self):
        _, public, message, signature = CASES[2]
        for wrong in (b"", signature[:-1], signature[:32], signature + b"\0"):
            self.assertFalse(ed25519.verify(public, message, wrong))

    def test_a_key_of_small_order_signs_nothing(self):
        for key in map(bytes.fromhex, SMALL):
            for message in map(str.encode, "abcdefghijklmnop"):
                self.assertFalse(ed25519.verify(key, message, bytes.fromhex(SMALL[0]) + bytes(32)))

    def test_a_key_that_is_no_point_signs_nothing(self):
        _, _, message, signature = CASES[2]
        self.assertFalse(ed25519.verify((2).to_bytes(32, "little"), message, signature))

    def test_points_have_one_encoding(self):
        self.assertEqual(curve.decode((1).to_bytes(32, "little")), curve.NEUTRAL)
        self.assertIsNone(curve.decode(curve.P.to_bytes(32, "little")), "y is not below p")
        self.assertIsNone(curve.decode((curve.P + 1).to_bytes(32, "little")), "y is not below p")
        self.assertIsNone(curve.decode((1 | 1 << 255).to_bytes(32, "little")), "x = 0 has no sign")
        self.assertIsNone(curve.decode((2).to_bytes(32, "little")), "no x belongs to this y")
        for _, public, *_ in CASES:
            self.assertEqual(curve.encode(curve.decode(public)), public)

    def test_sums_of_multiples_are_what_adding_one_by_one_gives(self):
        base, total = curve.tables(curve.decode(CASES[0][1]), 5), curve.NEUTRAL
        step = curve.prepare(curve.decode(CASES[0][1]))
        for scalar in range(70):
            self.assertEqual(curve.encode(curve.sum_of_multiples([(scalar, base, 5)])), curve.encode(total))
            total = curve.add(total, step)

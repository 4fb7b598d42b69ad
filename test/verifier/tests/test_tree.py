import hashlib
import unittest

from verifier.tree import GrowingTree, includes, is_consistent, leaf_hash

from . import proofs

# The leaves and roots that Certificate Transparency's implementations share (RFC 6962).
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()
LEAVES = [hashlib.sha256(b"%d" % number).digest() for number in range(40)]


class Tree(unittest.TestCase):
    def test_roots_are_those_of_certificate_transparency(self):
        tree = GrowingTree()
        for data, root in zip([*INPUTS, ""], ROOTS):
            self.assertEqual(tree.root().hex(), root)
            tree.append(leaf_hash(bytes.fromhex(data)))

    def test_roots_are_those_of_the_definition(self):
        tree = GrowingTree()
        for size, leaf in enumerate(LEAVES, 1):
            tree.append(leaf)
            self.assertEqual(tree.root(), proofs.root(LEAVES[:size]))

    def test_every_inclusion_proof_holds_for_its_leaf_only(self):
        for size in range(1, len(LEAVES)):
            leaves = LEAVES[:size]
            root = proofs.root(leaves)
            for index in range(size):
                proof = proofs.inclusion(index, leaves)
                self.assertTrue(includes(leaves[index], index, size, proof, root))
                self.assertFalse(includes(LEAVES[-1], index, size, proof, root))
                self.assertFalse(includes(leaves[index], index, size, [*proof, root], root))
                self.assertFalse(includes(leaves[index], size, size, proof, root))
                self.assertFalse(includes(leaves[index], index, size, proof, LEAVES[0] if size > 1 else LEAVES[1]))
                if proof:
                    self.assertFalse(includes(leaves[index], index, size, proof[:-1], root))
                    self.assertFalse(includes(leaves[index], index ^ 1, size, proof, root))

    def test_every_consistency_proof_holds_for_its_trees_only(self):
        roots = [proofs.root(LEAVES[:size]) for size in range(len(LEAVES))]
        for second in range(2, len(LEAVES)):
            for first in range(1, second):
                proof = proofs.consistency(first, LEAVES[:second])
                self.assertTrue(is_consistent(first, roots[first], second, roots[second], proof))
                self.assertFalse(is_consistent(first, roots[first - 1], second, roots[second], proof))
                self.assertFalse(is_consistent(first, roots[first], second, roots[second - 1], proof))
                self.assertFalse(is_consistent(first, roots[first], second, roots[second], [*proof, LEAVES[0]]))
                self.assertFalse(is_consistent(first, roots[first], second, roots[second], proof[:-1]))
                self.assertFalse(is_consistent(second, roots[second], first, roots[first], proof))

    def test_nothing_is_consistent_with_no_proof(self):
        root = proofs.root(LEAVES[:4])
        for first in (0, 4, 5):
            self.assertFalse(is_consistent(first, root, 4, root, []))

    def test_only_a_smaller_tree_that_is_not_empty_has_a_proof(self):
        root = proofs.root(LEAVES[:4])
        for first in (-1, 0, 4, 5):
            self.assertFalse(is_consistent(first, root, 4, root, [root]))

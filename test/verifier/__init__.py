"""A verifier of bundles, written from docs/record-format.md alone; it shares nothing with the product.

Python 3.11, standard library only. `__main__.py` says how it is called.
"""

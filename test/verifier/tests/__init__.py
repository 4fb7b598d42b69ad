"""Run by `python3 -m unittest discover`, from test/ or from test/verifier/."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

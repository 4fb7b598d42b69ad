"""`python3 -m verifier BUNDLE` from test/, or `python3 test/verifier BUNDLE` from anywhere; --help tells the rest."""

import os
import sys

if not __package__:
    # Run as a folder: Python then looks for modules in it and not beside it.
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from verifier.command_line import main  # noqa: E402

sys.exit(main())

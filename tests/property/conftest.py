"""Property tests of rounds are made of the same small rounds as the specification."""

import sys
from pathlib import Path

for chapter in ("monev", "report"):
    sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / chapter))

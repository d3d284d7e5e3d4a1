"""The papers of the examples are those of the tests of the papers."""

import sys
from pathlib import Path

for folder in ("papers", "report"):
    sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / folder))

"""Whether there is a Java that Spark can run on; says what to install if not.

python tests/spark/java.py
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = 17
ADVICE = (
    f"Uji Spark memerlukan Java {OLDEST} atau lebih baru: pasang mis. openjdk-{OLDEST}-jre-headless, atau isi JAVA_HOME."
    f" (The tests on Spark need Java {OLDEST} or newer: install e.g. openjdk-{OLDEST}-jre-headless, or set JAVA_HOME.)"
)


def java_fault() -> str | None:
    """What to do about Java; None when there is nothing to do."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if java is None:
        return ADVICE
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return None if version and int(version[1]) >= OLDEST else ADVICE


if __name__ == "__main__":
    sys.exit(java_fault())

"""An office of its own for the tests: `semesta serve` on loopback, which ends with the tests, whatever ends them.

python tests/browser/office.py PORT, with SEMESTA_HOME set. It stops when its standard input closes, or after LONGEST.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading

LONGEST = 20 * 60
"""Seconds. Nothing that tests start outlives this."""


def main(port: str) -> None:
    """Serves until told to stop; server and worker are one process group, interrupted together."""
    command = [sys.executable, "-m", "semesta", "serve", "--port", port, "--no-browser"]
    if timeout := shutil.which("timeout"):  # holds also where this process is killed outright
        command = [timeout, "-s", "INT", "-k", "20", str(LONGEST), *command]
    serving = subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: over.set())
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    threading.Thread(target=lambda: (serving.wait(), over.set()), daemon=True).start()
    over.wait(LONGEST)
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(serving.pid, sent)
            serving.wait(10)
            break
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            break


if __name__ == "__main__":
    main(sys.argv[1])

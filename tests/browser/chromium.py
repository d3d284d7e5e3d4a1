"""Finds a Chromium, or has Debian's package or Playwright's own installed; says what to do if neither works.

python tests/browser/chromium.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "Uji peramban memerlukan Chromium: pasang paket chromium, atau isi SEMESTA_CHROMIUM dengan letaknya."
    " (The tests in a browser need Chromium: install the package chromium, or set SEMESTA_CHROMIUM to where it is.)"
)


def program() -> str | None:
    """The browser to use: the one that SEMESTA_CHROMIUM names, one that is installed, or Playwright's own; else None."""
    if given := os.environ.get("SEMESTA_CHROMIUM"):
        return given if Path(given).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        place = playwright.chromium.executable_path
    return place if Path(place).is_file() else None


def main() -> str | None:
    """What to do about the browser; None when there is nothing to do."""
    if program() or os.environ.get("SEMESTA_CHROMIUM"):
        return None if program() else ADVICE
    print("Memasang Chromium untuk uji … (installing a Chromium for the tests)", flush=True)  # noqa: T201
    if _may_use_apt():
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *step], check=False, stdout=subprocess.DEVNULL)
    if not program():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return None if program() else ADVICE


def _may_use_apt() -> bool:
    """Whether packages of Debian can be installed here: by root, where there is apt-get."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
